"""What is worth telling: for each event a small function that says whom, of which kind, and with which facts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from matinee.accounts import queries as accounts
from matinee.accounts.events import RoleChanged, SignedIn, UserJoined
from matinee.core.connections import connections
from matinee.core.errors import NotFound
from matinee.core.events import Event
from matinee.core.outages.events import ConnectionBack, ConnectionLost
from matinee.notifications.models import Kind

E = TypeVar("E", bound=Event)


@dataclass(frozen=True, slots=True)
class News:
    """Who is told what. `about`: a person whom it is about, other than those who are told."""

    kind: Kind
    to: Sequence[UUID]
    data: Mapping[str, str | int] = field(default_factory=dict)
    about: UUID | None = None


_makers: dict[type[Event], Callable[[Any], News | None]] = {}


def _made_of(event_type: type[E]) -> Callable[[Callable[[E], News | None]], Callable[[E], News | None]]:
    def register(maker: Callable[[E], News | None]) -> Callable[[E], News | None]:
        _makers[event_type] = maker
        return maker

    return register


def sources() -> tuple[type[Event], ...]:
    """The events that may be news."""
    return tuple(_makers)


def news_of(event: Event) -> News | None:
    """What one of the `sources` is to people; None when it is nothing to anybody."""
    return _makers[type(event)](event)


@_made_of(UserJoined)
def _user_joined(event: UserJoined) -> News | None:
    try:
        newcomer = accounts.person(event.user_id)
    except NotFound:  # gone already
        return None
    others = [user_id for user_id in accounts.administrators() if user_id != newcomer.pk]
    data = {"userId": str(newcomer.pk), "name": newcomer.shown_name}
    return News(Kind.USER_JOINED, others, data, about=newcomer.pk)


@_made_of(RoleChanged)
def _role_changed(event: RoleChanged) -> News:
    return News(Kind.ROLE_CHANGED, [event.user_id], {"role": event.role})


@_made_of(SignedIn)
def _signed_in(event: SignedIn) -> News | None:
    found = accounts.sign_in(event.entry_id)
    if found is None or not found.is_unusual:
        return None
    return News(Kind.SESSION_NEW, [event.user_id], {"device": found.device, "address": found.address})


@_made_of(ConnectionLost)
def _connection_lost(event: ConnectionLost) -> News:
    return News(Kind.CONNECTION_DOWN, accounts.administrators(), _service(event.name))


@_made_of(ConnectionBack)
def _connection_back(event: ConnectionBack) -> News:
    return News(Kind.CONNECTION_UP, accounts.administrators(), _service(event.name))


def _service(name: str) -> dict[str, str]:
    titles = {connection.name: connection.title for connection in connections()}
    return {"service": name, "title": titles.get(name, name)}
