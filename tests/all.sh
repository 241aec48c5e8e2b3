#!/usr/bin/env bash
# Everything that has to hold: format, lints, tests (unit, table, property, golden, whole program), doc tests, browser tests, docs.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo fmt --check
cargo clippy --all-targets -- -D warnings
cargo test --lib --bins --tests
cargo test --doc
bash tests/browser/run.sh
RUSTDOCFLAGS="-D warnings" cargo doc --no-deps
