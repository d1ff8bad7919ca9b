"""Jobs whose queue is a Redis that several machines share."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from matinee.core import jobs
from matinee.core.settings import Settings
from tests import redis_server

pytestmark = [pytest.mark.django_db(transaction=True), redis_server.needs_redis]
heard: list[int] = []


@jobs.job("tests.note_from_afar")
def note(number: int) -> None:
    """Keep what was heard."""
    heard.append(number)


@pytest.fixture
def server(tmp_path: Path, settings_now: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """A Redis of our own, on loopback, which the settings name."""
    with redis_server.running(tmp_path) as (settings_now.redis_url, process):
        _forget_queue()
        heard.clear()
        yield process
        _forget_queue()


def test_a_job_goes_through_redis_once(server: subprocess.Popen[bytes]) -> None:
    with transaction.atomic():
        jobs.ring("tests.note_from_afar", 7)
    assert jobs.queue().pending_count() == 1

    while task := jobs.queue().dequeue():
        jobs.queue().execute(task)
    assert heard == [7]
    assert jobs.queue().pending_count() == 0


def test_a_visitor_does_not_suffer_when_redis_is_gone(server: subprocess.Popen[bytes]) -> None:
    server.kill()
    server.wait()

    jobs.ring("tests.note_from_afar", 7)
    assert heard == []


def _forget_queue() -> None:
    """The queue is made once per process, for settings that do not change."""
    jobs._queue.cache_clear()
    jobs._bell.cache_clear()
