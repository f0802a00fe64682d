#!/usr/bin/env bash
# Makes an image of the command from the installed clone: its sources and what they need at run time, no tools.
#   .ci/suite-image.sh TAG        with BASE_IMAGE of the environment as base, else node:24-slim
set -euo pipefail

tag=${1:?expected the tag of the image, such as vac-conformance}
cd "$(dirname "$0")/.."
context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT

git ls-files -z -- package.json LICENSE adapters cli features proto reports spec steps vectors docs CHANGELOG.md |
  tar --null --files-from=- -c | tar -x -C "$context"
# What runs, as npm knows it; the pinned Node is in the base image.
npm ls --omit=dev --omit=optional --all --parseable 2> /dev/null | grep -o 'node_modules/.*' | sort -u > "$context/.needed"
while read -r path; do
  mkdir -p "$context/$path"
  tar -C "$path" --exclude=./node_modules -c . | tar -x -C "$context/$path"
done < "$context/.needed"
rm "$context/.needed"
docker build --quiet --build-arg "BASE_IMAGE=${BASE_IMAGE:-node:24-slim}" --tag "$tag" --file cli/Dockerfile "$context"
