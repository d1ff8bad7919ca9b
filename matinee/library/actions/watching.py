"""Watching films and episodes, again and for the first time, and taking it back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from matinee.catalog.models import Title
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound
from matinee.library.actions.choosing import Chosen, What, choose, fetch, lookup
from matinee.library.actions.standings import count, earned, keep, lock
from matinee.library.events import EpisodeWatched, FilmWatched, ViewingRemoved
from matinee.library.models import FOLLOWED, Progress, Standing, Status, Viewing, only

FIRST_FILM = datetime(1888, 1, 1, tzinfo=UTC)
_OF_NOBODY = NotFound("There is no such viewing in your history")


@dataclass(frozen=True, slots=True)
class Watched:
    """What a deed did: the viewings that came or went, the status before it, and where it has brought them."""

    viewings: tuple[Viewing, ...]
    before: Status
    standing: Standing


@dataclass(frozen=True, slots=True)
class Dated:
    """A viewing as somebody remembers it; season and episode are None for a film."""

    season: int | None
    episode: int | None
    watched_at: datetime


def watch(
    user_id: UUID, title: Title, what: What, *, watched_at: datetime | None = None, again: bool = False
) -> Watched:
    """Somebody watched that, now unless another time is given.

    What they have seen already is left as it is, unless they watched it `again`; one instant holds one viewing of one
    thing in any case. Raises BadInput, NotFound and ServiceError (episodes that are not known are fetched first).
    """
    when = instant(watched_at) if watched_at else None
    fetch(title, what)
    return _watch(user_id, title, what, when, again=again)


@deed
def _watch(user_id: UUID, title: Title, what: What, watched_at: datetime | None, *, again: bool) -> Watched:
    row = lock(user_id, title.pk)
    when = watched_at or instant(timezone.now())
    mine = Viewing.objects.filter(user=user_id, title=title)
    known = set((mine.filter(watched_at=when) if again else mine).values_list("season", "episode"))
    wanted = [one for one in choose(title, what) if one.numbers not in known]
    return add(row, title, [_viewing(row, one, when) for one in wanted])


@deed
def add_viewings(user_id: UUID, title: Title, dated: Sequence[Dated]) -> Watched:
    """Several viewings of one title, each at its time; those that are there already are not added twice.

    Raises BadInput and NotFound, and then adds none.
    """
    asked = {(one.season, one.episode, instant(one.watched_at)) for one in dated}
    row = lock(user_id, title.pk)
    mine = Viewing.objects.filter(user=user_id, title=title, watched_at__in={when for _, _, when in asked})
    known = set(mine.values_list("season", "episode", "watched_at"))
    things = lookup(title, {(one.season, one.episode) for one in dated})
    ordered = sorted(asked - known, key=lambda one: (one[2], one[0] or 0, one[1] or 0))
    return add(row, title, [_viewing(row, things[season, episode], when) for season, episode, when in ordered])


def add(row: Standing, title: Title, viewings: Sequence[Viewing]) -> Watched:
    """Store viewings of which none is there yet, and move the locked standing along."""
    before = Status(row.status)
    if not viewings:
        return Watched((), before, row)
    stored = tuple(Viewing.objects.bulk_create(viewings))
    _end_progress(row, stored)
    for one in stored:
        events.append(told(one))
    complete = count(row, title)
    row.status = earned(row, complete=complete)
    keep(row, before)
    return Watched(stored, before, row)


def _end_progress(row: Standing, viewings: Collection[Viewing]) -> None:
    of_title = Progress.objects.filter(user=row.user_id, title=row.title_id)
    if len(viewings) == 1:
        one = next(iter(viewings))
        of_title.filter(**only(one.season, one.episode)).delete()
        return
    seen = {(one.season, one.episode) for one in viewings}
    ended = [pk for pk, *numbers in of_title.values_list("pk", "season", "episode") if tuple(numbers) in seen]
    Progress.objects.filter(pk__in=ended).delete()


def unwatch(user_id: UUID, title: Title, what: What, *, last_only: bool = False) -> Watched:
    """Take all their viewings of that back, or only the latest.

    Raises BadInput and NotFound; it is no mistake when there are none.
    """
    what.check(title)
    return _unwatch(user_id, title, what, last_only=last_only)


@deed
def _unwatch(user_id: UUID, title: Title, what: What, *, last_only: bool) -> Watched:
    row = lock(user_id, title.pk)
    viewings = Viewing.objects.filter(_of(what), user=user_id, title=title)
    if last_only:
        latest = viewings.order_by("-watched_at", "-id").values_list("pk", flat=True)[:1]
        viewings = viewings.filter(pk__in=list(latest))
    return _remove(row, title, viewings)


def _of(what: What) -> Q:
    if what.season is None:
        return Q()
    season = Q(season=what.season)
    return season if what.episode is None else season & Q(episode=what.episode)


@deed
def remove_viewings(user_id: UUID, ids: Collection[int]) -> Watched:
    """Take these back, which are of one title. Raises NotFound unless all are theirs, BadInput for several titles."""
    mine = Viewing.objects.filter(user=user_id, pk__in=ids)
    titles = set(mine.values_list("title_id", flat=True))
    if not titles:
        raise _OF_NOBODY
    if len(titles) > 1:
        raise BadInput.at("ids", "should be viewings of one title")
    title = Title.objects.get(pk=titles.pop())
    row = lock(user_id, title.pk)
    if mine.count() != len(set(ids)):  # asked under the lock: another tab may have been quicker
        raise _OF_NOBODY
    return _remove(row, title, mine)


def _remove(row: Standing, title: Title, viewings: QuerySet[Viewing]) -> Watched:
    before = Status(row.status)
    gone = tuple(viewings.order_by("id"))
    if not gone:
        return Watched((), before, row)
    Viewing.objects.filter(pk__in=[one.pk for one in gone]).delete()
    for one in gone:
        events.append(removed(one))
    complete = count(row, title)
    if before in FOLLOWED:
        row.status = earned(row, complete=complete)
    keep(row, before)
    return Watched(gone, before, row)


def instant(when: datetime) -> datetime:
    """To the millisecond, as the API tells it: what comes back from there is the same viewing.

    Raises BadInput for a time in which nobody can have watched anything.
    """
    if when > timezone.now():
        raise BadInput.at("watchedAt", "is in the future; give a time that has passed, or none for now")
    if when < FIRST_FILM:
        raise BadInput.at("watchedAt", "is before there were films, in 1888")
    return when.replace(microsecond=when.microsecond // 1000 * 1000)


def _viewing(row: Standing, thing: Chosen, when: datetime) -> Viewing:
    season, episode = thing.numbers
    return Viewing(
        user_id=row.user_id,
        title_id=row.title_id,
        season=season,
        episode=episode,
        watched_at=when,
        minutes=thing.minutes,
    )


def removed(one: Viewing) -> events.Event:
    """What is told of one that is gone."""
    return ViewingRemoved(one.user_id, one.title_id, one.pk, one.season, one.episode, one.watched_at, one.minutes)


def told(one: Viewing) -> events.Event:
    """What is told of a new one."""
    if one.season is None or one.episode is None:
        return FilmWatched(one.user_id, one.title_id, one.pk, one.watched_at, one.minutes)
    return EpisodeWatched(one.user_id, one.title_id, one.pk, one.season, one.episode, one.watched_at, one.minutes)
