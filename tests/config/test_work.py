"""The worker role: it runs what is asked for, and stops promptly."""

import signal
import subprocess
import sys
import time

import pytest

from tests.config.furnished import Furnish
from tests.config.programs import PATIENCE, environment
from tests.waiting import wait_until

pytestmark = pytest.mark.e2e

_RING = """
import sys
import django
django.setup()
from matinee.core import jobs
from matinee.core.models import SweepRun
jobs.ring("catalog.refresh_title", 1)
while jobs.queue().pending_count() or not SweepRun.objects.filter(finished_at__isnull=False).exists():
    sys.stdin.readline()
print("all done", flush=True)
"""


def test_a_worker_answers_the_bell_runs_sweeps_and_stops_within_five_seconds(furnish: Furnish) -> None:
    folder = furnish("work")
    worker = subprocess.Popen([sys.executable, "-m", "matinee", "worker"], env=environment(folder))
    visitor = subprocess.Popen(
        [sys.executable, "-c", _RING],
        env={**environment(folder), "DJANGO_SETTINGS_MODULE": "matinee.config.settings"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        wait_until(lambda: _look_again(visitor), seconds=PATIENCE)
        asked = time.monotonic()
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(10) == 0
        assert time.monotonic() - asked < 5
        assert visitor.stdout
        assert visitor.stdout.read() == "all done\n"
    finally:
        for process in (worker, visitor):
            process.kill()
            process.wait()


def _look_again(visitor: subprocess.Popen[str]) -> bool:
    """Whether the visitor has seen all; else have it look again."""
    assert visitor.stdin
    if visitor.poll() is not None:
        return True
    try:
        visitor.stdin.write("\n")
        visitor.stdin.flush()
    except BrokenPipeError:
        return True
    return False
