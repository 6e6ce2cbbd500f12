# The annotated reader. `make` alone prints this list.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help site serve test check bench golden lock clean

help: ## print this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

site: $(VENV)/site ## make the environment, build the site, say where it is
	@$(RUN) scripts/build.py site

serve: $(VENV)/site ## the site at a local address, rebuilt when a source changes
	@$(RUN) scripts/build.py serve

check: $(VENV)/site ## say what is stale or wrong, and write nothing
	@$(RUN) scripts/build.py check

test: $(VENV)/test ## linters, types, all tests, the site in a real browser
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) scripts/build.py check
	CHROMIUM="$$($(RUN) tests/browser/find_chromium.py --install)" && export CHROMIUM && $(RUN) -m pytest

bench: $(VENV)/test ## what a build and a site cost; what the ledger makes of real edit histories
	@$(RUN) scripts/bench.py
	@PYTHONPATH=scripts:tests $(RUN) -m replay $(HISTORIES)

golden: $(VENV)/test ## write the golden files anew; read the diff before you commit it
	$(RUN) -m pytest tests/test_golden.py --rewrite-golden

lock: $(VENV)/test ## lock the dependencies anew from pyproject.toml
	$(VENV)/bin/pip install --quiet uv
	UV_DEFAULT_INDEX=https://pypi.org/simple $(VENV)/bin/uv lock --upgrade
	$(VENV)/bin/uv export --quiet --frozen --no-dev --no-emit-project --no-header -o requirements.txt
	$(VENV)/bin/uv export --quiet --frozen --all-groups --no-emit-project --no-header -o requirements-dev.txt

clean: ## remove what was built; sources and docs stay
	rm -rf $(VENV) .cache .build site .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; say which with: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/site: requirements.txt | $(VENV)/bin/python
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/test: requirements-dev.txt | $(VENV)/bin/python
	$(VENV)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/site
