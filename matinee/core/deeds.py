"""A deed: rows change and events are appended together, or not at all."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar, overload

from django.db import OperationalError, connection, transaction

from matinee.core import events

P = ParamSpec("P")
R = TypeVar("R")

_ATTEMPTS = 5
_DEADLOCK = "40P01"  # PostgreSQL's word for it; SQLite has one writer at a time


@overload
def deed(function: Callable[P, R], /) -> Callable[P, R]: ...
@overload
def deed() -> AbstractContextManager[None]: ...
def deed(function: Callable[P, R] | None = None, /) -> Callable[P, R] | AbstractContextManager[None]:
    """`@deed` above an action, or `with deed():` inside one: a transaction that may append events.

    The outermost deed stores the events immediately before its commit. A deed inside another is a savepoint: when it
    fails and the failure is caught, its rows and its events are gone and the outer deed goes on. Undo part of a deed
    with a deed, never with a bare `transaction.atomic()`, which knows nothing of events. Nor should a deed sit inside
    a bare `transaction.atomic()`: on PostgreSQL all writers of events would wait for that transaction's end.

    A decorated outermost deed that PostgreSQL ends because of a deadlock is done again: nothing of it has happened.
    """
    if function is None:
        return _deed()

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        for attempt in range(1, _ATTEMPTS):
            try:
                with _deed():
                    return function(*args, **kwargs)
            except OperationalError as error:
                if connection.in_atomic_block or getattr(error.__cause__, "sqlstate", "") != _DEADLOCK:
                    raise
            time.sleep(random.uniform(0.01, 0.1) * attempt)  # noqa: S311 - so that the two do not meet again
        with _deed():
            return function(*args, **kwargs)

    return wrapped


@contextmanager
def _deed() -> Iterator[None]:
    with transaction.atomic(), events.collecting():
        yield
