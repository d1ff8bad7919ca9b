"""The migration that gives ages, pictures and search marks to what was stored before there were any."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection, transaction

from matinee.catalog import search
from matinee.catalog.models import Episode, SearchDocument, Title, TitlePicture
from matinee.core.access import EVERYTHING
from tests.catalog.ages import CHILD, store_ages

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

migration = import_module("matinee.catalog.migrations.0006_age_caps_of_stored_titles")


def _as_before() -> None:
    """As the program's last version left it."""
    Title.objects.update(minimum_age=None)
    TitlePicture.objects.all().delete()
    for document in SearchDocument.objects.filter(is_person=False):
        marks = [token for token in document.tokens.split(" ") if not token.startswith(("@a", "@b", "@u"))]
        SearchDocument.objects.filter(pk=document.pk).update(tokens=" ".join(marks))


def test_it_makes_what_storing_makes() -> None:
    store_ages()
    Episode.objects.update(metadata={"guests": [{"profile": "tmdb-guest.jpg"}]})
    ages = dict(Title.objects.values_list("starter_key", "minimum_age"))
    documents = dict(SearchDocument.objects.values_list("pk", "tokens"))
    shown = set(TitlePicture.objects.values_list("name", "title"))
    _as_before()
    assert search.find("lullaby", "all", 1, viewer=CHILD).total == 0

    with connection.schema_editor() as editor:
        for step in (migration.derive_ages, migration.note_pictures, migration.mark_documents):
            step(apps, editor)

    assert dict(Title.objects.values_list("starter_key", "minimum_age")) == ages
    assert dict(SearchDocument.objects.values_list("pk", "tokens")) == documents
    assert set(TitlePicture.objects.values_list("name", "title")) == shown
    assert search.find("lullaby", "all", 1, viewer=CHILD).total == 1
    assert search.find("grimwold", "all", 1, viewer=CHILD).total == 0
    assert search.find("grimwold", "all", 1, viewer=EVERYTHING).total == 4  # three titles and their collection


def test_the_index_hears_of_changes_afterwards() -> None:
    store_ages()
    with connection.schema_editor() as editor:
        migration.mark_documents(apps, editor)
    title = Title.objects.get(starter_key="lullaby")
    Title.objects.filter(pk=title.pk).update(name="Cradle Song", original_name="Cradle Song", minimum_age=18)
    with transaction.atomic():
        search.index_titles([title.pk])
    assert search.find("cradle song", "all", 1, viewer=EVERYTHING).total == 1
    assert search.find("cradle song", "all", 1, viewer=CHILD).total == 0
    assert search.find("lullaby", "all", 1, viewer=EVERYTHING).total == 0
