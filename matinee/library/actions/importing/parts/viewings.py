"""What was watched: films, episodes, and all that has aired of a season or a show."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from matinee.catalog.models import Episode, Title, TitleKind
from matinee.library.actions.choosing import Thing
from matinee.library.actions.importing.claims import Claim, Context, Made, is_mere_day
from matinee.library.actions.standings import keep_all, lock_all
from matinee.library.actions.watching import FIRST_FILM
from matinee.library.actions.watching_many import add_to_history, take_from_history
from matinee.library.models import FOLLOWED, SPECIALS, Status, Viewing
from matinee.library.queries.runs import has_aired
from matinee.library.transfer.formats import Fact, Row, Watch, moment

_NAME, _BEFORE = "viewings", "standing"
_FILM: Thing = (None, None)


class _New(NamedTuple):
    """A viewing that is not there yet."""

    title_id: int
    season: int | None
    episode: int | None
    watched_at: datetime
    minutes: int | None


def lacking(context: Context, claims: Sequence[Claim]) -> dict[int, set[Fact]]:
    return {number: {"watched"} for number, viewings in _wanted(context, claims).items() if viewings}


def add(context: Context, claims: Sequence[Claim]) -> dict[int, Made]:
    wanted = {
        number: [Viewing(user_id=context.user_id, **one._asdict()) for one in new]
        for number, new in _wanted(context, claims).items()
        if new
    }
    if not wanted:
        return {}
    before = add_to_history(context.user_id, [one for viewings in wanted.values() for one in viewings])
    context.begun.update(title_id for title_id, status in before.items() if status == Status.NONE)
    return {
        number: {_NAME: [one.pk for one in viewings], _BEFORE: before[viewings[0].title_id].value}
        for number, viewings in wanted.items()
    }


def take_back(context: Context, claims: Sequence[Claim]) -> dict[int, str]:
    mine = {claim.number: claim.made[_NAME] for claim in claims if _NAME in claim.made}
    gone = take_from_history(context.user_id, [pk for ids in mine.values() for pk in ids])
    _stand_as_before(context, {claim.about_title: claim.made[_BEFORE] for claim in claims if _NAME in claim.made})
    return {
        number: "You have taken this out of your history since" for number, ids in mine.items() if not gone & set(ids)
    }


def _stand_as_before(context: Context, statuses: Mapping[int, str]) -> None:
    """Who had planned or dropped it before they watched it does so again, if nothing of that is left."""
    said = {title_id: Status(one) for title_id, one in statuses.items() if one and Status(one) not in FOLLOWED}
    rows = lock_all(context.user_id, said)
    free = {title_id: row for title_id, row in rows.items() if not row.status}
    for title_id, row in free.items():
        row.status = said[title_id]
    keep_all(free, dict.fromkeys(free, Status.NONE))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the catalogue says of a film or an episode."""

    minutes: int | None
    came_out: datetime | None
    aired: bool


_Things = Mapping[int, Mapping[Thing, _Known]]


def _wanted(context: Context, claims: Sequence[Claim]) -> dict[int, list[_New]]:
    """By number of the claim; no two of them are the same."""
    mine = [(claim, row, row.watch) for claim in claims if isinstance(row := claim.said, Row) and row.watch is not None]
    if not mine:
        return {}
    title_ids = {claim.about_title for claim, _, _ in mine}
    things = _things(title_ids)
    seen: dict[tuple[int, Thing], list[datetime]] = defaultdict(list)
    rows = Viewing.objects.filter(user=context.user_id, title__in=title_ids)
    for title_id, season, episode, at in rows.values_list("title_id", "season", "episode", "watched_at"):
        seen[title_id, (season, episode)].append(at)
    found: dict[int, list[_New]] = {}
    for claim, row, watch in mine:
        new = _viewings(context, claim, row, watch, things[claim.about_title], seen)
        found[claim.number] = list(new)
    return found


def _viewings(
    context: Context,
    claim: Claim,
    row: Row,
    watch: Watch,
    things: Mapping[Thing, _Known],
    seen: dict[tuple[int, Thing], list[datetime]],
) -> Iterator[_New]:
    is_whole = row.about.episode is None and claim.kind == TitleKind.TV
    for season, episode in _meant(row, claim.kind, things):
        known = things.get((season, episode), _Known(None, None, aired=True))
        times = seen[claim.about_title, (season, episode)]
        when = _when(context, row, watch, known)
        if _is_there(times, when, is_dated=watch.at is not None and not is_whole):
            continue
        times.append(when)
        yield _New(claim.about_title, season, episode, when, known.minutes)


def _meant(row: Row, kind: str, things: Mapping[Thing, _Known]) -> list[Thing]:
    season, episode = row.about.season, row.about.episode
    if kind == TitleKind.MOVIE or episode is not None:
        return [_FILM if kind == TitleKind.MOVIE else (season, episode)]
    aired = [thing for thing, known in things.items() if known.aired]
    return [one for one in aired if (one[0] == season if season is not None else one[0] != SPECIALS)]


def _when(context: Context, row: Row, watch: Watch, known: _Known) -> datetime:
    """Where nobody knows the day: when they said so, or else when it came out."""
    for when in (watch.at, row.said_at, known.came_out):
        if when is not None and FIRST_FILM <= moment(when) <= timezone.now():
            return moment(when)
    return context.begun_at


def _is_there(times: Sequence[datetime], when: datetime, *, is_dated: bool) -> bool:
    """A day without a time may be any of the viewings on it."""
    if not is_dated:
        return bool(times)
    return any(one == when or (one.date() == when.date() and (is_mere_day(one) or is_mere_day(when))) for one in times)


def _things(title_ids: set[int]) -> _Things:
    found: dict[int, dict[Thing, _Known]] = {}
    runtimes: dict[int, int | None] = {}
    for pk, kind, runtime, day in Title.objects.filter(pk__in=title_ids).values_list(
        "pk", "kind", "runtime", "released_on"
    ):
        runtimes[pk] = runtime
        film = _Known(runtime, moment(day) if day else None, aired=True)
        found[pk] = {_FILM: film} if kind == TitleKind.MOVIE else {}
    shows = [pk for pk, things in found.items() if not things]
    rows = Episode.objects.filter(season__title__in=shows).annotate(seen=has_aired(timezone.localdate()))
    ordered = rows.order_by("season__number", "number")
    fields = "season__title_id", "season__number", "number", "runtime", "aired_on", "seen"
    for pk, season, number, runtime, day, aired in ordered.values_list(*fields):
        known = _Known(runtime or runtimes[pk], moment(day) if day else None, aired=bool(aired))
        found[pk][season, number] = known
    return found
