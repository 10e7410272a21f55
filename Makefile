# Two commands matter: `make run` and `make test`. Everything they need is fetched into .venv and node_modules:
# no root, no system Node, Redis, PostgreSQL or browser. `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory --no-builtin-rules
.DELETE_ON_ERROR:

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
BIN := .venv/bin
DONE := .venv/.done
# npm keeps a cache, and a fresh machine may have no home to keep it in.
export npm_config_cache ?= $(CURDIR)/.venv/npm-cache
export npm_config_update_notifier := false
# Trust what this machine trusts, as pip does.
export NODE_USE_SYSTEM_CA ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUTF8 := 1
# What is compiled is kept, whatever the environment says: each of dozens of processes would compile everything anew, tests the most.
export PYTHONDONTWRITEBYTECODE :=
PIP := $(BIN)/python -m pip --quiet --no-input install
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
NPM := $(WITH_NODE) $(BIN)/npm

PAGE_SOURCES := package.json package-lock.json $(wildcard tsconfig*.json) \
    $(shell find realtime/client participant_ui facilitator_ui \( -name node_modules -o -name dist -o -name tests -o -name __pycache__ \) -prune \
        -o -type f ! -name '*.py' ! -name '*.test.ts*' -print 2>/dev/null)

.PHONY: help
help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- run

.PHONY: run setup rehearse screens
run: $(DONE)/ready ## start a practice session; LAN=1 for phones in the same network, PEOPLE=12 for company, AGENDA=taster, PORT=8400
	@exec $(BIN)/holdspace run $(if $(AGENDA),--agenda $(AGENDA)) $(if $(filter-out 0 no,$(LAN)),--lan) $(if $(PEOPLE),--people $(PEOPLE)) $(if $(PORT),--port $(PORT))

setup: $(DONE)/ready ## only prepare what `make run` needs
	@echo "Ready."

rehearse: $(DONE)/ready ## play a whole session with simulated people; AGENDA=taster PEOPLE=12 PACE=30
	@exec $(BIN)/holdspace rehearse $(if $(AGENDA),--agenda $(AGENDA)) $(if $(PEOPLE),--people $(PEOPLE)) $(if $(PACE),--pace $(PACE))

screens: $(DONE)/dev $(DONE)/pages ## take pictures of every state of every page into docs/screens
	@$(BIN)/python -m tests.browser.look docs/screens

# --- am I done?

# Name, budget in seconds, and what runs. The last line of each family says how long it took. A family over its budget is told so;
# one that takes three times as long hangs and is ended (a busy machine alone must not fail a change). Together they have at most a
# quarter of an hour on two cores, counting the proofs with the family that they run beside.
define family
@start=$$SECONDS; if timeout --kill-after=10 $$((3 * $(2))) $(SHELL) -euo pipefail -c '$(3)'; \
then took=$$((SECONDS - start)); echo "== $(1): $$took s of $(2) s"; [ $$took -le $(2) ] || echo "== $(1): over its budget" >&2; \
else code=$$?; [ $$code -ne 124 ] || echo "== $(1): ended after three times its $(2) s" >&2; echo "== $(1): failed after $$((SECONDS - start)) s" >&2; exit $$code; fi
endef

PYTEST := $(BIN)/python -m pytest -q
# What erasing leaves in the files of a real PostgreSQL takes its time, so it runs beside the other real servers.
ERASURE_TESTS := tests/records/test_g_a8.py
# What tries very many cases: an exact solver, whole evenings of rooms, random sessions.
PROOF_TESTS := $(wildcard tests/domain/test_g_a7.py tests/domain/test_matching*.py tests/domain/test_room_sizes.py tests/domain/test_random_sessions.py)
UNIT_TESTS := $(filter-out $(PROOF_TESTS),$(wildcard tests/domain/test_*.py)) $(wildcard tests/library tests/test_*.py) \
    $(filter-out $(ERASURE_TESTS),$(wildcard tests/records/test_*.py))
