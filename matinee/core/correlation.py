"""One id that follows a piece of work through web, worker, events and log lines."""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_WELL_FORMED = re.compile(r"^[A-Za-z0-9._-]{8,64}$")

_current: ContextVar[str] = ContextVar("correlation_id", default="")


def new_id() -> str:
    """A fresh id: 32 hexadecimal digits."""
    return uuid.uuid4().hex


def correlation_id() -> str:
    """The id of the work going on in this context; empty outside any."""
    return _current.get()


@contextmanager
def correlated(wished: str = "") -> Iterator[str]:
    """Give the work inside the block one id: the wished one if well formed (strangers send them), else a new one."""
    chosen = wished if _WELL_FORMED.match(wished) else new_id()
    with continued(chosen):
        yield chosen


@contextmanager
def continued(known: str) -> Iterator[None]:
    """Give the work inside the block an id of our own: a stored one, or a name of long work, like `import:5`, whose
    colon no stranger's id has.
    """
    token = _current.set(known)
    try:
        yield
    finally:
        _current.reset(token)
