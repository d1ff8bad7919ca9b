"""Collections and lists as search shows them, many at once: three statements, and one more under an age cap."""

from collections.abc import Collection as SizedIterable

from django.db.models import OuterRef, Subquery

from matinee.catalog import visible
from matinee.catalog.artwork import drawn_name
from matinee.catalog.models import Collection, MediaList, Title
from matinee.catalog.pages import Ref
from matinee.catalog.queries.cards import Row, collection_card
from matinee.catalog.queries.lists import heading, totals
from matinee.core.access import Viewer
from matinee.core.language import Locale


def group_cards(
    collection_ids: SizedIterable[int], list_ids: SizedIterable[int], locale: Locale, viewer: Viewer
) -> dict[Ref, Row]:
    """Cards of those that hold something for the viewer; one without a picture has its best known title's poster.

    Collections have the fields of schemas.CollectionCard, lists those of schemas.ListHit.
    """
    best = visible.titles(viewer).order_by("-votes", "-popularity", "pk").values("pk")
    part, entry = best.filter(collection=OuterRef("pk")), best.filter(list_entries__list=OuterRef("pk"))
    found = Collection.objects.filter(pk__in=collection_ids).annotate(cover=Subquery(part[:1]))
    collections = list(found.filter(cover__isnull=False))
    stored = MediaList.objects.filter(pk__in=list_ids).annotate(cover=Subquery(entry[:1]))
    lists = list(stored.filter(cover__isnull=False))
    covers = _posters([*(row.cover for row in collections), *(row.cover for row in lists)])
    cards: dict[Ref, Row] = {}
    for row in collections:
        card = collection_card(row, locale)
        cards["collection", row.pk] = card | {"poster": card["poster"] or covers[row.cover]}
    counted = totals(lists, viewer) if lists else {}
    for one in lists:
        told = {"total": counted.get(one.pk, 0), "poster": covers[one.cover]}
        cards["list", one.pk] = heading(one, locale) | told
    return cards


def _posters(title_ids: SizedIterable[int]) -> dict[int, str]:
    rows = Title.objects.filter(pk__in=title_ids).values_list("pk", "name", "year", "poster")
    return {pk: poster or drawn_name("title", pk, name, year) for pk, name, year, poster in rows}
