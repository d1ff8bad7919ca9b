"""Where somebody stands with titles."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Max

from matinee.catalog import visible
from matinee.catalog.queries import episode_cards, title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.library.models import Progress, Standing, Status, Viewing
from matinee.library.queries.marks import fraction
from matinee.library.queries.naming import named
from matinee.library.queries.paging import page_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class StandingFilters:
    """Which of a person's standings. `status`: one of them; `text`: in a title's names."""

    status: Status
    kind: str = ""
    text: str = ""


def standings_page(user_id: UUID, filters: StandingFilters, page: int, locale: Locale, viewer: Viewer) -> Row:
    """A page of 40 of the titles with that status that the person still meets, latest first."""
    mine = Standing.objects.filter(named(filters.text), user=user_id, status=filters.status)
    if filters.kind:
        mine = mine.filter(title__kind=filters.kind)
    met = mine.filter(visible.shown(viewer, "title__"))
    total = None if filters.kind or filters.text else visible.count(mine, viewer)
    rows, whole = page_of(met.order_by("-last_at", "-id"), page, total=total)
    cards = title_cards([row.title_id for row in rows], locale, viewer)
    nexts = episode_cards([row.next_id for row in rows if row.next_id], locale)
    items = [standing(row, nexts) | {"title": cards[row.title_id]} for row in rows if row.title_id in cards]
    return {"items": items, **whole}


def standing(row: Standing, nexts: dict[int, Row]) -> Row:
    """One of them, as the API shows it."""
    return {
        "status": row.status or None,
        "viewings": row.viewings,
        "rewatched": row.again > 0,
        "seen": row.seen,
        "aired": row.aired,
        "fraction": fraction({"seen": row.seen, "aired": row.aired}),
        "next": nexts.get(row.next_id) if row.next_id else None,
        "lastAt": row.last_at if row.pk else None,
    }


def standing_of(user_id: UUID, title_id: int, locale: Locale) -> Row:
    """Where the person stands with that title, and of a show how many of each season they have seen."""
    row = Standing.objects.filter(user=user_id, title=title_id).first() or Standing(user_id=user_id, title_id=title_id)
    return told_of(row, locale)


def told_of(row: Standing, locale: Locale) -> Row:
    """The same of a row that has been read."""
    begun = Progress.objects.filter(user=row.user_id, title=row.title_id, episode__isnull=True).first()
    seasons = (
        Viewing.objects.filter(user=row.user_id, title=row.title_id, season__isnull=False)
        .order_by("season")
        .values("season")
        .annotate(seen=Count("episode", distinct=True))
    )
    return standing(row, episode_cards([row.next_id] if row.next_id else [], locale)) | {
        "seasons": list(seasons) if row.viewings else [],
        "progress": point(begun) if begun else None,
    }


def season_progress(user_id: UUID, title_id: int, season: int) -> list[Row]:
    """Of a season's episodes those that the person has seen or begun."""
    this = {"user": user_id, "title": title_id, "season": season}
    found: dict[int, Row] = defaultdict(lambda: {"viewings": 0, "lastAt": None, "progress": None})
    grouped = Viewing.objects.filter(**this, episode__isnull=False).order_by().values_list("episode")
    for episode, viewings, last_at in grouped.annotate(Count("pk"), Max("watched_at")):
        found[episode] |= {"viewings": viewings, "lastAt": last_at}
    for row in Progress.objects.filter(**this, episode__isnull=False):
        found[row.episode or 0] |= {"progress": point(row)}
    return [{"episode": episode, **told} for episode, told in sorted(found.items())]


def point(row: Progress) -> Row:
    """How far somebody is, as the API shows it."""
    return {"seconds": row.seconds, "duration": row.duration, "updatedAt": row.updated_at}
