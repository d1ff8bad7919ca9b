"""A real Redis on loopback, for one test."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis

from tests.waiting import wait_until

needs_redis = pytest.mark.skipif(os.environ.get("TESTS_WITHOUT_REDIS") == "1", reason="TESTS_WITHOUT_REDIS says so")


@contextmanager
def running(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Yields its address and its process, which a test may kill."""
    program = shutil.which("redis-server")
    assert program, "install redis-server (on Debian: apt-get install redis-server) or set TESTS_WITHOUT_REDIS=1"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    process = subprocess.Popen([program, *options], stdout=subprocess.DEVNULL)
    address = f"redis://127.0.0.1:{port}/0"
    try:
        wait_until(lambda: _answers(address))
        yield address, process
    finally:
        process.kill()
        process.wait()


def _answers(address: str) -> bool:
    try:
        with redis.Redis.from_url(address) as client:
            return bool(client.ping())
    except redis.ConnectionError:
        return False
