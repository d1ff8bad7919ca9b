"""Data directories as a first start leaves them, and whatever else is made once for all tests of a run.

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


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """What `make` puts in a place that it is told, there for all workers of a run: the first that asks makes it."""
    shared = _shared(factory)
    found = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the other worker waits instead of doing it, too
        if not found.exists():
            making = shared / f"{name}-in-the-making"
            make(making)
            making.rename(found)
    return found


def furnishing(factory: pytest.TempPathFactory, *, starter: bool) -> Furnish:
    """A function that makes a data directory of that name: as new, but for what every first start would do."""

    def make(folder: Path) -> None:
        done = run(folder, "prepare", MATINEE_STARTER=str(starter).lower())
        assert done.returncode == 0, done.stderr
        if starter:  # else every copy's worker would learn the same
            learnt = run(folder, "recommend", "learn")
            assert learnt.returncode == 0, learnt.stderr

    def furnish(name: str) -> Path:
        pattern = once(factory, "furnished-starter" if starter else "furnished", make)
        return Path(shutil.copytree(pattern, factory.mktemp(name), dirs_exist_ok=True))

    return furnish
