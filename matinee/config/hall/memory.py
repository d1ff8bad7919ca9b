"""Remembering what headers and queries meant, in bounded memory."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

T = TypeVar("T")

_ENTRIES = 1024
_LONGEST = 300  # bytes; what is longer is rare, and nobody shall fill our memory with it


def remembered(read: Callable[[bytes], T]) -> Callable[[bytes], T]:
    """The same function, which reads the same short text only once in a while."""
    kept = lru_cache(_ENTRIES)(read)
    return lambda text: kept(text) if len(text) <= _LONGEST else read(text)
