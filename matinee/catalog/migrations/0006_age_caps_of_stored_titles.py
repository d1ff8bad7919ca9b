"""Ages, pictures and search marks of the titles that are stored already."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection, migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F, Q

from matinee.catalog import pictures
from matinee.catalog.age_ratings import OLDEST, minimum_age
from matinee.catalog.search.documents import UNRATED, age_mark
from matinee.core.settings import current

_BATCH = 2000

# Without the trigger, and building the index anew, a million rows take minutes instead of an hour.
_CHANGED = """
    CREATE TRIGGER catalog_searchdocument_changed AFTER UPDATE OF id, tokens ON catalog_searchdocument BEGIN
        INSERT INTO catalog_searchindex (catalog_searchindex, rowid, tokens) VALUES ('delete', old.id, old.tokens);
        INSERT INTO catalog_searchindex (rowid, tokens) VALUES (new.id, new.tokens);
    END
"""
_MARK = """
    UPDATE catalog_searchdocument SET tokens = tokens || ' ' || (
        SELECT {mark} FROM catalog_title WHERE id = subject_id
    ) WHERE NOT is_person AND EXISTS (SELECT 1 FROM catalog_title WHERE id = subject_id)
"""


def derive_ages(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    titles = apps.get_model("catalog", "Title").objects
    region = current().region
    rows = titles.filter(Q(completeness="complete") | Q(is_adult=True)).only("id", "is_adult", "metadata")
    for batch in _batches(rows.order_by("pk").iterator(_BATCH)):
        for row in batch:
            row.minimum_age = minimum_age(row.metadata.get("releases", []), region, is_adult=row.is_adult)
        titles.bulk_update([row for row in batch if row.minimum_age is not None], ["minimum_age"])


def note_pictures(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    picture = apps.get_model("catalog", "TitlePicture")
    for pairs in (
        *(_shown(apps, *one) for one in _COLUMNS),
        _of_galleries(apps.get_model("catalog", "Title")),
        _of_guests(apps.get_model("catalog", "Episode")),
    ):
        for batch in _batches((name, title) for name, title in pairs if name):
            picture.objects.bulk_create(
                (picture(name=name, title_id=title) for name, title in batch), ignore_conflicts=True
            )


_COLUMNS = (
    ("Title", "poster", "id"),
    ("Title", "backdrop", "id"),
    ("Title", "collection__poster", "id"),
    ("Title", "collection__backdrop", "id"),
    ("TitleTranslation", "poster", "title_id"),
    ("Season", "poster", "title_id"),
    ("Episode", "still", "season__title_id"),
)


def _shown(apps: StateApps, model: str, name: str, title: str) -> Iterator[tuple[str, int]]:
    rows = apps.get_model("catalog", model).objects.exclude(**{name: ""})
    yield from rows.values_list(F(name), F(title)).iterator(_BATCH)


def _of_galleries(title: object) -> Iterator[tuple[str, int | None]]:
    rows = title.objects.filter(completeness="complete").values_list("pk", "metadata")  # type: ignore[attr-defined]
    for pk, metadata in rows.iterator(_BATCH):
        yield from ((name, pk) for name in pictures.of_gallery(metadata))
        yield from ((name, None) for name in pictures.of_services(metadata))


def _of_guests(episode: object) -> Iterator[tuple[str, None]]:
    for metadata in episode.objects.values_list("metadata", flat=True).iterator(_BATCH):  # type: ignore[attr-defined]
        for member in (*metadata.get("guests", ()), *metadata.get("crew", ())):
            yield member["profile"], None


def _batches(rows: Iterable) -> Iterator[list]:  # type: ignore[type-arg]
    rest = iter(rows)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def mark_documents(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Give every title's document the mark of its age (`catalog.search.documents.age_mark`)."""
    whens = " ".join(f"WHEN {age} THEN '{age_mark(age)}'" for age in range(OLDEST + 1))
    mark = _MARK.format(mark=f"CASE minimum_age {whens} ELSE '{UNRATED}' END")
    if connection.vendor != "sqlite":
        editor.execute(mark, params=None)
        return
    editor.execute("DROP TRIGGER catalog_searchdocument_changed", params=None)
    editor.execute(mark, params=None)
    editor.execute("INSERT INTO catalog_searchindex (catalog_searchindex) VALUES ('rebuild')", params=None)
    editor.execute(_CHANGED, params=None)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0005_age_caps")]

    operations = [
        migrations.RunPython(derive_ages, migrations.RunPython.noop),
        migrations.RunPython(note_pictures, migrations.RunPython.noop),
        migrations.RunPython(mark_documents, migrations.RunPython.noop),
    ]
