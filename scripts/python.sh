#!/bin/sh
# Makes .venv with uv inside, by whatever of uv, pip and apt-get this machine has. Does nothing where both are there.
set -eu
cd "$(dirname "$0")/.."
. scripts/apt.sh

venv=.venv

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

base_python() {
    for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo "Matinee needs Python 3.11 or newer (on Debian: apt-get install python3); PYTHON=/path/to/python names one." >&2
    return 1
}

make_venv() {
    python=$(base_python)
    if command -v uv >/dev/null; then
        uv venv --quiet --clear --no-python-downloads --python "$python" $venv
    elif "$python" -m ensurepip --version >/dev/null 2>&1 || apt_install python3-venv; then
        "$python" -m venv --clear $venv
    elif "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --clear --without-pip $venv
    else
        echo "Python's venv is missing. Install it (on Debian: apt-get install python3-venv) and try again." >&2
        return 1
    fi
}

install_uv() {
    if command -v uv >/dev/null; then
        uv pip install --quiet --python $venv/bin/python --require-hashes -r requirements/build.txt
    elif $venv/bin/python -m pip --version >/dev/null 2>&1 || $venv/bin/python -m ensurepip >/dev/null 2>&1; then
        $venv/bin/python -m pip install --quiet --require-hashes -r requirements/build.txt
    else  # Debian's own pip may not write to the system, but it may write to our environment
        python3 -m pip --python $venv/bin/python install --quiet --require-hashes -r requirements/build.txt
    fi
}

new_enough $venv/bin/python || make_venv
install_uv
