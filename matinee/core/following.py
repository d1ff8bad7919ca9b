"""Following the events in every process: a thread that forgets what they make stale, and tells who else should."""

import threading
from collections.abc import Callable, Sequence

import structlog
from django.db import DatabaseError, close_old_connections, connection

from matinee.core import remembering
from matinee.core.events import Event, Tail

log = structlog.get_logger(__name__)

PAUSE = 0.3  # seconds between two looks; a change must be seen within one second
EAGER_PAUSE = 0.05  # the same while somebody looks on
_TROUBLE_PAUSE = 1.0

Purge = Callable[[frozenset[str]], object]
Forget = Callable[[], object]
Tell = Callable[[Sequence[Event]], object]


def follow(
    stop: threading.Event,
    purge: Purge = lambda _: None,
    forget: Forget = lambda: None,
    tell: Tell = lambda _: None,
    *,
    eager: Callable[[], bool] = lambda: False,
) -> None:
    """Forget what is remembered (`core.remembering`) when events say so, until `stop` is set; for a thread of its own.

    `tell` is called with what was committed, `purge` with the tags of that, `forget` when following begins, as nobody
    has told of what changed until then. `eager`: whether somebody waits for what `tell` hears.
    """
    tail: Tail | None = None
    while not stop.is_set():
        try:
            if tail is None:
                tail = Tail()
                remembering.forget_all()
                forget()
            _hear(tail, stop, purge, tell, eager)
        except DatabaseError as error:  # it is away for a moment; the tail goes on where it was
            log.warning("events not followed", problem=str(error))
            close_old_connections()
            stop.wait(_TROUBLE_PAUSE)
    connection.close()


def _hear(tail: Tail, stop: threading.Event, purge: Purge, tell: Tell, eager: Callable[[], bool]) -> None:
    while not stop.is_set():
        heard = tail.poll()
        if tags := frozenset(tag for event in heard for tag in event.tags()):
            # In this order: once what was kept is gone, no answer is made from what was remembered.
            remembering.forget(tags)
            purge(tags)
        if heard:
            tell(heard)  # last, so that who asks because of it is not shown what was kept before
        else:
            stop.wait(EAGER_PAUSE if eager() else PAUSE)
