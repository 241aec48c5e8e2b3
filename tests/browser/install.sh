#!/usr/bin/env bash
# Makes sure that Node.js, the packages of the lock file and a Chromium are there. Prints the path of Chromium on standard
# output and everything else on standard error; fails, saying what is missing, rather than let the tests be skipped.
set -euo pipefail
cd "$(dirname "$0")"

fail() {
  echo "browser tests: $1" >&2
  exit 1
}

# Packages of the system, where this user may install them.
from_system() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  timeout 600 apt-get update >&2 || true
  DEBIAN_FRONTEND=noninteractive timeout 900 apt-get install -y --no-install-recommends "$@" >&2
}

find_chromium() {
  local name
  if [ -n "${CHROMIUM:-}" ]; then
    [ -x "$CHROMIUM" ] && echo "$CHROMIUM"
    return
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    type -P "$name" && return
  done
  node -e 'const path = require("playwright-core").chromium.executablePath();
    if (!require("fs").existsSync(path)) process.exit(1); console.log(path)' 2>/dev/null
}

{ command -v node && command -v npm; } >/dev/null || from_system nodejs npm || fail "install Node.js 20 or newer"
node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' || fail "Node.js 20 or newer is needed, not $(node --version)"
cmp -s package-lock.json node_modules/.installed || {
  timeout 300 npm ci >&2 || fail "npm ci failed: see above"
  cp package-lock.json node_modules/.installed
}
find_chromium >/dev/null || from_system chromium fonts-noto-cjk || timeout 600 npx playwright-core install chromium >&2 || true
find_chromium || fail "no Chromium: install it, or name one in CHROMIUM=/path/to/chromium"
