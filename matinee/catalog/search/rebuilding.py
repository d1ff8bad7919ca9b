"""Indexing the whole catalogue anew, as after a change of the folding rules."""

from collections.abc import Callable
from collections.abc import Collection as SizedIterable
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from matinee.catalog.models import Collection, MediaList, Person, SearchDocument, SyncState, Title
from matinee.catalog.search import groups, indexing
from matinee.catalog.search.database import of_database

_BATCH = 2000
_PLACES = "search:"


def rebuild() -> None:
    """Index everything in batches, each its own transaction; goes on where an interrupted run stopped."""
    _index_all("titles", Title.objects.all(), indexing.index_titles)
    _index_all("people", Person.objects.all(), indexing.index_people)
    _index_all("collections", Collection.objects.all(), groups.index_collections)
    _index_all("lists", MediaList.objects.all(), groups.index_lists)
    titles = SearchDocument.objects.filter(is_person=False)
    _forget_lost(titles.exclude(Exists(Title.objects.filter(pk=OuterRef("subject_id")))), indexing.forget_titles)
    people = SearchDocument.objects.filter(is_person=True)
    _forget_lost(people.exclude(Exists(Person.objects.filter(pk=OuterRef("subject_id")))), indexing.forget_people)
    SyncState.objects.filter(what__startswith=_PLACES).delete()
    of_database().tidy()


def _index_all(name: str, rows: QuerySet[Any], index: Callable[[SizedIterable[int]], None]) -> None:
    place, _ = SyncState.objects.get_or_create(what=_PLACES + name, defaults={"cursor": "0"})
    while batch := list(rows.filter(pk__gt=int(place.cursor)).order_by("pk").values_list("pk", flat=True)[:_BATCH]):
        with transaction.atomic():
            index(batch)
            place.cursor = str(batch[-1])
            place.save(update_fields=["cursor"])


def _forget_lost(rows: QuerySet[SearchDocument], forget: Callable[[SizedIterable[int]], None]) -> None:
    """Take out what was deleted behind our back."""
    while lost := list(rows.values_list("subject_id", flat=True)[:_BATCH]):
        with transaction.atomic():
            forget(lost)
