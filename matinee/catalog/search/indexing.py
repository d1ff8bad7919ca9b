"""Keeping documents and vocabulary as the catalogue is. Called inside the transaction that stores titles or people."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from itertools import islice
from typing import cast

from django.db import connection

from matinee.catalog.models import Person, SearchDocument, Title, TitleTranslation
from matinee.catalog.search import documents, given, vocabulary
from matinee.catalog.search.documents import Kind, Subject

_BATCH = 2000
_COLUMNS = {
    "id": "bigint",
    "is_person": "boolean",
    "subject_id": "bigint",
    "year": "smallint",
    "names": "text",
    "tokens": "text",
}


def _batches(ids: Iterable[int]) -> Iterable[list[int]]:
    rest = iter(sorted(set(ids)))
    while batch := list(islice(rest, _BATCH)):
        yield batch


def index_titles(ids: Collection[int]) -> None:
    """Take over what the titles are called now. Inactive and adult ones are taken out."""
    for batch in _batches(ids):
        _replace(batch, _title_subjects(batch), is_person=False)


def index_people(ids: Collection[int]) -> None:
    """Take over what the people are called now."""
    for batch in _batches(ids):
        _replace(batch, _person_subjects(batch), is_person=True)


def forget_titles(ids: Collection[int]) -> None:
    """Take titles out of search."""
    for batch in _batches(ids):
        _replace(batch, [], is_person=False)


def forget_people(ids: Collection[int]) -> None:
    """Take people out of search."""
    for batch in _batches(ids):
        _replace(batch, [], is_person=True)


def _title_subjects(ids: list[int]) -> list[Subject]:
    translations: dict[int, list[str]] = defaultdict(list)
    for title_id, name in (
        TitleTranslation.objects.filter(title_id__in=ids).order_by("language").values_list("title_id", "name")
    ):
        translations[title_id].append(name)
    # Locked, so that two transactions do not both replace a document; in order, so that they do not wait in a ring.
    rows = Title.objects.filter(pk__in=ids, is_active=True, is_adult=False).select_for_update(no_key=True)
    fields = ("kind", "pk", "year", "votes", "popularity", "minimum_age", "name", "original_name")
    return [
        Subject(cast("Kind", kind), pk, (name, original_name, *translations[pk]), year, votes, popularity, age)
        for kind, pk, year, votes, popularity, age, name, original_name in rows.order_by("pk").values_list(*fields)
    ]


def _person_subjects(ids: list[int]) -> list[Subject]:
    rows = Person.objects.filter(pk__in=ids).order_by("pk").select_for_update(no_key=True)
    return [
        Subject("person", pk, (name, *metadata.get("aliases", ())), None, 0, popularity)
        for pk, name, popularity, metadata in rows.values_list("pk", "name", "popularity", "metadata")
    ]


def _replace(ids: list[int], subjects: list[Subject], *, is_person: bool) -> None:
    made = {document.pk: document for subject in subjects if (document := documents.make(subject))}
    kept = {row.pk: row for row in SearchDocument.objects.filter(is_person=is_person, subject_id__in=ids)}
    outdated = [row for pk, row in kept.items() if pk not in made or not _is_same(row, made[pk])]
    gone = {row.pk for row in outdated}
    new = [document for pk, document in made.items() if pk not in kept or pk in gone]
    SearchDocument.objects.filter(pk__in=gone).delete()
    _insert(new)
    changes: Counter[str] = Counter()
    for document in new:
        changes.update(documents.vocabulary(document.tokens))
    for document in outdated:
        changes.subtract(Counter(documents.vocabulary(document.tokens)))
    vocabulary.count(changes)


def _insert(new: Iterable[SearchDocument]) -> None:
    """All in one statement: FTS5 writes a piece of its index per statement, and another wherever keys go back."""
    rows = [[getattr(document, name) for name in _COLUMNS] for document in sorted(new, key=lambda one: one.pk)]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO catalog_searchdocument ({', '.join(_COLUMNS)}) {given.rows(**_COLUMNS)}",
                [given.parameter(rows)],
            )


def _is_same(kept: SearchDocument, made: SearchDocument) -> bool:
    return all(getattr(kept, field) == getattr(made, field) for field in _COLUMNS)
