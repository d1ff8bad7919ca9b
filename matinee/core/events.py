"""What happened, told once and heard by all: typed events, stored in the transaction that made them true.

A feature lists its events in `events.py` as frozen dataclasses of ids and appends them inside a deed:

    @dataclass(frozen=True, slots=True)
    class TitleStored(Event):
        title_id: int

        def tags(self) -> tuple[str, ...]:
            return (f"title:{self.title_id}",)

Subscribers hear every event of their types in order and at least once, in the worker (`matinee.core.delivery`).
A `Tail` hears what is committed from now on, in any process, and forgets when the process ends.

Event ids are committed in order, so "everything after id n" never misses an event that is committed late: SQLite has
one writer at a time anyway, and on PostgreSQL storing events takes a lock that lasts until the commit.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, cast

import structlog
from django.db import connection
from django.utils import timezone
from pydantic import TypeAdapter

from matinee.core import models
from matinee.core.correlation import continued, correlation_id, new_id
from matinee.core.storing import add_values

log = structlog.get_logger(__name__)

_STORE_LOCK = 0x6D6174696E6565  # any number that nobody else locks on this database: "matinee" in ASCII


class Event:
    """Base of all events, which are frozen dataclasses; the class name is the event's name for good.

    Fields are what JSON and the type hints can carry: int, str, bool, UUID, datetime, tuples of them. A field added
    later needs a default, because stored events do not have it.
    """

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        # `dataclass(slots=True)` makes the class a second time; any other second class of one name is a mistake.
        known = _types.setdefault(cls.__name__, cls)
        if (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"two events are called {cls.__name__}: in {known.__module__} and in {cls.__module__}")
        _types[cls.__name__] = cls

    def tags(self) -> tuple[str, ...]:
        """The cache tags that this event makes stale, like `("title:5", "list:popular")`."""
        return ()


E = TypeVar("E", bound=Event)

_types: dict[str, type[Event]] = {}
_adapters: dict[type[Event], TypeAdapter[Any]] = {}


def _adapter(event_type: type[Event]) -> TypeAdapter[Any]:
    if event_type not in _adapters:
        _adapters[event_type] = TypeAdapter(event_type)
    return _adapters[event_type]


def decode(row: models.Event) -> Event:
    """The event of a stored row. Raises LookupError when no code knows its name any more, ValueError for a bad body."""
    if (event_type := _types.get(row.name)) is None:
        raise LookupError(f"no event is called {row.name}")
    return cast("Event", _adapter(event_type).validate_python(row.body))


# --- appending ---

_COLUMNS = ("name", "body", "correlation_id", "created_at")
_Told = tuple[str, Any, str, datetime]
"""What the columns will hold; a row as an object costs as much as all the rest of telling it."""


class _Pending(threading.local):
    """Per thread, as database connections are: the events of every open deed, outermost first."""

    def __init__(self) -> None:
        self.deeds: list[list[_Told]] = []


_pending = _Pending()


def append(event: Event) -> None:
    """Tell what the deed around this call makes true. Raises RuntimeError outside a deed."""
    if not _pending.deeds:
        raise RuntimeError(f"{type(event).__name__} can only be appended inside a deed")
    body = _adapter(type(event)).dump_python(event, mode="json")
    _pending.deeds[-1].append((type(event).__name__, body, correlation_id(), timezone.now()))


@contextmanager
def collecting() -> Iterator[None]:
    """Part of `deed`: collect the events of the block; the outermost block stores them, an inner one hands them out."""
    mine: list[_Told] = []
    _pending.deeds.append(mine)
    try:
        yield
    finally:
        _pending.deeds.pop()
    if connection.needs_rollback:  # somebody called set_rollback(): the rows go, so the events go
        return
    if _pending.deeds:
        _pending.deeds[-1].extend(mine)
    elif mine:
        _store(mine)


def _store(rows: list[_Told]) -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_STORE_LOCK])
    add_values(models.Event, _COLUMNS, rows)


# --- subscribing ---


@dataclass(frozen=True, slots=True)
class Heard:
    """What a subscriber hears, and the row that it is stored in, whose id is the same each time."""

    event: Event
    row: models.Event


@dataclass(frozen=True, slots=True)
class Subscriber:
    """One listener; see `subscribe` for the meaning of the fields. `at_once`: how many it hears with one call."""

    name: str
    types: tuple[type[Event], ...]
    hear: Callable[[Sequence[Heard]], None]
    at_once: int
    outside: bool
    attempts: int
    from_start: bool
    begin_anew: Callable[[], object] | None

    @property
    def event_names(self) -> tuple[str, ...]:
        return tuple(event_type.__name__ for event_type in self.types)


subscribers: dict[str, Subscriber] = {}

_AT_ONCE = 100
_ATTEMPTS = 8


def subscribe(
    name: str,
    *types: type[E],
    outside: bool = False,
    attempts: int = _ATTEMPTS,
    from_start: bool = True,
    begin_anew: Callable[[], object] | None = None,
) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Call the decorated function with every event of the types, in order, at least once.

    The function's database work and the move of its cursor commit in one transaction, so those rows change exactly
    once. What it does elsewhere may happen twice (the process can die before the commit) and must bear that.

    `outside`: it calls another server, so it runs in no transaction and the cursor moves after it returned.
    `attempts`: failures of one event, about doubling apart, before it is parked and the subscriber goes on.
    `from_start`: a subscriber new to this database hears everything ever stored, else only what comes from now on.
    `begin_anew`: for one that counts what it hears: forgets the counts, before it hears everything again.
    """

    def register(handle: Callable[[E], None]) -> Callable[[E], None]:
        def hear(told: Sequence[Heard]) -> None:
            for one in told:
                with continued(one.row.correlation_id or new_id()), _hearing(one.row):
                    handle(cast("E", one.event))

        _register(Subscriber(name, types, hear, 1, outside, attempts, from_start, begin_anew))
        return handle

    return register


