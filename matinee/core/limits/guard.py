"""Limits over a store that may fail: then requests pass, and lockouts go on in the memory of this process."""

import hashlib
import time
from collections.abc import Callable

import structlog

from matinee.core.limits.in_memory import MemoryStore
from matinee.core.limits.rules import Limit, Lockout, Store, StoreFailed

log = structlog.get_logger(__name__)

WARNING_PAUSE = 60.0  # seconds between two log lines about a store that fails
REST = 1.0  # seconds for which a store that failed is not asked: nobody waits for it again and again


class Guard:
    """Thread-safe. See `matinee.core.limits` for the methods."""

    def __init__(self, store: Store, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._memory = MemoryStore(clock=clock)
        self._clock = clock
        self._rests_until = 0.0
        self._warned_at = -WARNING_PAUSE

    def allow(self, key: str, limit: Limit) -> float:
        try:
            return self._asked().take(short(key), limit)
        except StoreFailed as error:
            self._failed(error)
            return 0.0

    def failed(self, key: str, lockout: Lockout) -> float:
        try:
            return lockout.left(self._asked().fail(short(key)))
        except StoreFailed as error:
            self._failed(error)
            return lockout.left(self._memory.fail(short(key)))

    def wait(self, key: str, lockout: Lockout) -> float:
        remembered = lockout.left(self._memory.failures(short(key)))
        try:
            return max(remembered, lockout.left(self._asked().failures(short(key))))
        except StoreFailed as error:
            self._failed(error)
            return remembered

    def forget(self, key: str) -> None:
        self._memory.forget(short(key))
        try:
            self._asked().forget(short(key))
        except StoreFailed as error:
            self._failed(error)

    def _asked(self) -> Store:
        if self._clock() < self._rests_until:
            raise StoreFailed("it failed a moment ago")
        return self._store

    def _failed(self, error: StoreFailed) -> None:
        now = self._clock()
        if now >= self._rests_until:
            self._rests_until = now + REST
        if now - self._warned_at >= WARNING_PAUSE:
            self._warned_at = now
            log.warning("limits are not counted", problem=str(error))


def short(key: str) -> bytes:
    """Of one size, and not telling addresses and names to whoever reads the store."""
    return hashlib.blake2b(key.encode(), digest_size=16).digest()
