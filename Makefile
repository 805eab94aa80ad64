# The two commands of the README are `report` and `test`; both set up what they need.

SWIFT_FLAGS := -c release --explicit-target-dependency-import-check error
FAULTLINE := .build/release/faultline

.PHONY: report test setup setup-tests setup-peers build lint bench bench-explorer clean

# Builds the site of the sample night and says how to open it.
report: build
	$(FAULTLINE) build --config Fixtures/night/faultline.yml --output site
	@echo "The report is at site/index.html; open it with: xdg-open site/index.html"

test: setup-tests build
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build
	Tests/ExplorerTests/run
	Tests/BrowserTests/run

# Ours and its peers in turn, one table; a part of it: make bench ONLY=night ROUNDS=5; the curve to its end: make bench LARGEST=10000000
ROUNDS := 3
LARGEST := 1000000
bench: setup-peers build
	.build/release/faultline-bench compare --rounds $(ROUNDS) --largest $(LARGEST) $(if $(ONLY),--only $(ONLY))

# Opening, filter changes and data size of the explorer: make bench-explorer REQUESTS=1000000
REQUESTS := 1000000
bench-explorer: setup-tests build
	Tests/BrowserTests/run --collect-only > /dev/null
	FAULTLINE=$(FAULTLINE) .build/browser-venv/bin/python Tests/BrowserTests/bench_explorer.py $(REQUESTS)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Templates Themes

build: setup
	swift build $(SWIFT_FLAGS)

setup:
	@.ci/setup libraries

setup-tests:
	@.ci/setup libraries browser

setup-peers:
	@.ci/setup peers

clean:
	rm -rf .build site
