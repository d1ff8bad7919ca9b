"""Data directories as a first start leaves them, made once for all tests of a run.

A first start takes half a minute on a busy machine, most of it for the starter catalogue; a copy takes none.
"""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.config.programs import run

Furnish = Callable[[str], Path]


def _shared(factory: pytest.TempPathFactory) -> Path:
    """A folder for all workers of this run, or of several runs where TESTS_FURNISHED names one."""
    if given := os.environ.get("TESTS_FURNISHED"):
        return Path(given)
    base = factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base  # pytest-xdist gives each worker a folder in it


def furnishing(factory: pytest.TempPathFactory, *, starter: bool) -> Furnish:
    """A function that makes a data directory of that name: as new, but for what every first start would do."""
    shared = _shared(factory)
    pattern = shared / ("furnished-starter" if starter else "furnished")

    def furnish(name: str) -> Path:
        with (shared / f"{pattern.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # the other worker waits instead of doing it, too
            if not pattern.exists():
                made = shared / f"{pattern.name}-in-the-making"
                done = run(made, "prepare", MATINEE_STARTER=str(starter).lower())
                assert done.returncode == 0, done.stderr
                if starter:  # else every copy's worker would learn the same
                    learnt = run(made, "recommend", "learn")
                    assert learnt.returncode == 0, learnt.stderr
                made.rename(pattern)
        return Path(shutil.copytree(pattern, factory.mktemp(name), dirs_exist_ok=True))

    return furnish
