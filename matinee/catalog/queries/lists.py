"""Lists and genres."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from matinee.catalog.freshness import LIST_TTL, Freshness
from matinee.catalog.models import Genre, ListEntry, MediaList
from matinee.catalog.pages import PER_PAGE, FoundRefs, page_count
from matinee.catalog.queries.cards import Row, by_language, title_cards
from matinee.core.errors import NotFound
from matinee.core.language import Locale


@dataclass(frozen=True, slots=True)
class ListIndex:
    """All lists, and how old the oldest of the provider's is."""

    items: list[Row]
    freshness: Freshness


def lists(locale: Locale, *, preview: int) -> ListIndex:
    """All lists that have entries, each with its first `preview` titles; five statements however many lists."""
    filled = Exists(ListEntry.objects.filter(list=OuterRef("pk")))
    rows = list(MediaList.objects.filter(filled).order_by("position", "id"))
    first: dict[int, list[int]] = defaultdict(list)
    if preview:
        entries = ListEntry.objects.filter(list__in=rows, position__lt=preview).order_by("list", "position")
        for list_id, title_id in entries.values_list("list_id", "title_id"):
            first[list_id].append(title_id)
    cards = title_cards({pk for ids in first.values() for pk in ids}, locale)
    items = [
        _heading(row, locale) | {"total": row.total, "items": [cards[pk] for pk in first[row.pk] if pk in cards]}
        for row in rows
    ]
    fetched = [row.fetched_at for row in rows if row.fetched_at]
    return ListIndex(items, Freshness(min(fetched, default=None), LIST_TTL))


def _heading(row: MediaList, locale: Locale) -> Row:
    return {
        "slug": row.slug,
        "name": by_language(row.translations, "title", locale) or row.name,
        "description": by_language(row.translations, "overview", locale) or row.description,
        "kind": row.kind,
        "origin": row.origin,
    }


def list_heading(slug: str, locale: Locale) -> Row:
    """What a list is called. Raises NotFound."""
    return _heading(_list(slug), locale)


def _list(slug: str) -> MediaList:
    row = MediaList.objects.filter(slug=slug).first()
    if row is None:
        raise NotFound(f"there is no list {slug!r}")
    return row


def stored_list_page(slug: str, page: int, *, notice: str | None = None) -> FoundRefs:
    """A page of what is stored of a list. Raises NotFound."""
    row = _list(slug)
    start = (page - 1) * PER_PAGE
    entries = ListEntry.objects.filter(list=row, position__gte=start, position__lt=start + PER_PAGE)
    refs = tuple(entries.order_by("position").values_list("title__kind", "title_id"))
    total = ListEntry.objects.filter(list=row).count()
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
