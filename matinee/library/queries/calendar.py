"""What is coming of what somebody watches, plans or loves: episodes, and releases of films."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from matinee.catalog import visible
from matinee.catalog.models import Episode, TitleKind
from matinee.catalog.queries import episode_cards, title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.library.models import FOLLOWED, Opinion, Standing, Status, Viewing

MOST = 3000
"""Days with more than this are not for people; what comes first is shown."""


@dataclass(frozen=True, slots=True)
class Coming:
    """An episode that airs, or a film's release (`episode_id` is None). `seen`: already, wherever that was."""

    on: date
    title_id: int
    episode_id: int | None
    seen: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is coming, by date; with cards of its titles and episodes by id. `more`: there is more than is shown."""

    items: list[Coming]
    titles: dict[int, dict[str, Any]]
    episodes: dict[int, dict[str, Any]]
    more: bool


def calendar(user_id: UUID, first: date, last: date, locale: Locale, viewer: Viewer) -> Calendar:
    """What is coming from one day to another, both counted."""
    found = sorted(
        [*_episodes(user_id, first, last, viewer), *_releases(user_id, first, last, viewer)],
        key=lambda one: (one.on, one.title_id, one.episode_id or 0),
    )
    items = found[:MOST]
    return Calendar(
        items,
        title_cards({one.title_id for one in items}, locale, viewer),
        episode_cards({one.episode_id for one in items if one.episode_id}, locale),
        more=len(found) > MOST,
    )


def calendar_shown(found: Calendar) -> dict[str, Any]:
    """As the API shows it: each title once, however many episodes it has."""
    return {
        "titles": list(found.titles.values()),
        "items": [
            {
                "on": one.on,
                "titleId": one.title_id,
                "episode": found.episodes.get(one.episode_id) if one.episode_id else None,
                "seen": one.seen,
            }
            for one in found.items
            if one.title_id in found.titles
        ],
        "more": found.more,
    }


def _followed(user_id: UUID, *statuses: Status) -> QuerySet[Any, Any]:
    """Ids of what they have that status with, and of what they love without having dropped it."""
    dropped = Standing.objects.filter(user=user_id, title=OuterRef("title"), status=Status.DROPPED)
    loved = Opinion.objects.filter(~Exists(dropped), user=user_id, loved_at__isnull=False).values("title")
    return Standing.objects.filter(user=user_id, status__in=statuses).values("title").union(loved)


def _episodes(user_id: UUID, first: date, last: date, viewer: Viewer) -> Iterable[Coming]:
    viewings = Viewing.objects.filter(
        user=user_id, title=OuterRef("season__title"), season=OuterRef("season__number"), episode=OuterRef("number")
    )
    rows = Episode.objects.filter(
        visible.shown(viewer, "season__title__"),
        season__title__in=_followed(user_id, *FOLLOWED, Status.PLANNED),
        aired_on__range=(first, last),
    ).annotate(seen=Exists(viewings))
    ordered = rows.order_by("aired_on", "season__title_id", "pk")
    for day, title_id, pk, seen in ordered.values_list("aired_on", "season__title_id", "pk", "seen")[: MOST + 1]:
        if day:
            yield Coming(day, title_id, pk, bool(seen))


def _releases(user_id: UUID, first: date, last: date, viewer: Viewer) -> Iterable[Coming]:
    viewings = Viewing.objects.filter(Q(episode__isnull=True), user=user_id, title=OuterRef("pk"))
    rows = visible.titles(viewer).filter(
        kind=TitleKind.MOVIE,
        pk__in=_followed(user_id, Status.PLANNED),
        released_on__range=(first, last),
    )
    ordered = rows.annotate(seen=Exists(viewings)).order_by("released_on", "pk")
    for day, title_id, seen in ordered.values_list("released_on", "pk", "seen")[: MOST + 1]:
        if day:
            yield Coming(day, title_id, None, bool(seen))
