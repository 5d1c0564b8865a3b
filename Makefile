# `make` lists what there is. Each target sets up what it needs; none needs more than Python 3.11 and make.
SHELL := /bin/sh
PY := .venv/bin/python
export PYTHON
# No learner works here: notebooks are run as if for the first time, and keep no answers.
export COURSE_PORTFOLIO = none

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

read: ready ## read the course in your browser: sets up, builds, serves on this machine only
	@$(PY) book/bin/build.py --if-changed
	@exec $(PY) book/bin/serve.py

book: ready ## build the book from nothing into _build/html, warnings are errors
	@$(PY) book/bin/build.py

zip: ready ## make one file of the whole course, which opens from a folder: _build/*.zip
	@$(PY) book/bin/build.py --if-changed
	@$(PY) book/bin/pack.py

pdf: tools ready ## print the whole course to one PDF: _build/*.pdf (needs Chromium)
	@$(PY) book/bin/build.py --if-changed
	@. .venv/tools.env && $(PY) book/bin/pdf.py

notebooks: ready ## run all notebooks and store their outputs
	@$(PY) book/bin/notebooks.py

test: tools ready ## run all checks, with what they need set up first
	@$(MAKE) --no-print-directory -j2 book lint
	@. .venv/tools.env && $(PY) -m pytest --nbval --nbval-current-env -n 3 --dist loadfile --no-loadscope-reorder notebooks tests

lab: ready ## open the lessons as live notebooks in JupyterLab
	@env -u COURSE_PORTFOLIO $(PY) -m jupyterlab --ServerApp.root_dir=notebooks

links: tools ready ## ask for every link that leads outside
	@$(PY) book/bin/build.py --if-changed
	@$(PY) tests/bin/links.py

soak: tools book ## run the long tests: fault sequences, portfolios, maps, LibreOffice, Firefox, zip, PDF
	@. .venv/tools.env && SOAK=1 SEQUENCES=500 $(PY) -m pytest -n 2 tests/faults
	@. .venv/tools.env && SOAK=1 PORTFOLIOS=1000 MANY=1000 \
		$(PY) -m pytest -n 2 --dist loadfile tests/portfolio tests/kinds tests/engines \
			tests/offline tests/printed tests/ways tests/accessibility tests/browser/test_lesson.py

bench: tools ready ## measure weight and speed of the built book against its budgets
	@$(PY) book/bin/build.py --if-changed
	@. .venv/tools.env && $(PY) -m tests.bench

lint: tools ## check style and types of Python and JavaScript
	@. .venv/tools.env && $(PY) tests/bin/lint.py

# Not listed: what the others need first.
ready:
	@sh book/bin/setup.sh

tools:
	@sh book/bin/setup.sh tests/requirements.txt
	@$(PY) tests/bin/tools.py

.PHONY: help read lab links book zip pdf notebooks test bench lint soak ready tools
