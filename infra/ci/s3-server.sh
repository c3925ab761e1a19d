#!/usr/bin/env bash
# Runs a command beside a real S3 server: versitygw, built once into .cache, on a loopback port, its files in a
# temporary folder. The command finds it by TEST_S3_*.
#   bash infra/ci/s3-server.sh npx vitest run server/storage/s3.test.ts
set -euo pipefail

version=v1.8.0
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tools=${S3_SERVER_CACHE:-$project/.cache}/versitygw-$version
server=$tools/versitygw

if [ $# -eq 0 ]; then
  echo "usage: bash infra/ci/s3-server.sh <command> [arguments]" >&2
  exit 64
fi

if [ ! -x "$server" ]; then
  command -v go >/dev/null || { echo "s3-server: Go is needed to build versitygw $version" >&2; exit 69; }
  echo "s3-server: building versitygw $version into $tools"
  mkdir -p "$tools"
  GOBIN=$tools CGO_ENABLED=0 go install "github.com/versity/versitygw/cmd/versitygw@$version"
fi

folder=$(mktemp -d)
server_id=
stop() {
  if [ -n "$server_id" ]; then
    kill "$server_id" 2>/dev/null || true
    wait "$server_id" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

export ROOT_ACCESS_KEY ROOT_SECRET_KEY
ROOT_ACCESS_KEY=test-$(od -An -N6 -tx1 /dev/urandom | tr -d ' \n')
ROOT_SECRET_KEY=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')

listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

mkdir "$folder/buckets" "$folder/facts"
for _ in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 12000))
  listens "$port" && continue
  "$server" --quiet --keep-alive --port "127.0.0.1:$port" posix --sidecar "$folder/facts" "$folder/buckets" \
    >"$folder/log" 2>&1 &
  server_id=$!
  for _ in $(seq 150); do
    kill -0 "$server_id" 2>/dev/null || break
    listens "$port" && break 2
    sleep 0.1
  done
  kill "$server_id" 2>/dev/null || true
  wait "$server_id" 2>/dev/null || true
  server_id=
done
if [ -z "$server_id" ]; then
  echo "s3-server: versitygw did not start" >&2
  cat "$folder/log" >&2
  exit 70
fi

echo "s3-server: versitygw $version on 127.0.0.1:$port"
status=0
env -u ROOT_ACCESS_KEY -u ROOT_SECRET_KEY \
  TEST_S3_ENDPOINT="http://127.0.0.1:$port" TEST_S3_REGION=us-east-1 \
  TEST_S3_ACCESS_KEY_ID="$ROOT_ACCESS_KEY" TEST_S3_SECRET_ACCESS_KEY="$ROOT_SECRET_KEY" \
  "$@" || status=$?
if [ "$status" -ne 0 ]; then
  echo "s3-server: the end of the server's log:" >&2
  tail -20 "$folder/log" >&2
fi
exit "$status"
