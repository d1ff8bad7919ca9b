"""What people are told at once, in every tab and program that they have open: made from events.

A feature says in its `subscribers.py` which of its events are told to whom:

    @live.tells(ListRenamed)
    def _renamed(event: ListRenamed) -> Iterator[Push]:
        yield Push(event.user_id, "lists.changed", {"id": event.list_id})

Every web process follows the events and tells those who are connected to it (the hall's `live`). A push may be lost
with its connection, so it only says what to ask for; whoever connects anew asks for what they missed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from matinee.core.events import Event

E = TypeVar("E", bound=Event)

Maker = Callable[[E], Iterable["Push"]]


@dataclass(frozen=True, slots=True)
class Push:
    """`to`: whose tabs; `name`: of what happened, like "lists.changed"; `body`: ids, and what the name leaves open."""

    to: UUID
    name: str
    body: Mapping[str, str | int | bool | list[int]] = field(default_factory=dict)


_makers: dict[type[Event], Callable[[Any], Iterable[Push]]] = {}


def tells(event_type: type[E]) -> Callable[[Maker[E]], Maker[E]]:
    """What the decorated function makes of such an event is told at once. It asks nothing of the database."""

    def register(maker: Maker[E]) -> Maker[E]:
        if event_type in _makers:
            raise ValueError(f"{event_type.__name__} is told live already")
        _makers[event_type] = maker
        return maker

    return register


def pushes_of(events: Iterable[Event]) -> Iterator[Push]:
    """Whom these events are told, in their order. What a name says alone is said once, however many events say it."""
    said: set[tuple[UUID, str]] = set()
    for event in events:
        maker = _makers.get(type(event))
        for push in maker(event) if maker else ():
            if push.body:
                yield push
            elif (push.to, push.name) not in said:
                said.add((push.to, push.name))
                yield push
