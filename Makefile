# `make` lists what there is. Each target sets up what it needs; none needs more than Python 3.11 and make.
SHELL := /bin/sh
PY := .venv/bin/python
WORKBOOK := $(PY) -m workbook
TOOLS := . .venv/tools.env &&
export PYTHON
# Jupyter wants a home folder; a user in a container may have none.
export HOME ?= $(CURDIR)/_build/home
# What Python compiled once it need not compile for each worker and each kernel again.
unexport PYTHONDONTWRITEBYTECODE

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

read: ready ## read the course in your browser: sets up, builds, serves on this machine only
	@$(WORKBOOK) build --if-changed
	@exec $(WORKBOOK) serve

preview: ready ## read it while you change it: each change shows as you save it
	@exec $(WORKBOOK) preview

check: tools ready ## check words, data and code of an author's change, in seconds
	@$(MAKE) --no-print-directory -j2 check-words check-code

book: ready ## build the book from nothing into _build/html, warnings are errors
	@$(WORKBOOK) build

zip: ready ## make one file of the whole course, which opens from a folder: _build/*.zip
	@$(WORKBOOK) zip

scorm: ready ## make one file for a learning platform (SCORM 1.2): _build/*-scorm12.zip
	@$(WORKBOOK) scorm

questions: ready ## write the choice items as a question bank, in GIFT and Moodle XML: _build/*-questions.*
	@$(WORKBOOK) questions

pdf: tools ready ## print the whole course to one PDF: _build/*.pdf (needs Chromium)
	@$(TOOLS) $(WORKBOOK) pdf

notebooks: ready ## run all notebooks and store their outputs; ONE=name runs one alone
	@$(WORKBOOK) notebooks $(ONE)

lab: ready ## open the lessons as live notebooks in JupyterLab
	@$(PY) -m jupyterlab --ServerApp.root_dir=notebooks

test: tools ready ## run all checks, with what they need set up first
	@$(MAKE) --no-print-directory -j2 book lint
	@$(TOOLS) COURSE_PORTFOLIO=none $(PY) -m pytest --nbval --nbval-current-env -n 3 --dist loadfile --no-loadscope-reorder notebooks tests

full: ## run all checks, those that take long as well: a quarter of an hour
	@LONG=1 $(MAKE) --no-print-directory test

look: tools ready ## answer every exercise and lay pictures of all into _build/look/; ONE=name of a lesson
	@$(WORKBOOK) build --if-changed
	@$(TOOLS) $(PY) -m tests.look $(ONE)

links: tools ready ## ask for every link that leads outside
	@$(WORKBOOK) build --if-changed
	@$(PY) tests/bin/links.py

soak: tools book ## run the long tests: full fault counts, three browser engines, LibreOffice, zip, PDF
	@$(TOOLS) SOAK=1 $(PY) -m pytest -n 2 --dist loadfile tests

bench: tools ready ## measure weight and speed of the built book against its budgets; ONE=part of it
	@$(WORKBOOK) build --if-changed
	@$(TOOLS) $(PY) -m tests.bench $(ONE)

lint: tools ## check style, types and the direction of imports
	@$(TOOLS) $(PY) tests/bin/lint.py

# Not listed: what the others need first.
ready:
	@sh workbook/build/setup.sh

tools:
	@sh workbook/build/setup.sh tests/requirements.txt
	@$(PY) tests/bin/tools.py

# The two halves of `check`, side by side. What they do not use is not loaded: that is seconds.
LEAN := -q --noconftest -p no:xdist -p no:hypothesispytest -p no:nbval

check-words:
	@$(WORKBOOK) check
	@$(PY) -m pytest $(LEAN) tests/content

check-code:
	@$(PY) -m pytest $(LEAN) tests/unit

.PHONY: help read preview check check-words check-code lab links book zip scorm questions pdf notebooks test full look bench lint soak ready tools
