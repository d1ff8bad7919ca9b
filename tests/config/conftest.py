"""A front hall with a kitchen instead of Django behind it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from matinee.config.hall.byte_cache import ByteCache
from matinee.config.hall.client import Client
from matinee.config.hall.hall import Hall
from tests.config.visits import Clock, Kitchen, Seen, visit


@dataclass
class House:
    """The hall and what is around it."""

    hall: Hall
    cache: ByteCache
    kitchen: Kitchen
    clock: Clock

    async def get(self, address: str, method: str = "GET", body: bytes = b"", **headers: str | list[str]) -> Seen:
        """Visit."""
        return await visit(self.hall, address, method, body, **headers)


def build(folder: Path, budget: int = 10_000_000) -> House:
    """A house with `budget` bytes of cache and the web client of `folder`."""
    kitchen, clock = Kitchen(), Clock()
    cache = ByteCache(kitchen, budget, clock)
    return House(Hall(kitchen, cache, Client(folder)), cache, kitchen, clock)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """With an empty cache and no client."""
    return build(tmp_path)
