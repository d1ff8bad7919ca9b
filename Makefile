# Every target does its own set-up, and only what has changed since the last time.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
# A machine may trust more certificates than uv brings along, those of a proxy say.
export UV_SYSTEM_CERTS := true

VENV := .venv
PY := $(VENV)/bin/python
UV := $(VENV)/bin/uv
PIP := $(UV) pip install --quiet --compile-bytecode --python $(PY)

CLIENT := matinee/config/client/index.html
NODE := web/node_modules/.installed
GENERATED := web/node_modules/.generated
RECORDING := web/mock/recording/index.json
SERVER_SOURCES := $(shell find matinee -name '*.py')
CLIENT_SOURCES := $(shell find web/src web/public web/build web/worker -type f ! -name schema.d.ts ! -name '*.gen.ts') \
	$(wildcard web/*.ts web/*.js web/*.json web/index.html)

.PHONY: help run web mock test check ready format bench wheel requirements clean

help:  ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.run $(CLIENT)  ## set everything up and start Matinee
	@$(PY) -m matinee serve

web: $(CLIENT)  ## build the web client

mock: $(NODE) $(RECORDING)  ## start the web client alone, on recorded answers
	@npm --prefix web run --silent mock

test: $(VENV)/.dev $(CLIENT)  ## run all tests: server on both databases, web client, browser
	@scripts/test.sh

check: $(VENV)/.dev $(GENERATED)  ## format, lint, types, import rules, migrations
	@scripts/check.sh

ready: $(VENV)/.dev $(CLIENT)  ## set up all that tests and checks need

format: $(VENV)/.dev  ## put the server's code into its format
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

bench: $(VENV)/.dev $(CLIENT)  ## measure, and print ratios
	$(PY) -m bench

wheel: $(VENV)/.tools $(CLIENT)  ## build dist/matinee-….whl with the web client inside
	rm -rf dist
	$(PY) -m hatchling --no-color build -t wheel -d dist >/dev/null
	@ls dist/*.whl

# UPGRADE=1 takes the newest versions; else only what pyproject.toml asks for changes.
COMPILE := $(UV) pip compile --quiet $(if $(UPGRADE),--upgrade) --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements"
requirements: $(VENV)/.tools  ## pin the Python packages anew, with hashes (UPGRADE=1: to their newest versions)
	$(COMPILE) pyproject.toml -o requirements/run.txt
	$(COMPILE) --group build -o requirements/build.txt
	$(COMPILE) pyproject.toml --group dev -c requirements/run.txt -c requirements/build.txt -o requirements/dev.txt

clean:  ## remove all that was built or installed here, never the data
	rm -rf $(VENV) dist web/node_modules web/dist web/openapi.json web/mock matinee/config/client
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# The Python environment. A stamp is written only after its step has succeeded.

$(VENV)/.tools: requirements/build.txt scripts/python.sh
	@echo "Making the Python environment in $(VENV)"
	@scripts/python.sh
	@touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml $(VENV)/.tools
	@echo "Installing what Matinee runs on"
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@echo "Installing what the tests and checks need"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

# The web client. Its API types come from the server's schema, which is written only when it has changed.

$(NODE): web/package.json web/package-lock.json scripts/node.sh
	@scripts/node.sh
	@echo "Installing what the web client is built with"
	@cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/.schema: $(SERVER_SOURCES) $(VENV)/.run
	@$(PY) -m matinee.config.openapi > $@.json
	@cmp -s $@.json web/openapi.json || cp $@.json web/openapi.json
	@touch $@

web/openapi.json: $(VENV)/.schema
	@test -f $@ || cp $(VENV)/.schema.json $@

# What the client's code is made of besides what is written: types of the API, checks of forms, the tree of routes.
$(GENERATED): $(NODE) web/openapi.json $(CLIENT_SOURCES)
	@cd web && npm run --silent generate
	@touch $@

# Built beside and moved into place, so that an interrupted build leaves the last good one.
$(CLIENT): $(GENERATED)
	@echo "Building the web client"
	@cd web && NODE_NO_WARNINGS=1 npm run --silent bundle -- --outDir dist --emptyOutDir --logLevel warn
	@rm -rf matinee/config/client && mv web/dist matinee/config/client

# What the client asked a real server for; anew when the API changes, or what the client asks.
$(RECORDING): web/openapi.json $(wildcard web/src/features/*/queries.ts) scripts/record_mock.py | $(VENV)/.dev $(CLIENT)
	@echo "Recording the answers of a real server"
	@$(PY) -m scripts.record_mock
