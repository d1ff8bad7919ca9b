"""What a person thinks of titles: their favourites, ratings and dismissals, searched, filtered and sorted."""

from dataclasses import dataclass, replace
from typing import Any, Literal
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import OrderBy

from matinee.catalog import visible
from matinee.catalog.models import TitleGenre
from matinee.catalog.queries import genre_choices, title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.core.personal import personal
from matinee.library.models import Opinion, by_rating
from matinee.library.queries.marks import in_points
from matinee.library.queries.naming import named, wanted
from matinee.library.queries.paging import page_of

_WHICH = {
    "favorites": Q(loved_at__isnull=False),
    "ratings": Q(rating__isnull=False),
    "dismissals": Q(dismissed_at__isnull=False),
}
_SINCE = {"favorites": "loved_at", "ratings": "rated_at", "dismissals": "dismissed_at"}
_ORDERS: dict[str, tuple[OrderBy | str, ...]] = {
    "rating": (by_rating().desc(), F("id").desc()),
    "title": ("title__name", "id"),
    "newest": (F("title__released_on").desc(nulls_last=True), F("id").desc()),
    "oldest": (F("title__released_on").asc(nulls_last=True), F("id").desc()),
}


@dataclass(frozen=True, slots=True)
class OpinionFilters:
    """Which of a person's opinions, and in which order. `text`: in a title or in their own notes."""

    which: Literal["favorites", "ratings", "dismissals"]
    text: str = ""
    kind: str = ""
    genre: str = ""
    rated: bool | None = None
    sort: str = "added"

    @property
    def by_title(self) -> bool:
        """Whether titles have to be looked at to tell which."""
        return bool(self.text or self.kind or self.genre)


def opinions_page(user_id: UUID, filters: OpinionFilters, page: int, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """A page of 40, of the titles that the person still meets. Raises BadInput naming `genre`."""
    mine = _filtered(Opinion.objects.filter(_WHICH[filters.which], user=user_id), filters)
    seen = mine.filter(visible.shown(viewer, "title__"))
    total = None if filters.by_title else visible.count(mine, viewer)
    rows, whole = page_of(seen.order_by(*_order(filters)), page, total=total)
    cards = title_cards([row.title_id for row in rows], locale, viewer)
    items = [{"title": cards[row.title_id], **opinion(row)} for row in rows if row.title_id in cards]
    return {"items": items, **whole}


def opinion_choices(user_id: UUID, filters: OpinionFilters, viewer: Viewer) -> dict[str, Any]:
    """Which kinds and genres lead to something among them: each with all filters but its own."""

    def among(others: OpinionFilters) -> QuerySet[Opinion]:
        mine = _filtered(Opinion.objects.filter(_WHICH[others.which], user=user_id), others)
        return mine.filter(visible.shown(viewer, "title__"))

    of_them = TitleGenre.objects.filter(title__in=among(replace(filters, genre="")).values("title"))
    return {
        "kinds": list(among(replace(filters, kind="")).values_list("title__kind", flat=True).distinct()),
        "genres": list(of_them.values_list("genre__slug", flat=True).distinct()),
    }


def opinion_of(user_id: UUID, title_id: int) -> dict[str, Any]:
    """What the person thinks of that title."""
    row = Opinion.objects.filter(user=user_id, title=title_id).first()
    return opinion(row or Opinion())


def opinion(row: Opinion) -> dict[str, Any]:
    """One of them, as the API shows it."""
    return {
        "favorite": row.loved_at is not None,
        "rating": in_points(row.rating),
        "notes": row.notes,
        "dismissed": row.dismissed_at is not None,
        "lovedAt": row.loved_at,
        "ratedAt": row.rated_at,
    }


def _order(filters: OpinionFilters) -> tuple[OrderBy | str, ...]:
    if filters.sort == "added":
        return F(_SINCE[filters.which]).desc(), F("id").desc()
    return _ORDERS[filters.sort]


def _filtered(mine: QuerySet[Opinion], filters: OpinionFilters) -> QuerySet[Opinion]:
    if filters.kind:
        mine = mine.filter(title__kind=filters.kind)
    if filters.rated is not None:
        mine = mine.filter(rating__isnull=not filters.rated)
    for alternatives in genre_choices(filters.genre):
        of_genre = TitleGenre.objects.filter(title=OuterRef("title"), genre_id__in=alternatives)
        mine = mine.filter(Exists(of_genre))
    for word in wanted(filters.text):
        mine = mine.filter(named(word) | Q(notes__icontains=word))
    return mine


@personal("opinions")
def _kept(user_id: UUID) -> object:
    rows = Opinion.objects.filter(user=user_id).order_by("id").select_related("title")
    return [
        {
            "title": row.title.name,
            "kind": row.title.kind,
            "tmdbId": row.title.tmdb_id,
            "imdbId": row.title.imdb_id,
            **opinion(row),
        }
        for row in rows
    ]
