"""Failures counted in this process alone, for as long as the real store cannot be asked."""

import threading
from collections.abc import Callable

from matinee.core.limits.rules import MEMORY, NO_FAILURES, Failures

MOST = 10_000
"""Keys that are remembered; the oldest gives way to a new one."""


class MemoryStore:
    """Thread-safe. See `Store`; uses are not counted."""

    def __init__(self, *, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._failures: dict[bytes, tuple[int, float]] = {}  # key: how many, when the last; the latest at the end

    def fail(self, key: bytes) -> Failures:
        with self._lock:
            count = self._known(key).count + 1
            self._failures.pop(key, None)
            self._failures[key] = (count, self._clock())
            if len(self._failures) > MOST:
                del self._failures[next(iter(self._failures))]
            return Failures(count, 0.0)

    def failures(self, key: bytes) -> Failures:
        if not self._failures:  # as nearly always
            return NO_FAILURES
        with self._lock:
            return self._known(key)

    def forget(self, key: bytes) -> None:
        with self._lock:
            self._failures.pop(key, None)

    def _known(self, key: bytes) -> Failures:
        count, at = self._failures.get(key, (0, 0.0))
        age = self._clock() - at
        return Failures(count, age) if age < MEMORY else NO_FAILURES
