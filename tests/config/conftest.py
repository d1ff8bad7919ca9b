"""A front hall with a kitchen instead of Django behind it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from matinee.config.hall.byte_cache import ByteCache
from matinee.config.hall.client import Client
from matinee.config.hall.cors import Cors
from matinee.config.hall.hall import Hall
from matinee.config.hall.proxies import Proxies
from matinee.config.hall.views import Listener, Views
from tests.config.visits import Clock, Kitchen, Seen, visit


@dataclass
class House:
    """The hall and what is around it. Answers grow old by one clock and what is known of visitors by the other."""

    hall: Hall
    cache: ByteCache
    kitchen: Kitchen
    clock: Clock
    views_clock: Clock

    async def get(self, address: str, method: str = "GET", body: bytes = b"", **headers: str | list[str]) -> Seen:
        """Visit."""
        return await visit(self.hall, address, method, body, **headers)


def build(folder: Path, budget: int = 10_000_000, *, proxies: Proxies | None = None, cors: Cors | None = None) -> House:
    """A house with `budget` bytes of cache and the web client of `folder`."""
    kitchen, clock, views_clock = Kitchen(), Clock(), Clock()
    views = Views(views_clock)
    backend = Listener(kitchen, views)
    cache = ByteCache(backend, budget, views, clock)
    return House(
        Hall(backend, cache, views, Client(folder), proxies=proxies, cors=cors), cache, kitchen, clock, views_clock
    )


@pytest.fixture
def house(tmp_path: Path) -> House:
    """With an empty cache and no client."""
    return build(tmp_path)
