#!/usr/bin/env bash
# The report in a real Chromium: builds the program, lets it read notices, and looks at what it left.
set -euo pipefail
cd "$(dirname "$0")"
CHROMIUM="$(bash install.sh | tail -n 1)"
root="$(cd ../.. && pwd)"
(cd "$root" && cargo build)
ZHENGGAI="${CARGO_TARGET_DIR:-$root/target}/debug/zhenggai"
export CHROMIUM ZHENGGAI
timeout 900 node --test --test-concurrency=2 *.test.mjs
