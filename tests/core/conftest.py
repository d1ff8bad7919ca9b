"""Fixtures of the core's tests."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from matinee.core import events, sweeps


@pytest.fixture(autouse=True)
def own_registries() -> Iterator[None]:
    """Each test registers the subscribers and sweeps it wants; the program's own come back afterwards."""
    heard, swept = dict(events.subscribers), dict(sweeps.sweeps)
    events.subscribers.clear()
    sweeps.sweeps.clear()
    yield
    events.subscribers.clear()
    sweeps.sweeps.clear()
    events.subscribers.update(heard)
    sweeps.sweeps.update(swept)


class Watch:
    """A clock that only the test moves. Call it for the time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 20, 15, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def watch() -> Watch:
    return Watch()
