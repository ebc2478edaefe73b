# Two commands matter: `make serve` (the reader on localhost) and `make test` (everything).
# Whatever is missing is installed first; a second run does no work twice.
.DEFAULT_GOAL := serve
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

STAMPS := target/stamps
RUST := $(shell find src -name '*.rs') Cargo.toml Cargo.lock
TOOL := $(shell find tools/bindgen -name '*.rs' -o -name 'Cargo.*' | grep -v '/target/')
READER := $(shell find www -type f -not -name precache.js -not -path 'www/wasm/*' -not -path 'www/vendor/*' -not -path 'www/types/*' -not -path 'www/extension/*')
NODE_TEST := node --test-reporter=spec --test

.PHONY: setup wasm entries reader serve test test-rust test-js test-chromium test-firefox test-all soak bench bench-highlight quality binary extension pictures lint-extension

setup: $(STAMPS)/setup
$(STAMPS)/setup: tools/setup.sh package-lock.json
	@mkdir -p $(@D)
	@tools/setup.sh
	@touch $@

# One module for each entry of the package that takes its own part of the crate.
wasm: www/wasm/full_bg.wasm
www/wasm/full_bg.wasm: $(RUST) $(STAMPS)/setup $(STAMPS)/bindgen tools/wasm.sh
	@tools/wasm.sh full html,export-extract,export-find

# What the entries ./live and ./find take: without the parser of HTML, and the finder alone.
entries: www/wasm/live_bg.wasm www/wasm/find_bg.wasm
www/wasm/live_bg.wasm: $(RUST) $(STAMPS)/setup $(STAMPS)/bindgen tools/wasm.sh
	@tools/wasm.sh live export-extract,export-find
www/wasm/find_bg.wasm: $(RUST) $(STAMPS)/setup $(STAMPS)/bindgen tools/wasm.sh
	@tools/wasm.sh find export-find

# What the reader needs besides: its one package, and the list that its service worker keeps.
reader: wasm www/precache.js
www/vendor/idb.js: $(STAMPS)/setup
	@mkdir -p $(@D)
	@cp node_modules/idb/build/index.js $@
	@echo 'export * from "idb";' > $(@D)/idb.d.ts
www/precache.js: $(READER) www/wasm/full_bg.wasm www/vendor/idb.js tools/precache.js
	@node tools/precache.js

$(STAMPS)/bindgen: $(TOOL) $(STAMPS)/setup
	@cargo build --quiet --manifest-path tools/bindgen/Cargo.toml --target-dir target/tools
	@touch $@

# Both extensions, as folders to load and as archives for the stores; it says how to load them.
extension: reader www/wasm/live_bg.wasm
	@node tools/extension.js

serve: reader
	@node tools/serve.js

# Photographs every screen of the reader; the best stand in docs.
pictures: reader extension
	@node tools/pictures.js
	@node tools/extension-pictures.js

binary: $(STAMPS)/setup
	@cargo build --quiet --release --bin rubricate

test: setup reader
	@$(MAKE) --no-print-directory -j1 test-rust test-js test-chromium test-firefox
	@echo "make test: all passed"

test-rust: $(STAMPS)/setup
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	@tools/wasm.sh --clippy html,export-extract,export-find
	cargo test --quiet
	cargo build --quiet --bin rubricate

test-js: reader entries
	node_modules/.bin/tsc -p jsconfig.json
	$(NODE_TEST) tests/www/*.test.js

test-chromium: reader entries extension
	@cargo build --quiet --example doors
	node --test-reporter=spec tests/browser/run.js chromium
	node tests/extension/run.js chromium

test-firefox: reader extension
	node --test-reporter=spec tests/browser/run.js firefox
	node tests/extension/run.js firefox

# What takes longer: the package as npm packs it, in Node and through a bundler.
test-all: test
	$(NODE_TEST) tests/package/*.test.js

# What takes hours: the laws against many more generated inputs.
soak: $(STAMPS)/setup
	PROPTEST_CASES=$(or $(CASES),200000) cargo test --quiet --release

# Scores of ../shared/corpora; `make quality ARGS="--open --worst 20 pages"` is for tuning.
quality: binary $(STAMPS)/python
	@python3 tools/quality/quality.py $(ARGS)

# What the scorers of keywords compare words with.
$(STAMPS)/python: $(STAMPS)/setup
	@python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target target/python snowballstemmer==3.1.1
	@touch $@

# Ratios to peers, measured in this run; `make bench ARGS=native` takes the benches whose name holds a word (sizes, native, chromium,
# first-call, keywords, reader, highlight), PAGES=n that many pages of a corpus.
bench: extension entries $(STAMPS)/peers-python $(STAMPS)/peers-highlight
	@cargo build --quiet --release --locked --manifest-path benches/peers/Cargo.toml --target-dir target/peers
	@node benches/run.js $(ARGS)
$(STAMPS)/peers-python: $(STAMPS)/setup
	@python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target target/python-peers yake==0.7.3 jieba==0.42.1
	@touch $@

$(STAMPS)/peers-highlight: benches/highlight/package-lock.json $(STAMPS)/setup
	@npm ci --silent --prefix benches/highlight
	@touch $@

# The highlighter beside mark.js, advanced-mark.js and what one would write by hand; ROW= takes some of the rows.
bench-highlight: wasm entries $(STAMPS)/peers-highlight
	@node benches/run.js highlight "$(ROW)"

# What the stores check before they take an archive.
lint-extension: extension
	@npm exec --yes --package web-ext@10.7.0 -- web-ext lint --source-dir dist/firefox --warnings-as-errors
