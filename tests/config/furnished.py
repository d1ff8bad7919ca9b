"""Data directories as a first start leaves them, made once for all tests of a run.

A first start takes half a minute on a busy machine, most of it for the starter catalogue; a copy takes none.
"""

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.config.programs import run

Furnish = Callable[[str], Path]


def furnishing(factory: pytest.TempPathFactory, *, starter: bool) -> Furnish:
    """A function that makes a data directory of that name: as new, but for what every first start would do."""
    base = factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base  # pytest-xdist gives each worker a folder in it
    pattern = shared / ("furnished-starter" if starter else "furnished")

    def furnish(name: str) -> Path:
        with (shared / f"{pattern.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # the other worker waits instead of doing it, too
            if not pattern.exists():
                made = shared / f"{pattern.name}-in-the-making"
                done = run(made, "prepare", MATINEE_STARTER=str(starter).lower())
                assert done.returncode == 0, done.stderr
                made.rename(pattern)
        return Path(shutil.copytree(pattern, factory.mktemp(name), dirs_exist_ok=True))

    return furnish
