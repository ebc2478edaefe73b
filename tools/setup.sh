#!/usr/bin/env bash
# Installs what building and testing need and this machine lacks. Called by `make setup`; running it again changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p target/stamps

fail() { echo "setup: $*" >&2; exit 1; }
have() { command -v "$1" >/dev/null; }

have cargo || fail "Rust is missing: install it from https://rustup.rs, then run this again"
have npm || fail "Node is missing: install Node 20 or newer, then run this again"
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' || fail "Node 20 or newer is needed, this is $(node --version)"

packages=()

# The wasm target: rustup's where it can be had, else Debian's second Rust with the source of its library.
if ls "$(rustc --print sysroot)"/lib/rustlib/wasm32-unknown-unknown/lib/libstd-* >/dev/null 2>&1; then
    toolchain=rustup
elif have rustup && timeout 90 rustup target add wasm32-unknown-unknown >target/stamps/rustup.log 2>&1; then
    toolchain=rustup
else
    toolchain=debian
    { [ -x /usr/bin/cargo ] && [ -d /usr/src/rustc-"$(/usr/bin/rustc --version | cut -d' ' -f2)" ]; } 2>/dev/null ||
        packages+=(cargo-web rustc-web rust-web-src)
    have wasm-ld-19 || packages+=(lld-19)
fi
# With the source of Rust's library the module is a quarter smaller; without it, it works all the same.
if [ "$toolchain" = rustup ] && have rustup && [ ! -d "$(rustc --print sysroot)/lib/rustlib/src/rust" ]; then
    timeout 90 rustup component add rust-src >>target/stamps/rustup.log 2>&1 || true
fi
echo "$toolchain" >target/stamps/toolchain

have cc || packages+=(gcc libc6-dev)
have python3 || packages+=(python3)
have chromium || have google-chrome || have google-chrome-stable || [ -n "${CHROMIUM:-}" ] || packages+=(chromium)
have firefox-esr || have firefox || [ -n "${FIREFOX:-}" ] || packages+=(firefox-esr)
! have fc-list || fc-list :lang=zh family | grep -q . || packages+=(fonts-noto-cjk)

if [ ${#packages[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
        echo "setup: installing ${packages[*]}"
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update && apt-get install -y --no-install-recommends "${packages[@]}"; } >target/stamps/apt.log 2>&1 ||
            { tail -20 target/stamps/apt.log >&2; fail "apt-get could not install ${packages[*]}"; }
    else
        fail "these are missing; on Debian: sudo apt-get install ${packages[*]}   (elsewhere: the same browsers, or CHROMIUM= and FIREFOX= with their paths, and a Rust with the target wasm32-unknown-unknown)"
    fi
fi

if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --loglevel=error >target/stamps/npm.log 2>&1 || { tail -20 target/stamps/npm.log >&2; fail "npm ci failed"; }
    touch node_modules/.package-lock.json
fi
