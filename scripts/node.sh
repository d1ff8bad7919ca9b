#!/bin/sh
# Says clearly when the web client cannot be built here.
set -eu

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Building the web client needs Node 20.19 or newer with npm; neither the wheel nor a running Matinee does." >&2
    exit 1
fi
if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
then
    echo "Building the web client needs Node 20.19 or newer; this is $(node --version)." >&2
    exit 1
fi
