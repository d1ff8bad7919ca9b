"""Following the events in every process: a thread that forgets what they make stale, and tells who else should."""

import threading
from collections.abc import Callable

import structlog
from django.db import DatabaseError, close_old_connections, connection

from matinee.core import remembering
from matinee.core.events import Tail

log = structlog.get_logger(__name__)

PAUSE = 0.3  # seconds between two looks; a change must be seen within one second
_TROUBLE_PAUSE = 1.0

Purge = Callable[[frozenset[str]], object]
Forget = Callable[[], object]


def follow(stop: threading.Event, purge: Purge = lambda _: None, forget: Forget = lambda: None) -> None:
    """Forget what is remembered (`core.remembering`) when events say so, until `stop` is set; for a thread of its own.

    `purge` is called with the tags of what was committed, `forget` when following begins, as nobody has told of what
    changed until then.
    """
    tail: Tail | None = None
    while not stop.is_set():
        try:
            if tail is None:
                tail = Tail()
                remembering.forget_all()
                forget()
            _hear(tail, stop, purge)
        except DatabaseError as error:  # it is away for a moment; the tail goes on where it was
            log.warning("events not followed", problem=str(error))
            close_old_connections()
            stop.wait(_TROUBLE_PAUSE)
    connection.close()


def _hear(tail: Tail, stop: threading.Event, purge: Purge) -> None:
    while not stop.is_set():
        heard = tail.poll()
        if tags := frozenset(tag for event in heard for tag in event.tags()):
            # In this order: once what was kept is gone, no answer is made from what was remembered.
            remembering.forget(tags)
            purge(tags)
        if not heard:
            stop.wait(PAUSE)
