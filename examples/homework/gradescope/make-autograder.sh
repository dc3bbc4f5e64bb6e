#!/usr/bin/env bash
# Makes autograder.zip, to be uploaded to Gradescope, of a problem (default: homework.grad) and the jar that was built.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
problem=${1:-$here/../homework.grad}
jar=$here/../../../target/nabla.jar
[ -f "$jar" ] || { echo "build nabla first: ./nabla --version" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/setup.sh" "$here/run_autograder" "$jar" "$work"
cp "$problem" "$work/homework.grad"
rm -f autograder.zip
(cd "$work" && jar --create --no-manifest --file autograder.zip setup.sh run_autograder homework.grad nabla.jar)
mv "$work/autograder.zip" autograder.zip
echo "autograder.zip"
