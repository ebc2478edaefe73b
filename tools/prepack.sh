#!/usr/bin/env bash
# Called by `npm pack` in www: puts beside the modules what the package holds and the repository keeps elsewhere or makes.
set -euo pipefail
cd "$(dirname "$0")/.."
make --silent wasm entries >&2
cp README.md LICENSE-MIT LICENSE-APACHE www/
rm -rf www/types
node_modules/.bin/tsc --declaration --emitDeclarationOnly --allowJs --strict --skipLibCheck --module nodenext --target es2024 \
    --lib es2024,esnext,dom,dom.iterable --types node --rootDir www --outDir www/types www/index.js www/live.js www/find.js www/worker.js www/engine.worker.js
mkdir -p www/types/wasm
cp www/types.d.ts www/types/
cp www/wasm/{full,live,find}.d.ts www/types/wasm/
