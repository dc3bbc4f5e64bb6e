#!/usr/bin/env bash
# Makes autograder.zip, to be uploaded to Gradescope, of a problem (default: homework.grad), the files that it reads, and the jar that was built.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
problem=${1:-$here/../homework.grad}
folder=$(dirname "$problem")
jar=${NABLA_JAR:-$here/../../../target/nabla.jar}
[ -f "$jar" ] || { echo "build nabla first: ./nabla --version" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/zip"
cp "$here/setup.sh" "$here/run_autograder" "$work/zip"
cp "$jar" "$work/zip/nabla.jar"
cp "$problem" "$work/zip/homework.grad"
# What the problem reads with csv("…") is found beside it, as nabla finds it: never outside its folder.
{ grep -oE 'csv[[:space:]]*\([[:space:]]*"[^"]+"' "$problem" || true; } | sed 's/^[^"]*"//; s/"$//' | sort -u | while IFS= read -r table; do
    case "/$table/" in */../*) echo "$table is outside the folder of the problem" >&2; exit 1;; esac
    [ -f "$folder/$table" ] || { echo "the problem reads $table, and there is no such file beside it" >&2; exit 1; }
    mkdir -p "$work/zip/$(dirname "$table")"
    cp "$folder/$table" "$work/zip/$table"
done
rm -f autograder.zip
jar --create --no-manifest --file "$work/autograder.zip" -C "$work/zip" .
mv "$work/autograder.zip" autograder.zip
echo "autograder.zip"
