# make demo   the main job on the sample meeting, without a display: PDFs in out/
# make run    the window
# make test   every check, every test, and the demo from a built wheel
# make check  lint, format, types, imports, translations
# make bench  the figures, as ratios taken in one run
# make faults the long runs: kills, full disks, damaged files
# make validate  every document in every variant before veraPDF (PDF/A-2a and PDF/UA-1)
# make translations   bring the catalogues up to date with the code

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PY := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.translated
CATALOGUES := $(wildcard translations/*/LC_MESSAGES/*.po)
OUT ?= out
JOBS ?= 2

export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo run test check unit judge wheel bench faults validate translations lock clean

demo: $(READY)
	$(PY) -m kcdesk demo --out $(OUT)

run: $(READY)
	$(PY) -m kcdesk

test: check unit wheel

check: $(READY)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) packaging/translations.py check

unit: $(READY) judge
	$(PY) -m coverage erase
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n $(JOBS) --dist loadfile --cov --cov-report=
	$(PY) packaging/coverage_floors.py

# Java runs veraPDF, the judge of the documents; the program itself needs none.
judge:
	@sh packaging/system_libraries.sh java

wheel: $(READY)
	PYTHON=$(PY) sh packaging/test_wheel.sh

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.benchmarks

faults: $(READY)
	KCDESK_KILLS=1000 HYPOTHESIS_PROFILE=deep QT_QPA_PLATFORM=offscreen \
		$(PY) -m pytest tests/faults tests/storage tests/ui/widgets --timeout 7200

validate: $(READY) judge
	$(PY) -m tests.tools.validate

translations: $(READY)
	$(PY) packaging/translations.py update
	$(PY) packaging/translations.py compile

lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--no-header --no-annotate -o packaging/lock.txt

# The environment is made anew when what it holds changes; the package itself is editable.
$(INSTALLED): pyproject.toml packaging/lock.txt packaging/system_libraries.sh
	sh packaging/system_libraries.sh
	test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(PY) -m pip install -q -r packaging/lock.txt
	$(PY) -m pip install -q --no-deps -e .
	touch $(INSTALLED)

$(READY): $(INSTALLED) $(CATALOGUES) packaging/translations.py
	$(PY) packaging/translations.py compile
	touch $(READY)

clean:
	rm -rf $(VENV) $(OUT) build dist
