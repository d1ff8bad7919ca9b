"""Lists and genres."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from matinee.catalog import visible
from matinee.catalog.freshness import LIST_TTL, Freshness
from matinee.catalog.models import Genre, ListEntry, MediaList
from matinee.catalog.pages import PER_PAGE, FoundRefs, page_count
from matinee.catalog.queries.cards import Row, by_language, title_cards
from matinee.core.access import Viewer
from matinee.core.errors import NotFound
from matinee.core.language import Locale


@dataclass(frozen=True, slots=True)
class ListIndex:
    """All lists, and how old the oldest of the provider's is."""

    items: list[Row]
    freshness: Freshness


def lists(locale: Locale, viewer: Viewer, *, preview: int) -> ListIndex:
    """All lists that hold something for the viewer, each with its first `preview` titles.

    Five statements however many lists there are, and one more under an age cap.
    """
    filled = Exists(_entries(viewer).filter(list=OuterRef("pk")))
    rows = list(MediaList.objects.filter(filled).order_by("position", "id"))
    counted = totals(rows, viewer)
    first = _first(rows, preview, viewer) if preview else {}
    cards = title_cards({pk for ids in first.values() for pk in ids}, locale, viewer)
    items = [
        heading(row, locale)
        | {"total": counted.get(row.pk, 0), "items": [cards[pk] for pk in first.get(row.pk, ()) if pk in cards]}
        for row in rows
    ]
    fetched = [row.fetched_at for row in rows if row.fetched_at]
    return ListIndex(items, Freshness(min(fetched, default=None), LIST_TTL))


def _entries(viewer: Viewer) -> QuerySet[ListEntry]:
    """The places of titles that the viewer meets; all places, without a join, where there is no cap."""
    return ListEntry.objects.filter(visible.within_cap(viewer, "title__"))


def totals(rows: Sequence[MediaList], viewer: Viewer) -> dict[int, int]:
    """How many titles each list has. Under a cap, of those stored and met: the provider's count tells of others."""
    if viewer.age_cap is None:
        return {row.pk: row.total for row in rows}
    counted = _entries(viewer).filter(list__in=rows).values("list_id").annotate(met=Count("id"))
    return dict(counted.values_list("list_id", "met"))


def _first(rows: list[MediaList], count: int, viewer: Viewer) -> dict[int, list[int]]:
    """Each list's first titles. Under a cap places are counted anew, so that nothing shows how many are passed over."""
    entries = _entries(viewer).filter(list__in=rows).order_by("list", "position")
    if viewer.age_cap is None:
        entries = entries.filter(position__lt=count)
    else:
        place = Window(RowNumber(), partition_by="list", order_by="position")
        entries = entries.annotate(place=place).filter(place__lte=count)
    first: dict[int, list[int]] = defaultdict(list)
    for list_id, title_id in entries.values_list("list_id", "title_id"):
        first[list_id].append(title_id)
    return first


def heading(row: MediaList, locale: Locale) -> Row:
    """What a list is called and what it holds, as schemas.ListCard begins."""
    return {
        "slug": row.slug,
        "name": by_language(row.translations, "title", locale) or row.name,
        "description": by_language(row.translations, "overview", locale) or row.description,
        "kind": row.kind,
        "origin": row.origin,
    }


def list_heading(slug: str, locale: Locale, viewer: Viewer) -> Row:
    """What a list is called. Raises NotFound, also for a curated one of which a viewer with a cap meets nothing."""
    row = _list(slug)
    may_be_hidden = viewer.age_cap is not None and row.origin == MediaList.Origin.CURATED
    if may_be_hidden and not _entries(viewer).filter(list=row).exists():
        raise _no_list(slug)
    return heading(row, locale)


def _no_list(slug: str) -> NotFound:
    return NotFound(f"there is no list {slug!r}")


def _list(slug: str) -> MediaList:
    row = MediaList.objects.filter(slug=slug).first()
    if row is None:
        raise _no_list(slug)
    return row


def stored_list_page(slug: str, page: int, viewer: Viewer, *, notice: str | None = None) -> FoundRefs:
    """A page of what is stored of a list. Raises NotFound."""
    row = _list(slug)
    start = (page - 1) * PER_PAGE
    entries = _entries(viewer).filter(list=row)
    total = entries.count()
    ordered = entries.order_by("position")
    if viewer.age_cap is None:  # by place: of a long list perhaps only some pages are stored
        shown = ordered.filter(position__gte=start, position__lt=start + PER_PAGE)
    else:
        shown = ordered[start : start + PER_PAGE]
    refs = tuple(shown.values_list("title__kind", "title_id"))
    return FoundRefs(
        refs, page, total=total, pages=page_count(total), freshness=Freshness(row.fetched_at, LIST_TTL, notice)
    )


def genres(locale: Locale) -> list[Row]:
    """All genres by name in the wished language, else in English."""
    wanted = [*locale.languages, "en"]
    rows = []
    for genre in Genre.objects.prefetch_related("translations"):
        names = {text.language: text.name for text in genre.translations.all()}
        name = next((names[tag] for tag in wanted if tag in names), genre.slug)
        rows.append({"slug": genre.slug, "name": name, "movies": genre.for_movies, "tv": genre.for_tv})
    return sorted(rows, key=lambda row: row["name"].casefold())
