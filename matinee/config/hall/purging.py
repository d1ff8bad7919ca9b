"""Purging by tag in every web process: a thread that follows the events and tells the cache what is outdated."""

import threading
from collections.abc import Callable

import structlog
from django.db import DatabaseError, close_old_connections, connection

from matinee.core.events import Tail

log = structlog.get_logger(__name__)

PAUSE = 0.3  # seconds between two looks; a change must be seen within one second
_TROUBLE_PAUSE = 1.0


class Purger:
    """Calls `purge` with the tags of what is committed. Both functions are called on the purger's own thread.

    `forget` is called when it begins to follow, as nobody has told of what changed until then.
    """

    def __init__(self, purge: Callable[[frozenset[str]], object], forget: Callable[[], object]) -> None:
        self._purge = purge
        self._forget = forget
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="purger", daemon=True)

    def start(self) -> None:
        """Begin to follow."""
        self._thread.start()

    def stop(self) -> None:
        """End, and wait for the end."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        tail: Tail | None = None
        while not self._stop.is_set():
            try:
                if tail is None:
                    tail = Tail()
                    self._forget()
                self._follow(tail)
            except DatabaseError as error:  # it is away for a moment; the tail goes on where it was
                log.warning("events not followed", problem=str(error))
                close_old_connections()
                self._stop.wait(_TROUBLE_PAUSE)
        connection.close()

    def _follow(self, tail: Tail) -> None:
        while not self._stop.is_set():
            heard = tail.poll()
            if tags := frozenset(tag for event in heard for tag in event.tags()):
                self._purge(tags)
            if not heard:
                self._stop.wait(PAUSE)
