"""What is worth telling: for each event a small function that says whom, of which kind, and with which facts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from matinee.accounts import queries as accounts
from matinee.accounts.events import RoleChanged, SignedIn, UserJoined
from matinee.accounts.models import User
from matinee.core.connections import connections
from matinee.core.errors import NotFound
from matinee.core.events import Event
from matinee.core.outages.events import ConnectionBack, ConnectionLost
from matinee.library import queries as library
from matinee.library.events import TraktLinkLost, WatchlistJoined, WatchlistShared
from matinee.library.models import Watchlist
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
    others = [user_id for user_id in accounts.administrators() if user_id not in (newcomer.pk, event.by)]
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


@_made_of(WatchlistShared)
def _list_invited(event: WatchlistShared) -> News | None:
    if event.member_id is None:
        return None
    found = library.invitation(event.member_id, event.watchlist_id)
    if found is None:
        return None
    return News(Kind.LIST_INVITED, [event.member_id], _shared(found, found.owner), about=found.owner_id)


@_made_of(WatchlistJoined)
def _list_joined(event: WatchlistJoined) -> News | None:
    found = library.invitation(event.user_id, event.watchlist_id)
    if found is None:  # they have left again, or it is deleted
        return None
    data = _shared(found, accounts.person(event.user_id))
    return News(Kind.LIST_JOINED, [found.owner_id], data, about=event.user_id)


@_made_of(TraktLinkLost)
def _trakt_lost(event: TraktLinkLost) -> News:
    return News(Kind.TRAKT_LOST, [event.user_id])


def _shared(row: Watchlist, other: User) -> dict[str, str | int]:
    return {"listId": row.pk, "list": row.name, "name": other.shown_name}


def _service(name: str) -> dict[str, str]:
    titles = {connection.name: connection.title for connection in connections()}
    return {"service": name, "title": titles.get(name, name)}
