"""What somebody is in the middle of, and the next episodes of what they watch."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from matinee.catalog import visible
from matinee.catalog.queries import episode_cards, title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.library.models import Progress, Standing, Status
from matinee.library.queries.history import known_episode
from matinee.library.queries.standings import point


@dataclass(frozen=True, slots=True)
class _Item:
    """A film, or a show's episode, to go on with; `begun` when somebody is in the middle of it."""

    title_id: int
    episode_id: int | None
    at: datetime
    begun: Progress | None = None


def next_up(user_id: UUID, most: int, locale: Locale, viewer: Viewer) -> list[dict[str, Any]]:
    """What the person watched last comes first. A title comes once: where they are, before what would be next."""
    items = _latest(user_id, most, viewer)
    cards = title_cards({one.title_id for one in items}, locale, viewer)
    episodes = episode_cards({one.episode_id for one in items if one.episode_id}, locale)
    rows = Standing.objects.filter(user=user_id, title__in=cards)
    counted = {title_id: {"seen": seen, "aired": aired} for title_id, seen, aired in rows.values_list(*_COUNTED)}
    return [
        {
            "title": cards[one.title_id],
            "episode": episodes.get(one.episode_id) if one.episode_id else None,
            "progress": point(one.begun) if one.begun else None,
            "at": one.at,
            **counted.get(one.title_id, {"seen": 0, "aired": 0}),
        }
        for one in items
        if one.title_id in cards
    ]


_COUNTED = ("title_id", "seen", "aired")


def _latest(user_id: UUID, most: int, viewer: Viewer) -> list[_Item]:
    met = visible.shown(viewer, "title__")
    begun = Progress.objects.filter(met, user=user_id).annotate(known=known_episode())
    waiting = Standing.objects.filter(met, user=user_id, status=Status.WATCHING, next__isnull=False)
    items: dict[int, _Item] = {}
    for row in begun.order_by("-updated_at", "-id")[:most]:
        if row.episode is None or row.known:  # what the catalogue has no more cannot be gone on with
            items.setdefault(row.title_id, _Item(row.title_id, row.known, row.updated_at, row))
    for title_id, episode_id, at in waiting.order_by("-last_at", "-id").values_list("title_id", "next_id", "last_at")[
        :most
    ]:
        items.setdefault(title_id, _Item(title_id, episode_id, at))
    return sorted(items.values(), key=lambda one: one.at, reverse=True)[:most]
