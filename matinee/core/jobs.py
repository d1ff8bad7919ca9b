"""The doorbell of long work: it tells a worker to look now at rows that are already in the database.

    @job("catalog.refresh_title")            # in jobs.py
    def refresh_title(title_id: int) -> None: ...

    ring("catalog.refresh_title", 5)         # in actions.py, which does not know jobs.py

A lost ring loses nothing, because a sweep finds the same rows a little later. The queue is a file of its own in the
data directory, or Redis where workers are on other machines.
"""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, ParamSpec, Protocol, cast

import structlog
from django.db import close_old_connections, transaction

from matinee.core.correlation import correlated, correlation_id
from matinee.core.settings import current

if TYPE_CHECKING:
    from huey import Huey

log = structlog.get_logger(__name__)

P = ParamSpec("P")
Plain = int | str | float | bool | None

RETRIES = 2
RETRY_PAUSE = 10  # seconds

_functions: dict[str, Callable[..., None]] = {}


class _Bell(Protocol):
    def __call__(self, name: str, args: tuple[Plain, ...], correlation: str) -> object: ...


def job(name: str) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Register the decorated function; a worker runs it when `ring(name, …)` is called. Failures are tried again."""

    def register(function: Callable[P, None]) -> Callable[P, None]:
        if name in _functions:
            raise ValueError(f"two jobs are called {name}")
        _functions[name] = function
        return function

    return register


def ring(name: str, *args: Plain) -> None:
    """Have a worker run the job, once the transaction around this call has committed. Raises LookupError."""
    if name not in _functions:
        raise LookupError(f"no job is called {name}")
    transaction.on_commit(partial(_ring, name, args, correlation_id()))


def _ring(name: str, args: tuple[Plain, ...], correlation: str) -> None:
    try:
        _bell()(name, args, correlation)
    except _troubles() as error:  # the visitor who rang must not suffer; a sweep does the work
        log.warning("bell_broken", job=name, problem=str(error))


@cache
def _troubles() -> tuple[type[Exception], ...]:
    """What a broken queue raises."""
    if not current().redis_url:
        return (sqlite3.Error,)
    from redis.exceptions import RedisError  # noqa: PLC0415 - 20 MB for those who use it

    return (RedisError,)


@contextmanager
def _hidden(*drivers: str) -> Iterator[None]:
    """huey loads every driver that it finds, 40 MB in each process; in this block it does not find these."""
    mine = [name for name in drivers if name not in sys.modules]
    sys.modules.update(dict.fromkeys(mine))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in mine:
            del sys.modules[name]


@cache
def _queue() -> "Huey":
    settings = current()
    with _hidden("psycopg", "cysqlite", *([] if settings.redis_url else ["redis"])):
        from huey import RedisHuey, SqliteHuey  # noqa: PLC0415 - a web process does without until somebody rings

    if settings.redis_url:
        return RedisHuey("matinee", url=settings.redis_url, results=False)
    file = settings.data_dir / "queue.sqlite3"
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    open_file = partial(SqliteHuey, "matinee", filename=str(file), results=False, cache_mb=1)
    try:
        return open_file()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise
        # Nothing is lost with it that a sweep would not find, and a worker that cannot start finds nothing.
        log.warning("queue begun anew", problem=str(error), old=str(file.replace(file.with_suffix(".broken"))))
        return open_file()


@cache
def _bell() -> _Bell:
    return cast(_Bell, _queue().task(name="job", retries=RETRIES, retry_delay=RETRY_PAUSE)(_work))


def _work(name: str, args: tuple[Plain, ...], correlation: str) -> None:
    """On a worker's thread. The log lines of the work carry the id of whoever rang."""
    close_old_connections()
    try:
        with correlated(correlation):
            _functions[name](*args)
    finally:
        close_old_connections()


def queue() -> "Huey":
    """The queue of this installation, for the worker's consumer."""
    _bell()
    return _queue()
