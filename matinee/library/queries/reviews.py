"""What people write about titles."""

from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import OrderBy

from matinee.catalog import visible
from matinee.catalog.queries import title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.core.personal import personal
from matinee.library.markdown import render
from matinee.library.models import HelpfulMark, Opinion, Review
from matinee.library.queries.faces import face
from matinee.library.queries.marks import in_points
from matinee.library.queries.paging import page_of

PER_PAGE = 20

_NEWEST = (F("created_at").desc(), F("id").desc())
_ORDERS: dict[str, tuple[OrderBy, ...]] = {"newest": _NEWEST, "helpful": (F("helpful").desc(), *_NEWEST)}


@dataclass(frozen=True, slots=True)
class ReviewsAsked:
    """Which page of them, in which order."""

    page: int = 1
    sort: Literal["newest", "helpful"] = "helpful"


def reviews_page(title_id: int, asked: ReviewsAsked, viewer: Viewer) -> dict[str, Any]:
    """A page of 20, of a title's reviews that the viewer may read."""
    rows, paged = page_of(_readable(viewer).filter(title=title_id).order_by(*_ORDERS[asked.sort]), asked.page, PER_PAGE)
    return {"items": [review(row, viewer) for row in rows], **paged}


def own_reviews(user_id: UUID, page: int, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """A page of 20 of what this person has written about titles that they still meet, the latest first."""
    mine = _readable(viewer).filter(visible.shown(viewer, "title__"), user=user_id)
    rows, paged = page_of(mine.order_by(*_NEWEST), page, PER_PAGE)
    cards = title_cards([row.title_id for row in rows], locale, viewer)
    items = [{"title": cards[row.title_id], **review(row, viewer)} for row in rows if row.title_id in cards]
    return {"items": items, **paged}


def own_review(title_id: int, viewer: Viewer) -> dict[str, Any] | None:
    """What the viewer has written about this title; None for nothing."""
    row = _readable(viewer).filter(title=title_id, user=viewer.user_id).first()
    return review(row, viewer) if row else None


def review(row: Review, viewer: Viewer) -> dict[str, Any]:
    """One, as the API shows it; a row of `_readable`. Its Markdown is for its author, who may change it."""
    mine = row.user_id == viewer.user_id
    return {
        "id": row.pk,
        "author": face(row.user),
        "mine": mine,
        "rating": in_points(row.rating),  # type: ignore[attr-defined]
        "html": render(row.text),
        "text": row.text if mine else None,
        "spoiler": row.spoiler,
        "helpful": row.helpful,
        "foundHelpful": row.found_helpful,  # type: ignore[attr-defined]
        "createdAt": row.created_at,
        "changedAt": row.changed_at,
        "hidden": None if row.hidden_at is None else {"at": row.hidden_at, "because": row.hidden_because},
    }


def _readable(viewer: Viewer) -> QuerySet[Review]:
    """Those that the viewer may read, with the author's `rating` and whether they have `found_helpful` what it says."""
    there = Review.objects.filter(removed_at=None).select_related("user")
    if not viewer.is_administrator:
        there = there.filter(Q(hidden_at=None) | Q(user=viewer.user_id))
    rating = Opinion.objects.filter(user=OuterRef("user"), title=OuterRef("title")).values("rating")
    marked = Exists(HelpfulMark.objects.filter(review=OuterRef("pk"), user=viewer.user_id))
    return there.annotate(rating=Subquery(rating), found_helpful=marked if viewer.user_id else Value(False))


@personal("reviews")
def _kept(user_id: UUID) -> object:
    rows = Review.objects.filter(user=user_id, removed_at=None).order_by("id").select_related("title")
    return [
        {
            "title": row.title.name,
            "kind": row.title.kind,
            "tmdbId": row.title.tmdb_id,
            "imdbId": row.title.imdb_id,
            "text": row.text,
            "spoiler": row.spoiler,
            "helpful": row.helpful,
            "createdAt": row.created_at,
            "changedAt": row.changed_at,
            "hiddenBecause": row.hidden_because or None,
        }
        for row in rows
    ]
