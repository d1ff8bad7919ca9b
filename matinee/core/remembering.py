"""What a process remembers of the database between requests, until an event says that it has changed."""

import threading
from collections.abc import Callable, Collection
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_all: list["Remembered[Any]"] = []


class Remembered(Generic[T]):
    """A value that costs statements only when it may have changed. Thread-safe; made once, by a module, for good.

    `tag`: of the events after which it is another (`Event.tags`). `read`: reads it from the database.
    """

    def __init__(self, tag: str, read: Callable[[], T]) -> None:
        self.tag = tag
        self._read = read
        self._known: tuple[T] | None = None
        self._changes = 0
        self._lock = threading.Lock()
        _all.append(self)

    def __call__(self) -> T:
        """As remembered; another process may have changed it within the last second."""
        known = self._known
        return self.anew() if known is None else known[0]

    def anew(self) -> T:
        """As it is in the database now, and remembered so. Not for inside of the deed that changes it."""
        changes = self._changes
        value = self._read()
        with self._lock:
            if changes == self._changes:  # else it changed while we read, and what we have may be old
                self._known = (value,)
        return value

    def forget(self) -> None:
        """Read anew when next asked."""
        with self._lock:
            self._changes += 1
            self._known = None


def forget(tags: Collection[str]) -> None:
    """Forget what events with these tags have changed."""
    for one in _all:
        if one.tag in tags:
            one.forget()


def forget_all() -> None:
    """Forget everything: who knows what has changed."""
    for one in _all:
        one.forget()
