"""A change in one process is seen in all web processes within a second."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.config.programs import PATIENCE, Program, environment, run

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
def two(tmp_path: Path) -> Iterator[tuple[Program, Program]]:
    """Two web processes on one database."""
    assert run(tmp_path, "migrate").returncode == 0
    with Program(tmp_path, "web") as one, Program(tmp_path, "web") as other:
        yield one, other


def test_a_committed_change_is_shown_by_every_web_process_within_a_second(
    two: tuple[Program, Program], tmp_path: Path
) -> None:
    address = "/api/v1/lists"
    writer = subprocess.Popen(
        [sys.executable, "-c", _ANNOUNCE],
        env={**environment(tmp_path), "DJANGO_SETTINGS_MODULE": "matinee.config.settings"},
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
