#!/bin/sh
# What `make test` runs. Programs that only the tests need come from Debian's packages when they are missing.
set -u
cd "$(dirname "$0")/.."
. scripts/apt.sh
. scripts/steps.sh

# needs PROGRAM PACKAGE WHAT: have it, or install it, or say what is left out (on a CI machine: fail).
needs() {
    present "$1" || apt_install "$2" >&2 && present "$1" && return
    echo "$1 is missing and could not be installed: $3 are left out (on Debian: apt-get install $2)." >&2
    note "left out" "$3: $1 is missing"
    [ "${CI:-}" != true ] || failed=1
    return 1
}

present() {
    command -v "$1" >/dev/null || ls /usr/lib/postgresql/*/bin/"$1" >/dev/null 2>&1
}

browser=yes
needs postgres postgresql "tests on PostgreSQL" || TESTS_WITHOUT_POSTGRES=1
needs redis-server redis-server "tests of the shared job queue" || TESTS_WITHOUT_REDIS=1
needs chromium chromium "browser tests" || browser=""
present chromium-headless-shell || apt_install chromium-headless-shell >&2 || true  # does with a third of the work
export TESTS_WITHOUT_POSTGRES=${TESTS_WITHOUT_POSTGRES:-} TESTS_WITHOUT_REDIS=${TESTS_WITHOUT_REDIS:-}

PATH="$PWD/.venv/bin:$PATH"
# What one step has compiled, the others and every program they start need not compile again, as containers like to ask.
unset PYTHONDONTWRITEBYTECODE

# marked NAME: the files outside the browser's folder with tests of that mark. Each worker reads all files that it is
# given, to choose from them.
marked() {
    grep -rl --include='test_*.py' --exclude-dir=e2e "mark\.$1\b" tests | sort
}

# What asks the API at random takes a second to load, and none of it is in these steps.
plain="-p no:schemathesis"
# Houses as a first start leaves them, for all steps that begin from one.
TESTS_FURNISHED=$(mktemp -d)
export TESTS_FURNISHED
trap 'rm -rf "$TESTS_FURNISHED"' EXIT
step "web client" npm --prefix web test --silent
step "server on SQLite" python -m pytest -q -n auto -m "not e2e" --ignore=tests/e2e
step "server on PostgreSQL" python -m tests.postgres -- python -m pytest -q -n auto $plain -m "both_databases and not e2e" \
    $(marked both_databases)
# Two at a time, however many processors there are: each has programs and a browser of its own, and three took longer on
# two. A file stays together, since it shares its running program.
step "whole program" python -m pytest -q -n 2 --dist loadfile $plain -m "e2e and not browser" $(marked e2e)
# In the order of their names: by default, those of the fewest tests come last, which are the longest here.
[ -z "$browser" ] || step "browser" python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder $plain -m browser tests/e2e
finish
