#!/usr/bin/env bash
# Makes a base image for adapters/reference/Dockerfile without a registry: the Node that npm installed
# and the libraries it is linked to, nothing else.
#   .ci/base-image.sh TAG && BASE_IMAGE=TAG docker build --build-arg BASE_IMAGE -f adapters/reference/Dockerfile .
set -euo pipefail

tag=${1:?expected the tag of the image, such as vac-conformance/node:24}
node=$(cd "$(dirname "$0")/.." && npm exec --offline -- node -p process.execPath)
case $("$node" -v) in v2[4-9].*) ;; *)
  echo "expected Node 24 or later, got $("$node" -v): run npm ci first" >&2
  exit 1
  ;;
esac
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

mkdir -p "$root"/{usr/local/bin,etc/ssl/certs,tmp,home/node}
cp --dereference "$node" "$root/usr/local/bin/node"
ldd "$node" | grep -oE '/[^ ]+' | sort -u | while read -r library; do
  mkdir -p "$root$(dirname "$library")"
  cp --dereference "$library" "$root$library"
done
printf 'root:x:0:0::/root:/\nnode:x:1000:1000::/home/node:/\n' > "$root/etc/passwd"
printf 'root:x:0:\nnode:x:1000:\n' > "$root/etc/group"
printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
chmod 1777 "$root/tmp"
tar -C "$root" --numeric-owner -c . |
  docker import --change 'ENV PATH=/usr/local/bin' --change 'CMD ["node"]' - "$tag" > /dev/null