FAULT_TESTS := $(wildcard tests/realtime/test_g_r*.py tests/realtime/test_faults_*.py tests/realtime/test_g_m5.py tests/realtime/test_attendance.py)
PLAY_TESTS := $(wildcard tests/realtime/test_transcript_*.py tests/realtime/test_rehearse.py tests/rows/test_*.py)
REALTIME_TESTS := $(filter-out $(FAULT_TESTS) $(PLAY_TESTS),$(wildcard tests/realtime/test_*.py)) $(ERASURE_TESTS)

.PHONY: test test-lint test-unit test-proofs test-realtime test-faults test-plays test-adversary test-browser
test: ## everything, browser tests included
	@$(MAKE) test-lint
	@$(MAKE) test-unit
	@$(MAKE) test-realtime
	@$(MAKE) test-faults
	@$(MAKE) test-plays BESIDE=proofs
	@$(MAKE) test-adversary
	@$(MAKE) test-browser

test-lint: $(DONE)/dev $(DONE)/npm ## ruff, mypy, import-linter, tsc, oxlint
	$(call family,lint,60,$(BIN)/ruff check --quiet .; $(BIN)/ruff format --check --quiet .; $(BIN)/mypy --no-error-summary; \
    $(BIN)/lint-imports --no-cache > $(DONE)/imports.txt || { cat $(DONE)/imports.txt; exit 1; }; $(NPM) run --silent check)

test-unit: $(DONE)/dev $(DONE)/npm ## domain, library, records, documents; the pages' components
	$(call family,unit,115,$(NPM) test --silent > $(DONE)/vitest.log 2>&1 & pages=$$!; trap "kill $$pages 2>/dev/null || true" EXIT; \
    $(PYTEST) -n 2 --dist worksteal $(UNIT_TESTS); wait $$pages || { cat $(DONE)/vitest.log; exit 1; }; grep -E "Tests|Test Files" $(DONE)/vitest.log)

PROOFS := $(PYTEST) -n 2 --dist worksteal $(PROOF_TESTS)
test-proofs: $(DONE)/dev ## the domain against very many cases: solving, matching, random sessions
	$(call family,proofs,90,$(PROOFS))

# Proofs only reckon. In `make test` they run beside a family that mostly waits, at the lowest priority: they get the time that servers
# leave, and take none of theirs. What they say is shown when both have ended. (They remember no failures: the family beside them does.)
proofs_begin = $(if $(BESIDE),nice -n 19 $(PROOFS) -p no:cacheprovider > $(DONE)/proofs.log 2>&1 & proofs=$$!; \
    trap "kill $$proofs 2>/dev/null || true" EXIT;)
proofs_end = $(if $(BESIDE),; wait $$proofs || { cat $(DONE)/proofs.log; exit 1; }; echo "beside it the proofs:"; tail -n 1 $(DONE)/proofs.log)

# Most of these wait for a closing, a lapse or a killed process, so three or four at a time fit on two cores. A busy machine can still
# make one miss its time: that one is asked again alone, in the open, and fails the family if it fails again.
# Name, budget in seconds, files, how many at a time.
define side_by_side
$(call family,$(1),$(2),$(proofs_begin) $(PYTEST) -n $(4) --dist worksteal $(3) \
    || { echo "== $(1): what failed while $(4) ran side by side is asked once more - alone"; $(PYTEST) --last-failed $(3); }$(proofs_end))
endef

test-realtime: $(DONE)/dev ## real servers, real sockets, real databases
	$(call side_by_side,realtime,135,$(REALTIME_TESTS),3)

test-faults: $(DONE)/dev ## nodes, databases and lines that die, freeze and come back
	$(call side_by_side,faults,135,$(FAULT_TESTS),3)

test-plays: $(DONE)/dev ## whole evenings: the hand-written transcripts, the rehearsals, activities of every kind
	$(call side_by_side,plays,120,$(PLAY_TESTS),4)

