"""The starter catalogue, brought in at the first start and whenever the program ships a newer edition of it."""

from collections.abc import Callable
from itertools import islice

from django.utils import timezone

from matinee.catalog import search
from matinee.catalog.actions.asking import place_titles, store_list
from matinee.catalog.actions.naming import seed_genres
from matinee.catalog.actions.storing_details import store_complete
from matinee.catalog.actions.storing_titles import store_mixed
from matinee.catalog.events import ListChanged
from matinee.catalog.models import MediaList, SyncState, Title
from matinee.catalog.named_lists import NAMED_LISTS
from matinee.catalog.providers import starter
from matinee.catalog.providers.starter.provider import LANGUAGE
from matinee.catalog.providers.starter.records import ListRecord, edition, list_records
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.language import Locale
from matinee.core.settings import current

_STATE = "starter"
_BATCH = 100
_CURATED_FROM = 20  # among the lists: after what is popular and trending, before the rest


def seed_starter(*, progress: Callable[[int], None] = lambda _: None) -> int:
    """Store the starter catalogue unless this edition is stored already; answers how many titles were stored.

    In batches, so that a process killed halfway goes on where it was. `progress` hears the count after each.
    A title that a provider tells about by now is left as the provider has it.
    """
    if SyncState.objects.filter(what=_STATE, cursor=edition()).exists():
        return 0
    seed_genres()
    taken = set(
        Title.objects.filter(starter_key__isnull=False, tmdb_id__isnull=False).values_list("starter_key", flat=True)
    )
    titles = (found for found in starter().titles() if found.title.starter_key not in taken)
    stored = 0
    while batch := list(islice(titles, _BATCH)):
        store_complete(batch, ages=False)
        stored += len(batch)
        progress(stored)
    _store_lists()
    SyncState.objects.update_or_create(what=_STATE, defaults={"cursor": edition(), "succeeded_at": timezone.now()})
    return stored


@deed
def _store_lists() -> None:
    """The curated lists anew; the named ones only where no provider has filled them."""
    locale = Locale(current().language, current().region)
    filled = set(MediaList.objects.filter(fetched_at__isnull=False).values_list("slug", flat=True))
    for slug in NAMED_LISTS:
        if slug not in filled:
            store_starter_list(slug, locale)
    for place, record in enumerate(list_records()):
        _store_curated(record, _CURATED_FROM + place)


@deed
def store_starter_list(slug: str, locale: Locale) -> None:
    """Store the starter's first page of a named list."""
    found = starter().list_page(slug, 1, locale, wait=0)
    store_list(slug, 1, tuple(store_mixed(found.items, LANGUAGE)), found.total, ages=False)
    events.append(ListChanged(slug))


def _store_curated(record: ListRecord, position: int) -> None:
    fields = {
        "kind": record.kind,
        "origin": MediaList.Origin.CURATED,
        "name": record.name,
        "description": record.description,
        "translations": {language: texts.model_dump() for language, texts in record.translations.items()},
        "position": position,
        "total": len(record.keys),
    }
    row, _ = MediaList.objects.update_or_create(slug=record.slug, defaults=fields)
    ids = dict(Title.objects.filter(starter_key__in=record.keys).values_list("starter_key", "pk"))
    place_titles(row, [ids[key] for key in record.keys if key in ids], start=0, last=True)
    search.index_lists([row.pk])
    events.append(ListChanged(record.slug))
