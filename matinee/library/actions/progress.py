"""Keeping how far into a film or an episode somebody is."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from matinee.catalog.models import Title, TitleKind
from matinee.core.deeds import deed
from matinee.core.errors import BadInput
from matinee.library.actions.choosing import Chosen, What, choose, fetch
from matinee.library.actions.standings import count, keep, lock
from matinee.library.actions.watching import add, instant
from matinee.library.models import FOLLOWED, Progress, Standing, Status, Viewing, only

_SEEN = 0.9  # of a duration; the rest is credits


@dataclass(frozen=True, slots=True)
class Point:
    """How far somebody is: seconds of seconds."""

    seconds: int
    duration: int

    @property
    def is_end(self) -> bool:
        """Whether this counts as having seen it."""
        return self.seconds >= _SEEN * self.duration


def set_progress(user_id: UUID, title: Title, what: What, point: Point) -> Standing | None:
    """Somebody is this far into a film or an episode; near its end they have watched it.

    Players say so every few seconds, so only what changes where somebody stands takes its lock and is told: then the
    standing is answered, else None. Raises BadInput, NotFound, ServiceError.
    """
    if not 0 <= point.seconds <= point.duration or point.duration == 0:
        raise BadInput.at("seconds", "should be from 0 to the duration, which is more than 0")
    what.check(title)
    if (title.kind == TitleKind.TV) != (what.episode is not None) or what.up_to:
        raise BadInput.at("episode", "is needed: the progress is in one episode, or in a film")
    if not point.is_end and _move_on(user_id, title, what, point):
        return None
    fetch(title, what)
    return _set(user_id, title, what, point)


def _move_on(user_id: UUID, title: Title, what: What, point: Point) -> bool:
    """The usual case, in two statements. False when there is more to do."""
    mine = Standing.objects.filter(user=user_id, title=title, status__in=FOLLOWED)
    begun = Progress.objects.filter(user=user_id, title=title, **only(what.season, what.episode))
    return mine.exists() and bool(
        begun.update(seconds=point.seconds, duration=point.duration, updated_at=timezone.now())
    )


@deed
def _set(user_id: UUID, title: Title, what: What, point: Point) -> Standing:
    row = lock(user_id, title.pk)
    (thing,) = choose(title, what)
    if point.is_end:
        return _end(row, title, thing, point)
    Progress.objects.update_or_create(
        user_id=user_id,
        title=title,
        **only(what.season, what.episode),
        defaults={
            "season": what.season,
            "episode": what.episode,
            "seconds": point.seconds,
            "duration": point.duration,
            "updated_at": timezone.now(),
        },
    )
    if row.status not in FOLLOWED:
        before = Status(row.status)
        count(row, title)
        row.status, row.last_at = Status.WATCHING, timezone.now()
        keep(row, before)
    return row


def _end(row: Standing, title: Title, thing: Chosen, point: Point) -> Standing:
    """Once a sitting: whoever watches the credits, or the last scene twice, has still seen it once."""
    season, episode = thing.numbers
    now = timezone.now()
    this = {"user": row.user_id, "title": row.title_id, **only(season, episode)}
    if Viewing.objects.filter(**this, watched_at__gt=now - timedelta(seconds=point.duration)).exists():
        Progress.objects.filter(**this).delete()
        return row
    viewing = Viewing(
        user_id=row.user_id, title=title, season=season, episode=episode, watched_at=instant(now), minutes=thing.minutes
    )
    return add(row, title, [viewing]).standing
