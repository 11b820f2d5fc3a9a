# make run, make test; make help lists the rest.
.POSIX:
.SILENT:
.DEFAULT_GOAL = help
VENV = .venv
# Whoever asks Python elsewhere not to keep what it compiles would wait for it here at every start.
PYTHONDONTWRITEBYTECODE =
PYTHON = $(VENV)/bin/python
BESIDE_A_DATABASE = $(PYTHON) -m mend.database exec --

run: $(VENV)/installed ## start Mend; PORT=9000 for another port
	exec $(PYTHON) -m mend.run

demo: $(VENV)/installed ## fill the embedded database with a made-up story of five weeks
	$(PYTHON) -m mend.database keep -- $(PYTHON) manage.py migrate --verbosity 0
	$(PYTHON) -m mend.database keep -- $(PYTHON) manage.py demo

test: $(VENV)/installed-dev ## every check: format, types, templates, migrations, tests
	$(MAKE) --no-print-directory -j 2 form behaviour

form: $(VENV)/installed-dev
	$(VENV)/bin/ruff check --quiet .
	$(VENV)/bin/ruff format --quiet --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/djlint templates --lint --check
	$(BESIDE_A_DATABASE) $(PYTHON) manage.py makemigrations --check --dry-run

behaviour: $(VENV)/installed-dev
	$(PYTHON) -m tests.browser
	$(BESIDE_A_DATABASE) $(COVERED) --json --out $(VENV)/covered.json \
	  -m pytest -n 4 --dist loadfile --no-loadscope-reorder
	$(COVERED) --fail-under 95 --out $(VENV)/covered.json --merge $(VENV)/covered.json
COVERED = $(PYTHON) -W "ignore:Unable to activate pytest" -m slipcover

soak: $(VENV)/installed-dev ## 100,000 steps of random histories, of which make test takes 5,000
	STEPS=100000 $(BESIDE_A_DATABASE) $(VENV)/bin/pytest -n 2 tests/histories

hints: $(VENV)/installed-dev ## how often the language hints are right, and every miss
	$(PYTHON) -m tests.language.measure

lock: $(VENV)/installed-dev ## renew the lock files from pyproject.toml
	$(LOCK) -o requirements.txt
	$(LOCK) --group dev --constraint requirements.txt -o requirements-dev.txt
LOCK = $(VENV)/bin/uv --no-config pip compile pyproject.toml --quiet --upgrade --universal \
	--generate-hashes --python-version 3.12 --no-header

help: ## this list
	sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

$(VENV)/installed: requirements.txt $(PYTHON)
	echo "Installing what Mend needs. This happens once." >&2
	$(INSTALL) -r requirements.txt
	touch $@

$(VENV)/installed-dev: requirements-dev.txt $(PYTHON)
	echo "Installing what the tests need. This happens once." >&2
	$(INSTALL) -r requirements-dev.txt
	touch $@
INSTALL = $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps

# A name on the path may be an empty shim, so each one is asked whether it really is 3.12 or newer.
$(PYTHON):
	for python in python3.14 python3.13 python3.12 python3 python; do \
	  if $$python -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; \
	  then exec $$python -m venv --clear $(VENV); fi; \
	done; \
	echo "Mend needs Python 3.12 or newer with its venv module (on Debian: apt install" \
	  "python3 python3-venv). None was found." >&2; exit 1

.PHONY: run demo test form behaviour soak hints lock help
