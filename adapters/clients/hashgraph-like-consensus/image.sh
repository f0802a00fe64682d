# `sh image.sh TAG`: a container image that holds one static program and nothing else.
set -e
host=$(rustc -vV | sed -n 's/^host: //p')
# With --target the flag reaches the program alone: procedural macros cannot be static.
RUSTFLAGS='-C target-feature=+crt-static' \
  cargo build --release --locked --target "$host" --target-dir target/static
mkdir -p target/context
cp "target/static/$host/release/hashgraph-like-consensus" target/context/
# Older engines have answered a changed program from their cache.
docker build --no-cache --tag "$1" --iidfile target/image --file Dockerfile target/context
