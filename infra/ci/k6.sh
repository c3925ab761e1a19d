#!/usr/bin/env bash
# Builds the k6 of the load tests into .cache/k6/k6, once: k6 with a module that follows a stream of events. The same with
# the community's module, where its source can be reached:
#   xk6 build v1.8.1 --with github.com/phymbert/xk6-sse --output .cache/k6/k6
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
source=$project/loadtests/k6/with-streams
k6=$project/.cache/k6/k6

command -v go >/dev/null || { echo "k6: Go is needed to build it" >&2; exit 69; }
mkdir -p "$(dirname "$k6")"
cd "$source"
go test ./...
CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o "$k6" .
"$k6" version
