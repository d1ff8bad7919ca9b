"""The regular episodes of shows in their order, and where somebody is who has seen some of them."""

from collections import defaultdict
from collections.abc import Collection, Set
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from matinee.catalog.models import Completeness, Episode, Season
from matinee.library.models import SPECIALS

Numbers = tuple[int, int]
"""Of the season, and of the episode in it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One regular episode. `aired_on` is None when nobody knows; `aired`: it can be watched by now."""

    pk: int
    numbers: Numbers
    aired_on: date | None
    aired: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is in a show.

    `aired` counts what has aired or was seen before that; `next_id` is what to watch next of what has aired; `airs_on`
    the day on which all this changes by itself; `complete`: all that has aired is seen.
    """

    seen: int
    aired: int
    next_id: int | None
    airs_on: date | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Run:
    """What is known of a show's regular episodes. `has_gaps`: a season has begun whose episodes are not known yet."""

    episodes: tuple[Listed, ...] = ()
    has_gaps: bool = False

    def place(self, seen: Set[Numbers]) -> Place:
        """Where somebody is who has seen those."""
        counted = [one for one in self.episodes if one.aired or one.numbers in seen]
        following = _next(counted, seen)
        mine = sum(one.numbers in seen for one in counted)
        coming = [one.aired_on for one in self.episodes if one.aired_on and not one.aired]
        return Place(
            mine,
            len(counted),
            following.pk if following else None,
            min(coming, default=None),
            complete=mine > 0 and following is None and not self.has_gaps,
        )


def _next(counted: list[Listed], seen: Set[Numbers]) -> Listed | None:
    """The first after the furthest that they have seen; at the end, what they have left out."""
    furthest = max((one.numbers for one in counted if one.numbers in seen), default=(0, 0))
    unseen = [one for one in counted if one.numbers not in seen]
    return next((one for one in unseen if one.numbers > furthest), unseen[0] if unseen else None)


def has_aired(today: date, path: str = "") -> Q:
    """Whether an episode can be watched. `path` leads from the queried table to it.

    Where no date is known, it is old if its show is over, or if it was told by a source that lists no announcements.
    """
    show = f"{path}season__title__"
    old = Q(**{f"{show}ended_on__lte": today}) | Q(**{f"{show}tmdb_id__isnull": True})
    return Q(**{f"{path}aired_on__lte": today}) | Q(**{f"{path}aired_on__isnull": True}) & old


def runs(title_ids: Collection[int]) -> dict[int, Run]:
    """Of each of these shows, as of today."""
    if not title_ids:
        return {}
    today = timezone.localdate()
    found: dict[int, list[Listed]] = defaultdict(list)
    rows = Episode.objects.filter(season__title__in=title_ids, season__number__gt=SPECIALS)
    ordered = rows.annotate(can_be_seen=has_aired(today)).order_by("season__number", "number")
    fields = "season__title_id", "pk", "season__number", "number", "aired_on", "can_be_seen"
    for title_id, pk, season, number, aired_on, aired in ordered.values_list(*fields):
        found[title_id].append(Listed(pk, (season, number), aired_on, bool(aired)))
    begun = Season.objects.filter(
        title__in=title_ids,
        number__gt=SPECIALS,
        completeness=Completeness.PARTIAL,
        episode_count__gt=0,
        aired_on__lte=today,
    )
    gaps = set(begun.filter(title__tmdb_id__isnull=False).values_list("title_id", flat=True))
    return {pk: Run(tuple(found[pk]), pk in gaps) for pk in title_ids}
