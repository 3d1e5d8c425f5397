# make report   set up, build the example reports into output/, say where they are
# make test     set up, run lint, types and tests
# make bench    set up, run the benchmarks and print ratios
# make look     set up, every page of every example as pictures, with what can be measured of them
# make fuzz     set up, try files that are almost right for MINUTES=60, keep what fails in tests/fuzz/cases
# make corpus   set up, append every .docx and .xlsx of FOLDER=path to a report, say what became of it
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
TOOLS := $(VENV)/.ready-dev
# Contents lists get their page numbers where LibreOffice is there to count the pages.
PAGES := $(if $(shell command -v soffice || command -v libreoffice),--page-numbers)

.PHONY: report test lint types tests bench attack corpus fuzz look docs clean

report: $(STAMP)
	$(BIN)/committee build --all $(PAGES)

test: lint types tests

lint: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TOOLS)
	$(BIN)/mypy

tests: $(TOOLS)
	$(BIN)/python -m pytest -n auto --dist loadfile

bench: $(TOOLS)
	$(BIN)/python -m benchmarks

look: $(TOOLS)
	$(BIN)/python -m tests.look $(FILES)

fuzz: $(TOOLS)
	$(BIN)/python -m tests.fuzz $(or $(MINUTES),60)

attack: $(TOOLS)
	$(BIN)/python -m tests.attack $(or $(MINUTES),10) $(or $(SEED),0)

corpus: $(TOOLS)
	$(BIN)/python -m tests.corpus "$(FOLDER)"

docs: $(STAMP)
	$(BIN)/python -m generator.cli.reference

# A virtual environment of the project's own; made again when the dependencies change.
$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or later is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@$(BIN)/python -m compileall -q generator
	@touch $(STAMP)

# What tests, types and benchmarks need besides.
$(TOOLS): $(STAMP)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(TOOLS)

clean:
	rm -rf $(VENV) output/* .pytest_cache .mypy_cache .ruff_cache .hypothesis
