"""Fixtures of the tests of messages."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from matinee.core.settings import Settings
from tests.mailbox import Mailbox


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings_now: Settings) -> Path:
    """A data directory of its own: keys and outbox."""
    settings_now.data_dir = tmp_path
    return tmp_path


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with Mailbox() as running:
        yield running


@pytest.fixture
def closed_port() -> int:
    """Nobody listens there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
