"""Asking Trakt for its side, as much of it as may have changed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from matinee.library.actions.trakt.sides import HISTORY, RATINGS, Part, base, ours
from matinee.library.actions.trakt.tokens import Access
from matinee.library.models import TraktLink, TraktList, TraktPart, Watchlist
from matinee.library.trakt.client import TraktSession, written
from matinee.library.trakt.merging import Key, Version, unsent
from matinee.library.trakt.shapes import Activities, Listed, PersonalList, Played, Rated
from matinee.library.trakt.things import Thing, things

WATCHLIST = "Watchlist"
_SECOND = timedelta(seconds=1)
WATCHLIST_ID = 0


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the history, both ends included."""

    first: datetime
    last: datetime

    def holds(self, key: Key) -> bool:
        return key[3] is not None and self.first <= key[3] <= self.last


@dataclass(frozen=True, slots=True)
class Reading:
    """Trakt's side of a part. `window`: of this stretch alone; what lies outside is as it was."""

    part: Part
    things: tuple[Thing, ...]
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list of Trakt's. `things` are None where it is as it was."""

    told: PersonalList | None
    things: tuple[Thing, ...] | None

    @property
    def trakt_id(self) -> int:
        return self.told.ids.trakt if self.told else WATCHLIST_ID


@dataclass(slots=True)
class Asked:
    """All that one sync asked for, before anything is changed. `seen`: Trakt's times of what was read."""

    readings: list[Reading] = field(default_factory=list)
    lists: list[ReadList] = field(default_factory=list)
    has_lists: bool = False
    seen: dict[str, str] = field(default_factory=dict)


def ask(access: Access, link: TraktLink, user_id: UUID, *, everything: bool) -> Asked:
    """Raises as `Access.ask`."""
    activities = access.ask(lambda session: session.one(Activities, "/sync/last_activities"))
    asked = Asked(seen=_times(activities))

    def is_changed(part: str) -> bool:
        return everything or link.seen.get(part) != asked.seen[part]

    if is_changed(TraktPart.RATING) or _waits(link, user_id, RATINGS):
        asked.readings.append(Reading(RATINGS, tuple(things(access.ask(_ratings)))))
    if is_changed(TraktPart.HISTORY):
        asked.readings.append(Reading(HISTORY, tuple(things(access.ask(_history())))))
    elif pending := _waits(link, user_id, HISTORY):
        window = _around(pending)
        asked.readings.append(Reading(HISTORY, tuple(things(access.ask(_history(window)))), window))
    _ask_for_lists(access, link, user_id, asked, is_changed)
    return asked


def _times(activities: Activities) -> dict[str, str]:
    return {
        TraktPart.RATING: f"{activities.movies.rated_at} {activities.shows.rated_at}",
        TraktPart.HISTORY: f"{activities.movies.watched_at} {activities.episodes.watched_at}",
        "watchlist": activities.watchlist.updated_at,
        "lists": activities.lists.updated_at,
    }


def _waits(link: TraktLink, user_id: UUID, part: Part) -> set[Key]:
    """What is to be sent. Trakt is asked first whether it has it: who was killed while sending may have sent it."""
    return unsent(ours(user_id, part), base(link, part))


def _around(keys: Iterable[Key]) -> Window:
    times = sorted(key[3] for key in keys if key[3] is not None)
    return Window(times[0], times[-1])


# --- lists ---


def _ask_for_lists(
    access: Access, link: TraktLink, user_id: UUID, asked: Asked, is_changed: Callable[[str], bool]
) -> None:
    pairs = {pair.trakt_id: pair for pair in alive(link)}
    waiting = {number for number, pair in pairs.items() if _waits(link, user_id, Part(TraktPart.LISTED, pair))}
    new = {WATCHLIST_ID if is_the_watchlist(row) else None for row in unpaired(link, user_id)}
    if is_changed("watchlist") or WATCHLIST_ID in waiting | new:
        asked.lists.append(ReadList(None, tuple(things(access.ask(_items("/sync/watchlist"))))))
    if not is_changed("lists") and not waiting - {WATCHLIST_ID} and None not in new:
        return
    asked.has_lists = True
    for told in access.ask(lambda session: session.all(PersonalList, "/users/me/lists")):
        pair = pairs.get(told.ids.trakt)
        is_same = pair is not None and pair.updated_at == told.updated_at and told.ids.trakt not in waiting
        read = None if is_same else tuple(things(access.ask(_items(f"/users/me/lists/{told.ids.trakt}/items"))))
        asked.lists.append(ReadList(told, read))


def _items(path: str) -> Callable[[TraktSession], list[Listed]]:
    return lambda session: session.all(Listed, path)


def _ratings(session: TraktSession) -> list[Rated]:
    return [*session.all(Rated, "/sync/ratings/movies"), *session.all(Rated, "/sync/ratings/shows")]


def _history(window: Window | None = None) -> Callable[[TraktSession], list[Played]]:
    if window is None:
        return lambda session: session.all(Played, "/sync/history")
    start, end = written(window.first - _SECOND), written(window.last + _SECOND)
    return lambda session: session.all(Played, "/sync/history", start_at=start, end_at=end)


def within(side: dict[Key, Version], window: Window | None) -> dict[Key, Version]:
    """What of a side lies in it."""
    return side if window is None else {key: one for key, one in side.items() if window.holds(key)}


def alive(link: TraktLink) -> QuerySet[TraktList]:
    """The pairs whose lists are both there."""
    return link.lists.filter(is_over=False, watchlist__deleted_at=None, watchlist__isnull=False)


def unpaired(link: TraktLink, user_id: UUID) -> QuerySet[Watchlist]:
    """Lists of this person's that have no like at Trakt yet, oldest first."""
    taken = link.lists.filter(watchlist__isnull=False).values("watchlist")
    return Watchlist.objects.filter(owner=user_id, deleted_at=None).exclude(pk__in=taken).order_by("pk")


def is_the_watchlist(row: Watchlist) -> bool:
    """Whether by its name it is what Trakt calls the watchlist."""
    return row.name.casefold() == WATCHLIST.casefold()
