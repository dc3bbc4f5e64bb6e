#!/usr/bin/env bash
# Gradescope runs this once, when it builds the image.
set -eu
apt-get update
apt-get install -y --no-install-recommends openjdk-17-jre-headless
