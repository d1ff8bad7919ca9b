#!/bin/sh
# What `make check` runs: everything that can be said of the code without starting it.
set -u
cd "$(dirname "$0")/.."
. scripts/steps.sh

# The developer's own installation has no part in this.
for name in $(env | sed -n 's/^\(MATINEE_[A-Z_]*\)=.*/\1/p'); do unset "$name"; done
MATINEE_DATA_DIR=$(mktemp -d)
export MATINEE_DATA_DIR DJANGO_SETTINGS_MODULE=matinee.config.settings
trap 'rm -rf "$MATINEE_DATA_DIR"' EXIT
PATH="$PWD/.venv/bin:$PATH"
export NODE_NO_WARNINGS=1

step "web: types" npm --prefix web run --silent types
aside "web: lint" npm --prefix web run --silent lint  # takes as long as all others, and reads what the types are made of
step "format" ruff format --check --quiet .
step "lint" ruff check --quiet .
step "types" mypy --no-error-summary
step "import rules" lint-imports
step "migrations are complete" python -m django makemigrations --check --dry-run
step "web: words" npm --prefix web run --silent words
finish
