"""Planning a title, dropping it, taking it up again; and counting anew where people stand."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from matinee.catalog.models import Title, TitleKind
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.storing import add_missing, store_all
from matinee.library.events import StatusChanged
from matinee.library.models import FOLLOWED, Standing, Status, Viewing
from matinee.library.queries.runs import Numbers, Place, Run, runs

_FILM = (None, None)
_CHANGED = ("viewings", "again", "seen", "aired", "next", "airs_on", "status", "last_at")
_AT_ONCE = 500  # people whose standings are counted in one transaction


@deed
def set_status(user_id: UUID, title: Title, status: Status) -> Standing:
    """What somebody wants with a title: to plan it, to watch it, to drop it; NONE takes that back.

    Who takes it back or takes it up again stands where their viewings have brought them.
    """
    row = lock(user_id, title.pk)
    complete = count(row, title)
    before = Status(row.status)
    if status in FOLLOWED:
        row.status = earned(row, complete=complete) or Status.WATCHING
    else:
        row.status = status or earned(row, complete=complete)
    if row.status != before:
        row.last_at = timezone.now()
    keep(row, before)
    return row


def lock(user_id: UUID, title_id: int) -> Standing:
    """Locked until the deed's end, so that what two tabs do at once is done one after the other."""
    Standing.objects.get_or_create(user_id=user_id, title_id=title_id, defaults={"last_at": timezone.now()})
    return Standing.objects.select_for_update(of=("self",)).get(user=user_id, title=title_id)


def lock_all(user_id: UUID, title_ids: Collection[int]) -> dict[int, Standing]:
    """The same for many titles, by title."""
    ordered = sorted(title_ids)  # two deeds at once lock in the same order
    add_missing(Standing(user_id=user_id, last_at=timezone.now()), "title_id", ordered)
    mine = Standing.objects.select_for_update(of=("self",)).filter(user=user_id, title__in=ordered)
    return {row.title_id: row for row in mine.order_by("title")}


def earned(row: Standing, *, complete: bool) -> Status:
    """Where the viewings alone bring somebody."""
    if complete:
        return Status.WATCHED
    return Status.WATCHING if row.viewings else Status.NONE


def keep(row: Standing, before: Status) -> None:
    """Store a standing, and tell if its status is another now."""
    row.save()
    _tell(row, before)


def keep_all(rows: Mapping[int, Standing], before: Mapping[int, Status]) -> None:
    """The same for many, by title."""
    store_all(rows.values(), _CHANGED)
    for title_id, row in rows.items():
        _tell(row, before[title_id])


def _tell(row: Standing, before: Status) -> None:
    if row.status != before:
        events.append(StatusChanged(row.user_id, row.title_id, before.value, Status(row.status).value))


# --- counting ---


@dataclass(slots=True)
class _Watched:
    """What one person has watched of one title."""

    times: dict[tuple[int | None, int | None], int] = field(default_factory=dict)
    last_at: datetime | None = None

    def regular(self) -> set[Numbers]:
        return {(season, episode) for season, episode in self.times if season and episode is not None}


def count(row: Standing, title: Title) -> bool:
    """Count anew where somebody stands; whether they have seen all that there is. The row is not stored."""
    return count_all(row.user_id, {title.pk: row}, {title.pk: title.kind})[title.pk]


def count_all(user_id: UUID, rows: Mapping[int, Standing], kinds: Mapping[int, str]) -> dict[int, bool]:
    """The same for many titles of one person; all are by title."""
    known = runs([pk for pk in rows if kinds[pk] == TitleKind.TV])
    watched = _watched(Viewing.objects.filter(user=user_id, title__in=rows), "title_id")
    return {pk: _fill(row, known.get(pk), watched[pk]) for pk, row in rows.items()}


def _watched(viewings: QuerySet[Viewing], whose: str) -> dict[Any, _Watched]:
    """By the person or title that each is `whose`."""
    found: dict[Any, _Watched] = defaultdict(_Watched)
    grouped = viewings.order_by().values_list(whose, "season", "episode").annotate(Count("pk"), Max("watched_at"))
    for key, season, episode, times, last_at in grouped:
        mine = found[key]
        mine.times[season, episode] = times
        mine.last_at = max(last_at, mine.last_at or last_at)
    return found


def _fill(row: Standing, run: Run | None, watched: _Watched) -> bool:
    """`run`: None for a film."""
    place = run.place(watched.regular()) if run is not None else _place_in_film(watched)
    row.viewings = sum(watched.times.values())
    row.again = row.viewings - len(watched.times)
    row.seen, row.aired, row.next_id, row.airs_on = place.seen, place.aired, place.next_id, place.airs_on
    row.last_at = watched.last_at or row.last_at
    return place.complete


def _place_in_film(watched: _Watched) -> Place:
    seen = _FILM in watched.times
    return Place(seen, 1, None, None, complete=seen)


def recount(title: Title) -> int:
    """Count anew where everybody stands with a title of which something else is known or has aired; how many rows."""
    last, done = 0, 0
    while rows := _recount_some(title, last):
        last, done = rows[-1].pk, done + len(rows)
    return done


@deed
def _recount_some(title: Title, after: int) -> list[Standing]:
    mine = Standing.objects.select_for_update(of=("self",)).filter(title=title, pk__gt=after)
    rows = list(mine.order_by("pk")[:_AT_ONCE])
    if rows:
        _recount(title, rows)
    return rows


def _recount(title: Title, rows: Collection[Standing]) -> None:
    run = runs([title.pk])[title.pk] if title.kind == TitleKind.TV else None
    watched = _watched(Viewing.objects.filter(title=title, user__in=[row.user_id for row in rows]), "user_id")
    for row in rows:
        before, last_at = Status(row.status), row.last_at
        complete = _fill(row, run, watched[row.user_id])
        if before in FOLLOWED:
            row.status = earned(row, complete=complete) or before
        if not row.viewings:
            row.last_at = last_at
        _tell(row, before)
    store_all(rows, _CHANGED)
