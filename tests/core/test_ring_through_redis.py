"""Jobs whose queue is a Redis that several machines share."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from django.db import transaction

from matinee.core import jobs
from matinee.core.settings import Settings
from tests.waiting import wait_until

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(os.environ.get("TESTS_WITHOUT_REDIS") == "1", reason="TESTS_WITHOUT_REDIS says so"),
]
heard: list[int] = []


@jobs.job("tests.note_from_afar")
def note(number: int) -> None:
    """Keep what was heard."""
    heard.append(number)


@pytest.fixture
def server(tmp_path: Path, settings_now: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """A Redis of our own, on loopback, which the settings name."""
    program = shutil.which("redis-server")
    assert program, "install redis-server (on Debian: apt-get install redis-server) or set TESTS_WITHOUT_REDIS=1"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)]
    settings_now.redis_url = f"redis://127.0.0.1:{port}/0"
    process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
    _forget_queue()
    try:
        wait_until(lambda: _answers(settings_now.redis_url))
        heard.clear()
        yield process
    finally:
        process.kill()
        process.wait()
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


def _answers(address: str) -> bool:
    try:
        with redis.Redis.from_url(address) as client:
            return bool(client.ping())
    except redis.ConnectionError:
        return False


def _forget_queue() -> None:
    """The queue is made once per process, for settings that do not change."""
    jobs._queue.cache_clear()
    jobs._bell.cache_clear()
