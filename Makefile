# Everything runs from .venv, which is set up on first use from locked versions.
SHELL := /bin/bash
.DEFAULT_GOAL := help
READY := .venv/ready
BIN := .venv/bin
PYTEST_ARGS ?= --numprocesses=auto --maxprocesses=4

.PHONY: help demo web test check format docs clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/'

demo: $(READY)  ## build the graph of seeds/, validate it and run every query
	@mkdir -p out
	$(BIN)/newsgraph build seeds -o out/newsgraph.ttl
	$(BIN)/newsgraph validate out/newsgraph.ttl
	$(BIN)/newsgraph query out/newsgraph.ttl --all --limit 8 --param who=Russia --param where=Kazakhstan --param person=Tokayev

web:  ## build the scripts of the explorer (needs Node.js and npm)
	cd frontend && npm ci --ignore-scripts && npm run check && npm run build

test: $(READY)  ## run the tests
	$(BIN)/python -m pytest -q $(PYTEST_ARGS)

check: $(READY)  ## lint, types, architecture contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)  ## let ruff rewrite what it can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(READY)  ## write docs/cli.md and docs/queries.md anew
	$(BIN)/python -m newsgraph.cli.reference > docs/cli.md
	$(BIN)/python tools/make_queries_page.py > docs/queries.md

clean:  ## remove what the targets made
	rm -rf .venv out dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis \
		frontend/node_modules src/newsgraph/web/static/built

$(READY): requirements.lock requirements-models.lock pyproject.toml .ci/setup
	@.ci/setup
