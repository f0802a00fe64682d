#!/usr/bin/env bash
# Sees to it that a Docker engine answers: takes the one that runs, else installs Debian's and starts it. Prints the process id of
# an engine that it started, for whoever has to end it; fails where none can be had.
set -uo pipefail
export PATH=$PATH:/usr/sbin:/sbin

answers() { docker info > /dev/null 2>&1; }
say() { echo "docker: $*" >&2; }

# Waits until the engine answers or ends.
await() { # PID
  for _ in $(seq 120); do
    answers && return 0
    kill -0 "$1" 2> /dev/null || return 1
    sleep 0.25
  done
  return 1
}

answers && exit 0
[ "$(id -u)" = 0 ] || { say 'no engine answers, and only root can install one'; exit 1; }
if ! command -v dockerd > /dev/null || ! command -v docker > /dev/null; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends docker.io >&2 || exit 1
fi
# Where the machine has an init system, installing has started it.
answers && exit 0

# Usually the first way does; the others are for kernels without nftables or without overlay file systems.
legacy() { update-alternatives --set iptables /usr/sbin/iptables-legacy > /dev/null 2>&1; }
log=/var/log/vac-conformance-dockerd.log
for way in plain legacy vfs; do
  options=()
  [ "$way" = plain ] || legacy
  [ "$way" = vfs ] && options=(--storage-driver vfs)
  setsid dockerd "${options[@]}" > "$log" 2>&1 < /dev/null &
  engine=$!
  if await "$engine"; then
    say "started ($way)"
    echo "$engine"
    exit 0
  fi
  kill "$engine" 2> /dev/null
  wait "$engine" 2> /dev/null
done
tail -n 20 "$log" >&2
say 'no engine could be started'
exit 1
