#!/usr/bin/env bash
# wasm.sh NAME FEATURES: builds the crate with FEATURES for the web and writes www/wasm/NAME.js and NAME_bg.wasm.
# wasm.sh --clippy FEATURES: lints it for wasm32 instead.
set -euo pipefail
cd "$(dirname "$0")/.."
name=$1 features=$2
triple=wasm32-unknown-unknown
toolchain=$(cat target/stamps/toolchain)
common=(--quiet --locked --lib --no-default-features --features "$features" --target "$triple" --target-dir target/wasm)
module=(--profile wasm --crate-type cdylib)
# The library built anew, without the texts of panics: a panic is a trap, and its text goes nowhere. A quarter of the module.
std=(-Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size)
# Nor does anyone see where it happened.
silent=-Zlocation-detail=none

build() {
    if [ "$toolchain" = debian ]; then
        PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 RUSTFLAGS=$silent CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19 \
            cargo rustc "${common[@]}" "${module[@]}" "${std[@]},panic_immediate_abort"
    elif [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; then
        RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort $silent" cargo rustc "${common[@]}" "${module[@]}" "${std[@]}"
    else
        cargo rustc "${common[@]}" "${module[@]}"
    fi
}

if [ "$name" = --clippy ]; then
    # Debian's second Rust has no clippy of its own; there the build itself, with warnings as errors, stands for it.
    [ "$toolchain" = debian ] || cargo clippy "${common[@]}" -- -D warnings
    exit 0
fi

# Cargo leaves each build under one name, so two builds take turns.
exec 9>target/stamps/wasm.lock
if command -v flock >/dev/null; then flock 9; fi
build
mkdir -p www/wasm target/wasm/"$name"
target/tools/debug/bindgen "target/wasm/$triple/wasm/rubricate.wasm" "target/wasm/$name" "$name"
node_modules/.bin/wasm-opt -O3 --strip-debug --strip-producers \
    --enable-bulk-memory --enable-bulk-memory-opt --enable-mutable-globals --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-reference-types --enable-multivalue \
    "target/wasm/$name/${name}_bg.wasm" -o "target/wasm/$name/small.wasm"
cp "target/wasm/$name/$name".{js,d.ts} www/wasm/
mv "target/wasm/$name/small.wasm" "www/wasm/${name}_bg.wasm"
