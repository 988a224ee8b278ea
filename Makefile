# Everything happens in .venv, which is made on first use and again whenever a lock file changes. Python 3.11 and make suffice.
.DEFAULT_GOAL := help
.PHONY: help run test lint types imports unit e2e docs dictionary fix bench fuzz compile interpreted lock clean
# Nothing that somebody has set for another project may reach this one.
unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install -qq --no-compile --no-build-isolation
PYTEST := $(BIN)/python -m pytest
# Arguments for `kennzahl run`, e.g. make run ARGS="--published 2025-01-30"
ARGS ?=

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/installed ## read what is new in the inbox and the sources, check it, publish the tables
	@$(BIN)/kennzahl run $(ARGS)

test: lint types imports interpreted ## everything: lint, types, import contract, then all tests
	$(PYTEST)

lint: $(VENV)/installed-dev ## ruff: style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev ## mypy, strict on the engine
	$(BIN)/mypy

imports: $(VENV)/installed-dev ## the import contract: cli -> flows -> tasks -> expectations -> kennzahl
	$(BIN)/lint-imports

unit: $(VENV)/installed-dev interpreted ## the quick tests: no servers, no workers
	$(PYTEST) -m "not e2e"

e2e: $(VENV)/installed-dev interpreted ## the end-to-end tests: real servers and workers on loopback
	$(PYTEST) -m e2e

docs: $(VENV)/installed-dev ## the README's commands, the help texts and the data dictionary against the code
	$(PYTEST) tests/docs

dictionary: $(VENV)/installed ## write the data dictionary into the README
	$(BIN)/python -m tasks.dictionary --write

fix: $(VENV)/installed-dev ## let ruff repair style and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/installed ## accuracy on our own articles, German and English
	$(BIN)/kennzahl evaluate tests/gold/samples.de.jsonl
	$(BIN)/kennzahl evaluate tests/gold/samples.en.jsonl

fuzz: $(VENV)/installed-dev ## ten thousand broken inputs: pages, feeds, archives, JSON; ARGS="--count 500"
	$(BIN)/python -m tests.fuzzing $(ARGS)

compile: $(VENV)/installed-dev ## read about 1.4 times as fast, and the same: compile the engine (needs a C compiler, takes some minutes)
	@$(BIN)/python -m scripts.compile_engine

# Tests read the sources, so they begin with this.
interpreted: ## take the compiled engine away again
	@if [ -f kennzahl/reading/compiled-from.txt ]; then echo "taking the compiled engine away (make compile brings it back)"; fi
	@find kennzahl \( -name '*.so' -o -name compiled-from.txt \) -delete

lock: ## pin requirements*.in anew (needs uv)
	uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 requirements.in -o requirements.lock
	uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 requirements-dev.in -o requirements-dev.lock

clean: interpreted ## remove .venv, the compiled engine and the tools' caches; data/ stays
	rm -rf $(VENV) .prefect .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage build dist *.egg-info

# pip is what comes last into a new environment: one without it is half made, and made again.
# python3.11 may be a shim that names a version which is not there: the first candidate that runs, and is 3.11, is taken.
$(BIN)/pip:
	@for python in python3.11 python3 python; do \
	  "$$python" -c 'import sys; raise SystemExit(sys.version_info[:2] != (3, 11))' 2>/dev/null || continue; \
	  echo "making $(VENV) with $$(command -v $$python)"; \
	  "$$python" -m venv --clear $(VENV) && exit 0; \
	  rm -rf $(VENV); \
	  echo "kennzahl: $$python cannot make a virtual environment; install its venv module (Debian, Ubuntu: python3.11-venv)" >&2; \
	  exit 1; \
	done; \
	echo "kennzahl: needs Python 3.11 (python3.11 on the PATH), found: $$(python3 --version 2>&1 || true)" >&2; exit 1

# The lock file is complete and has a hash for every file, so pip has nothing to resolve (--no-deps).
$(VENV)/installed: requirements.lock pyproject.toml | $(BIN)/pip
	@echo "installing $$(grep -c '^[a-z0-9]' requirements.lock) pinned packages into $(VENV) (about a minute)"
	@$(PIP) --require-hashes --no-deps -r requirements.lock
	@$(PIP) --no-deps -e .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	@echo "installing the test tools into $(VENV)"
	@$(PIP) --require-hashes --no-deps -r requirements-dev.lock
	@touch $@
