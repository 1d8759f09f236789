# Everything a developer or an officer with make runs. Python >= 3.11 is all that must be there.

SHELL := /bin/sh
.DEFAULT_GOAL := help

SUITABLE = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$python -c '$(SUITABLE)' >/dev/null 2>&1; then echo $$python; break; fi; done)
VENV ?= .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PYTEST_ARGS ?=
BENCH_ARGS ?=
DEMO := $(CURDIR)/build/demo

.PHONY: help demo test coverage check format exhaustive messy fuzz crash same mutate bench docs pictures lock clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

# One stamp per lock: a second run installs nothing unless a lock or the project file has changed.
$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12, 3.13 or 3.14 is needed" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run $(VENV)/.test $(VENV)/.lint $(VENV)/.bench: $(VENV)/.%: requirements/%.txt pyproject.toml | $(VENV)/.python
	$(INSTALL) --require-hashes -r requirements/$*.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(VENV)/.run ## plan quan-1-2019: 193 members, 95 branches
	@rm -rf build/demo && mkdir -p build/demo
	@cd data/samples/quan-1-2019 && "$(CURDIR)/$(BIN)/reassign" plan --output "$(DEMO)/quan-1-2019.xlsx"

test: $(VENV)/.test ## every test that needs nothing but Python, and more where more is installed
	$(BIN)/python -m pytest $(PYTEST_ARGS)

coverage: $(VENV)/.test ## the tests with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term $(PYTEST_ARGS)

check: $(VENV)/.lint ## style, types and the import contract
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo

format: $(VENV)/.lint ## put every file in the one format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

exhaustive: $(VENV)/.test ## every small instance against enumeration (hours)
	$(BIN)/python -m pytest -m exhaustive $(PYTEST_ARGS)

crash: $(VENV)/.test ## kill and fail the program at hundreds of system calls (needs strace)
	REASSIGN_CRASH_POINTS=150 REASSIGN_KILLS=20 $(BIN)/python -m pytest tests/crash tests/journeys/test_batch.py $(PYTEST_ARGS)

same: $(VENV)/.test ## every command in twenty-one surroundings: one set of bytes (minutes)
	REASSIGN_SURROUNDINGS=1 $(BIN)/python -m pytest tests/journeys/test_same_bytes_of_everything.py tests/journeys/test_same_bytes.py $(PYTEST_ARGS)

messy: $(VENV)/.test ## a thousand messy rosters against the clean ones (minutes)
	REASSIGN_EXAMPLES=1000 $(BIN)/python -m pytest tests/properties/test_messy_rosters.py $(PYTEST_ARGS)

fuzz: $(VENV)/.test ## spoiled files of every kind for ten minutes, the corpora among them
	REASSIGN_FUZZ_SECONDS=$${REASSIGN_FUZZ_SECONDS:-600} $(BIN)/python -m pytest -s tests/fuzz $(PYTEST_ARGS)

mutate: $(VENV)/.test ## small changes of checker, solver and readers that some test must notice (hours; ROOMS="check" for one, MUTATE_ARGS="--sample 150 --seed 1" for some)
	@for room in $${ROOMS:-check solve readers writers}; do nice $(BIN)/python -m tests.mutation.run $$room $(MUTATE_ARGS) || failed=1; done; test -z "$$failed"

bench: $(VENV)/.bench ## whole plans beside their floor and the scripts a user would write instead
	$(BIN)/python benchmarks/run.py $(BENCH_ARGS)

docs: $(VENV)/.test ## write the generated pages again
	$(BIN)/python docs/generate.py

pictures: $(VENV)/.test ## take the pictures of the documentation again (LibreOffice, Poppler, Chromium)
	$(BIN)/python docs/pictures.py

lock: ## resolve the locks again (needs uv)
	for name in run test lint bench; do \
		case $$name in run) groups="build";; test) groups="build test";; lint) groups="build test lint";; bench) groups="build bench";; esac; \
		uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header --python-version 3.11 \
			pyproject.toml $$(for group in $$groups; do echo "--group pyproject.toml:$$group"; done) \
			--output-file requirements/$$name.txt || exit; \
	done

clean: ## forget everything that was built
	rm -rf build dist htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
