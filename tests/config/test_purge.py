"""A change in one process is seen in all web processes within a second."""

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.config.furnished import Furnish
from tests.config.programs import PATIENCE, Program, environment

pytestmark = pytest.mark.e2e

_ANNOUNCE = """
import sys
import django
django.setup()
from matinee.catalog.events import ListChanged
from matinee.core import events
from matinee.core.deeds import deed
print("ready", flush=True)
sys.stdin.readline()
with deed():
    events.append(ListChanged("movies-popular"))
print("done", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def two(furnish: Furnish) -> Iterator[tuple[Program, Program]]:
    """Two web processes on one database."""
    folder = furnish("purge")
    with Program(folder, "web") as one, Program(folder, "web") as other:
        yield one, other


def test_a_committed_change_is_shown_by_every_web_process_within_a_second(two: tuple[Program, Program]) -> None:
    address = "/api/v1/lists"
    writer = subprocess.Popen(
        [sys.executable, "-c", _ANNOUNCE],
        env={**environment(two[0].data_dir), "DJANGO_SETTINGS_MODULE": "matinee.config.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdin
    assert writer.stdout
    assert writer.stdout.readline() == "ready\n"
    for program in two:
        program.get(address)
        assert program.get(address)[1]["x-cache"] == "hit"

    writer.stdin.write("\n")
    writer.stdin.flush()
    assert writer.stdout.readline() == "done\n"
    committed = time.monotonic()
    for program in two:
        while program.get(address)[1]["x-cache"] == "hit":
            assert time.monotonic() - committed < 1
    writer.communicate(timeout=PATIENCE)