def subscribe_to_many(
    name: str,
    *types: type[Event],
    from_start: bool = True,
    begin_anew: Callable[[], object] | None = None,
) -> Callable[[Callable[[Sequence[Heard]], None]], Callable[[Sequence[Heard]], None]]:
    """The same for a function that takes many events with one call, for few statements: behind an import of
    thousands, one statement for each event is minutes of work. It tells no events of its own.
    """

    def register(hear: Callable[[Sequence[Heard]], None]) -> Callable[[Sequence[Heard]], None]:
        _register(Subscriber(name, types, hear, _AT_ONCE, False, _ATTEMPTS, from_start, begin_anew))
        return hear

    return register


def _register(subscriber: Subscriber) -> None:
    if subscriber.name in subscribers:
        raise ValueError(f"two subscribers are called {subscriber.name}")
    subscribers[subscriber.name] = subscriber


_heard: ContextVar[models.Event] = ContextVar("heard")


@contextmanager
def _hearing(row: models.Event) -> Iterator[None]:
    token = _heard.set(row)
    try:
        yield
    finally:
        _heard.reset(token)


def heard() -> models.Event:
    """Inside a subscriber to one event at a time: the stored row of it, whose id is the same each time.

    Raises LookupError outside.
    """
    return _heard.get()


# --- following ---


def newest_id() -> int:
    """The id of the newest committed event, 0 for none. All smaller ids are committed, too, or never will be."""
    # In plain SQL: it is asked many times a second while nothing happens, and making the words took most of the time.
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT MAX(id) FROM {models.Event._meta.db_table}")  # noqa: S608, SLF001 - a name of ours
        (newest,) = cursor.fetchone()
    return newest or 0


class Tail:
    """A follower in memory: hears what is committed after it was made. For one thread at a time."""

    def __init__(self) -> None:
        self._position = newest_id()

    def poll(self) -> Sequence[Event]:
        """The events committed since the last poll, oldest first, at most 1,000 at a time."""
        heard: list[Event] = []
        if newest_id() <= self._position:
            return heard
        for row in models.Event.objects.filter(id__gt=self._position).order_by("id")[:1000]:
            self._position = row.id
            try:
                heard.append(decode(row))
            except (LookupError, ValueError) as error:  # told by another version of the program, on the same database
                log.warning("event not understood", event_id=row.id, error=str(error))
        return heard