test-adversary: $(DONE)/dev ## everything a thief could take, from the product and from every simpler way; who wrote which card?
	$(call side_by_side,adversary,85,tests/adversary,4)

test-browser: $(DONE)/dev $(DONE)/pages ## real browsers
	$(call side_by_side,browser,240,tests/browser,3)

.PHONY: rows
rows: $(DONE)/dev ## play every activity of the library on a real server, and write docs/rows.md; about two minutes
	@$(BIN)/python -m tests.rows

.PHONY: adversary adversary-long
adversary: $(DONE)/dev ## try to link cards to people, in the product and in every simpler way; one JSON line; about two minutes
	@$(BIN)/python -m tests.adversary

adversary-long: $(DONE)/dev ## the same with about 13,000 cards of the product; about a quarter of an hour
	@$(BIN)/python -m tests.adversary --long

.PHONY: matching
matching: $(DONE)/dev ## how well people are matched: many evenings, quality and times, one JSON line; about two minutes
	@$(BIN)/python -m tests.matching_report

# --- care of the tree

.PHONY: format lock clean
format: $(DONE)/dev ## format and sort, and mend what can be mended without thought
	@$(BIN)/ruff check --quiet --fix . || true
	@$(BIN)/ruff format .

lock: ## choose the versions anew from requirements/*.in, with hashes
	@echo "Resolving requirements/*.in"
	@tools=$$(mktemp -d); trap 'rm -rf "$$tools"' EXIT; \
	"$(PYTHON)" -m venv "$$tools"; "$$tools/bin/python" -m pip --quiet install uv==0.13.9; \
	for set in run dev; do \
	    "$$tools/bin/uv" pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links \
	        --custom-compile-command "make lock" --output-file requirements/$$set.lock requirements/$$set.in; \
	done

clean: ## remove everything that was built or fetched; data/ stays
	@rm -rf .venv node_modules participant_ui/dist facilitator_ui/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the steps, each done once and again only when what it is made from changes

$(DONE)/ready: $(DONE)/run $(DONE)/pages
	@touch $@

$(DONE)/venv:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	    || { echo "Holdspace needs Python 3.11 or newer; $(PYTHON) is older or missing. Name one: make PYTHON=/path/to/python3.12 …" >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null \
	    || { echo "$(PYTHON) comes without venv. On Debian and Ubuntu that is the package python3-venv." >&2; exit 1; }
	@mkdir -p $(DONE)
	@[ -x $(BIN)/python ] || { echo "Making .venv with $(PYTHON)"; "$(PYTHON)" -m venv .venv; }
	@touch $@

$(DONE)/run: requirements/run.lock pyproject.toml | $(DONE)/venv
	@echo "Installing what the server needs (requirements/run.lock; about half a minute)"
	@$(PIP) --require-hashes -r requirements/run.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(DONE)/dev: requirements/dev.lock $(DONE)/run
	@echo "Installing what the tests need (requirements/dev.lock; about half a minute)"
	@$(PIP) --require-hashes -r requirements/dev.lock
	@touch $@

# Stamps lie in .venv, so they go with it; what they stand for elsewhere may have been deleted by hand.
NPM_GONE := $(if $(wildcard node_modules/.package-lock.json),,again)
PAGES_GONE := $(if $(and $(wildcard participant_ui/dist/*),$(wildcard facilitator_ui/dist/*)),,again)
.PHONY: again
again:

$(DONE)/npm: package.json package-lock.json $(DONE)/run $(NPM_GONE)
	@echo "Fetching what the pages are built with (package-lock.json; about a quarter of a minute)"
	@$(NPM) ci --no-audit --no-fund --loglevel=error > /dev/null
	@touch $@

$(DONE)/pages: $(PAGE_SOURCES) $(DONE)/npm $(PAGES_GONE)
	@echo "Building the pages"
	@$(NPM) run --silent build > $(DONE)/pages.log 2>&1 || { cat $(DONE)/pages.log; exit 1; }
	@touch $@
