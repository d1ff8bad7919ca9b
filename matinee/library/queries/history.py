"""What somebody has watched, and what they keep of it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from matinee.catalog import visible
from matinee.catalog.models import Episode
from matinee.catalog.queries import episode_cards, title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.core.personal import personal
from matinee.library.models import Progress, Standing, Viewing
from matinee.library.queries.naming import named
from matinee.library.queries.paging import page_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HistoryFilters:
    """Which of a person's viewings. `text`: in a title's names; `title`: its id, 0 for all."""

    kind: str = ""
    text: str = ""
    title: int = 0


def history_page(user_id: UUID, filters: HistoryFilters, page: int, locale: Locale, viewer: Viewer) -> Row:
    """A page of 40 viewings of titles that the person still meets, newest first."""
    mine = _filtered(Viewing.objects.filter(visible.shown(viewer, "title__"), user=user_id), filters)
    rows: list[Any]  # with their `known`
    rows, whole = page_of(mine.annotate(known=known_episode()).order_by("-watched_at", "-id"), page)
    cards = title_cards({row.title_id for row in rows}, locale, viewer)
    episodes = episode_cards({row.known for row in rows if row.known}, locale)
    items = [
        viewing(row) | {"title": cards[row.title_id], "name": _name(episodes.get(row.known)), "minutes": row.minutes}
        for row in rows
        if row.title_id in cards
    ]
    return {"items": items, **whole}


def history_kinds(user_id: UUID, text: str, viewer: Viewer) -> list[str]:
    """Which kinds of titles with these words there are in it. Standings are fewer than viewings and know as much."""
    begun = Standing.objects.filter(visible.shown(viewer, "title__"), named(text), user=user_id, viewings__gt=0)
    return list(begun.values_list("title__kind", flat=True).distinct())


def known_episode() -> Subquery:
    """To annotate viewings and progress with: the id of their episode, null when the catalogue has it no more."""
    same = Episode.objects.filter(
        season__title=OuterRef("title"), season__number=OuterRef("season"), number=OuterRef("episode")
    )
    return Subquery(same.values("pk")[:1])


def _name(episode: Row | None) -> str | None:
    return episode["title"] if episode else None


def viewing(row: Viewing) -> Row:
    """One of them, as the API shows it."""
    return {"id": row.pk, "season": row.season, "episode": row.episode, "watchedAt": row.watched_at}


def _filtered(mine: QuerySet[Viewing], filters: HistoryFilters) -> QuerySet[Viewing]:
    if filters.kind:
        mine = mine.filter(title__kind=filters.kind)
    if filters.title:
        mine = mine.filter(title=filters.title)
    return mine.filter(named(filters.text))


@personal("history")
def _kept(user_id: UUID) -> object:
    def of_title(row: Viewing | Standing | Progress) -> Row:
        title = row.title
        return {"title": title.name, "kind": title.kind, "tmdbId": title.tmdb_id, "imdbId": title.imdb_id}

    viewings = Viewing.objects.filter(user=user_id).select_related("title").order_by("watched_at", "id")
    standings = Standing.objects.filter(user=user_id).exclude(status="").select_related("title").order_by("id")
    begun = Progress.objects.filter(user=user_id).select_related("title").order_by("id")
    return {
        "viewings": [of_title(row) | viewing(row) for row in viewings],
        "standings": [of_title(row) | {"status": row.status, "lastAt": row.last_at} for row in standings],
        "progress": [
            of_title(row)
            | {"season": row.season, "episode": row.episode, "seconds": row.seconds, "duration": row.duration}
            for row in begun
        ],
    }
