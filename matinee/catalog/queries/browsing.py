"""Browsing our own tables by filters."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.expressions import OrderBy

from matinee.catalog import visible
from matinee.catalog.filters import Filters
from matinee.catalog.models import Genre, Title, TitleFacet, TitleGenre
from matinee.catalog.pages import MOST_PAGES, PER_PAGE, FoundRefs, page_count
from matinee.core.access import Viewer
from matinee.core.errors import BadInput

# Each order is an index of Title, so that a page reads its twenty rows and not the table.
_ORDERS: dict[str, tuple[OrderBy | str, str]] = {
    "popularity": (F("popularity").desc(), "id"),
    "rating": (F("rating").desc(nulls_last=True), "id"),
    "votes": (F("votes").desc(), "id"),
    "newest": (F("released_on").desc(nulls_last=True), "id"),
    "oldest": (F("released_on").asc(nulls_last=True), "id"),
    "title": ("name", "id"),
}
_COUNTED = PER_PAGE * MOST_PAGES


def browse(kind: str, filters: Filters, page: int, region: str, viewer: Viewer) -> FoundRefs:
    """A page of our own titles that pass the filters. Raises BadInput naming `genre` when there is no such one."""
    found = _filtered(visible.titles(viewer).filter(kind=kind), filters, region)
    start = (page - 1) * PER_PAGE
    ids = found.order_by(*_ORDERS[filters.sort]).values_list("id", flat=True)[start : start + PER_PAGE]
    # Nobody can scroll further than this, so nothing beyond needs counting.
    total = found.order_by()[:_COUNTED].count()
    return FoundRefs(tuple((kind, pk) for pk in ids), page, total=total, pages=page_count(total))


def _filtered(titles: QuerySet[Title], filters: Filters, region: str) -> QuerySet[Title]:
    ranges = {
        "year__gte": filters.year_from,
        "year__lte": filters.year_to,
        "runtime__gte": filters.runtime_from,
        "runtime__lte": filters.runtime_to,
        "rating__gte": filters.rating_from,
        "rating__lte": filters.rating_to,
        "votes__gte": filters.votes_from,
        "original_language": filters.original_language,
    }
    titles = titles.filter(**{name: value for name, value in ranges.items() if value is not None})
    for alternatives in genre_choices(filters.genre):
        titles = titles.filter(Exists(TitleGenre.objects.filter(title=OuterRef("pk"), genre_id__in=alternatives)))
    for kind, value, where in (
        (TitleFacet.Kind.KEYWORD, filters.keyword and filters.keyword.lower(), ""),
        (TitleFacet.Kind.CERTIFICATION, filters.certification, region),
        (TitleFacet.Kind.PROVIDER, filters.provider and str(filters.provider), region),
    ):
        if value:
            facets = TitleFacet.objects.filter(title=OuterRef("pk"), kind=kind, value=value, region=where)
            titles = titles.filter(Exists(facets))
    return titles


def genre_choices(wish: str | None) -> list[list[int]]:
    """ "horror,comedy|drama" as ids: one of each inner list. Raises BadInput naming `genre`."""
    if not wish:
        return []
    slugs = [[slug.strip() for slug in part.split("|")] for part in wish.split(",")]
    ids = genre_ids({slug for part in slugs for slug in part})
    return [[ids[slug] for slug in part] for part in slugs]


def genre_ids(slugs: Iterable[str]) -> dict[str, int]:
    """Our ids of genres by slug. Raises BadInput naming `genre` and what is unknown."""
    wanted = set(slugs)
    found = dict(Genre.objects.filter(slug__in=wanted).values_list("slug", "pk"))
    if unknown := sorted(wanted - found.keys()):
        raise BadInput.at("genre", f"there is no genre {', '.join(map(repr, unknown))}; see /api/v1/genres")
    return found
