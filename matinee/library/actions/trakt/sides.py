"""Our side of each part, and what was agreed on, as they are now."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from matinee.library.models import (
    Opinion,
    Standpoint,
    TraktItem,
    TraktLink,
    TraktList,
    TraktPart,
    Viewing,
    WatchlistItem,
)
from matinee.library.trakt.merging import Agreed, Key, Version

_KNOWN_ELSEWHERE = Q(title__tmdb_id__isnull=False) | Q(title__imdb_id__isnull=False)
"""Trakt cannot be told of a title that has no name but ours."""

Titles = Collection[int] | None
"""These alone; None: all."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is kept alike: ratings, the history, or one list."""

    kind: TraktPart
    of_list: TraktList | None = None


RATINGS, HISTORY = Part(TraktPart.RATING), Part(TraktPart.HISTORY)


def to_trakt(half_points: int) -> int:
    """A rating as Trakt can hold it: whole points from 1 to 10; halves go up."""
    return max(1, (half_points + 1) // 2)


def to_half_points(points: int) -> int:
    """A rating of Trakt's as we hold it."""
    return points * 2


def second(moment: datetime) -> datetime:
    """As exactly as Trakt tells times."""
    return moment.replace(microsecond=0)


def ours(user_id: UUID, part: Part, titles: Titles = None) -> dict[Key, Version]:
    """How it is here. `ids` of a viewing are its numbers here."""
    match part.kind:
        case TraktPart.RATING:
            return _ratings(user_id, titles)
        case TraktPart.HISTORY:
            return _viewings(user_id, titles)
    return _listed(part.of_list, titles)


def base(link: TraktLink, part: Part, titles: Titles = None) -> dict[Key, Agreed]:
    """What was agreed on."""
    rows = TraktItem.objects.filter(_among(titles), link=link, part=part.kind, of_list=part.of_list)
    fields = ("title_id", "season", "episode", "at", "pk", "value", "standpoint", "gone_at", "trakt_ids")
    return {
        (title, season, episode, at): Agreed(pk, value, Standpoint(standpoint), gone_at, tuple(ids))
        for title, season, episode, at, pk, value, standpoint, gone_at, ids in rows.order_by("pk").values_list(*fields)
    }


def _ratings(user_id: UUID, titles: Titles) -> dict[Key, Version]:
    rows = Opinion.objects.filter(_among(titles), _KNOWN_ELSEWHERE, user=user_id, rating__isnull=False)
    fields = rows.order_by("rated_at", "pk").values_list("title_id", "rating", "rated_at")
    return {
        (title, None, None, None): Version(to_trakt(rating), at)
        for title, rating, at in fields
        if rating is not None and at is not None
    }


def _viewings(user_id: UUID, titles: Titles) -> dict[Key, Version]:
    rows = Viewing.objects.filter(_among(titles), _KNOWN_ELSEWHERE, user=user_id).order_by("watched_at", "pk")
    fields = rows.values_list("title_id", "season", "episode", "watched_at", "pk")
    return joined(
        ((title, season, episode, second(at)), Version(1, second(at), (pk,)))
        for title, season, episode, at, pk in fields
    )


def _listed(of_list: TraktList | None, titles: Titles) -> dict[Key, Version]:
    if of_list is None or of_list.watchlist_id is None:
        return {}
    rows = WatchlistItem.objects.filter(_among(titles), _KNOWN_ELSEWHERE, watchlist=of_list.watchlist_id)
    fields = rows.order_by("position").values_list("title_id", "added_at")
    return {(title, None, None, None): Version(1, at) for title, at in fields}


def joined(versions: Iterable[tuple[Key, Version]]) -> dict[Key, Version]:
    """By their keys; those that one side cannot tell apart become one, with the numbers of all."""
    found: dict[Key, Version] = {}
    for key, one in versions:
        same = found.get(key)
        if same is None:
            found[key] = one
        else:
            later = max(one, same, key=lambda version: version.at)
            found[key] = Version(later.value, later.at, tuple(sorted({*same.ids, *one.ids})))
    return found


def _among(titles: Titles) -> Q:
    return Q() if titles is None else Q(title__in=titles)
