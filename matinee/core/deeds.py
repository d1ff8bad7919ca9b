"""A deed: rows change and events are appended together, or not at all."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar, overload

from django.db import transaction

from matinee.core import events

P = ParamSpec("P")
R = TypeVar("R")


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
    """
    if function is None:
        return _deed()

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        with _deed():
            return function(*args, **kwargs)

    return wrapped


@contextmanager
def _deed() -> Iterator[None]:
    with transaction.atomic(), events.collecting():
        yield
