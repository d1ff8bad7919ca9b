"""Search knows what the catalogue knows, and nothing that is gone."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from matinee.catalog import search
from matinee.catalog.actions.storing_people import store_person
from matinee.catalog.models import Person, SearchDocument, SearchWord, SyncState, Title, TitleTranslation
from matinee.catalog.providers.base import CompletePerson, FoundPerson
from matinee.core.access import EVERYTHING
from tests.catalog.search.shelf import add_person, add_title, find, index, store_title

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def _frequencies() -> dict[str, int]:
    return dict(SearchWord.objects.values_list("word", "frequency"))


def _gaps() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM catalog_searchgap")
        (count,) = cursor.fetchone()
    assert isinstance(count, int)
    return count


def test_a_new_name_replaces_the_old_one() -> None:
    title = add_title("Untitled Shark Project", 1975)
    title.name = title.original_name = "Jaws"
    title.save()
    index(title)
    assert find("jaws") == ["Jaws"]
    assert find("shark") == []
    assert _frequencies() == {"jaws": 1}


def test_a_translation_added_later_is_found() -> None:
    title = add_title("Jaws", 1975)
    TitleTranslation.objects.create(title=title, language="de", name="Der weiße Hai")
    index(title)
    assert find("weisse hai") == ["Jaws"]


def test_a_persons_other_names_are_found_once_their_page_is_known() -> None:
    person = FoundPerson(tmdb_id=7450, name="Toshirō Mifune")
    store_person(CompletePerson(person=person, aliases=("三船敏郎",)), {})
    assert find("三船") == ["Toshirō Mifune"]


def test_fame_gained_moves_a_title_up() -> None:
    old, new = add_title("Mirage", 1965, votes=500), add_title("Mirage", 2020, votes=5)
    assert [hit.id for hit in search.find("mirage", "all", 1, viewer=EVERYTHING).hits] == [old.pk, new.pk]
    Title.objects.filter(pk=new.pk).update(votes=50_000)
    index(new)
    assert [hit.id for hit in search.find("mirage", "all", 1, viewer=EVERYTHING).hits] == [new.pk, old.pk]
    assert _frequencies() == {"mirage": 2}


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_adult": True}])
def test_inactive_and_adult_titles_never_appear(change: dict[str, bool]) -> None:
    title, other = add_title("Jaws", 1975), Title.objects.create(kind="movie", name="Jaws of Death", **change)
    Title.objects.filter(pk=title.pk).update(**change)
    index(title, other)
    assert find("jaws") == find("jwas") == find("jaw") == []
    assert _frequencies() == {}


def test_what_is_forgotten_leaves_nothing_behind() -> None:
    title, person = add_title("Jaws", 1975), add_person("Robert Shaw")
    with transaction.atomic():
        search.forget_titles([title.pk])
        search.forget_people([person.pk])
    assert find("jaws") == find("shaw") == find("sahw") == []
    assert (_frequencies(), _gaps(), SearchDocument.objects.count()) == ({}, 0, 0)


def test_a_word_stays_known_while_any_title_has_it() -> None:
    first, _ = add_title("Jaws", 1975), add_title("Jaws 2", 1978)
    with transaction.atomic():
        search.forget_titles([first.pk])
    assert _frequencies() == {"jaws": 1}
    assert find("jawz") == ["Jaws 2"]


def test_a_title_and_a_person_may_have_the_same_id() -> None:
    title, person = add_title("Jaws", 1975), add_person("Jaws")
    Person.objects.filter(pk=person.pk).update(id=title.pk)
    with transaction.atomic():
        search.forget_people([person.pk])
        search.index_people([title.pk])
    assert {(hit.kind, hit.id) for hit in search.find("jaws", "all", 1, viewer=EVERYTHING).hits} == {
        ("movie", title.pk),
        ("person", title.pk),
    }


def test_a_name_without_any_letter_is_no_obstacle() -> None:
    add_title("!!!", 2000)
    add_title("…", 2001, translations={"en": "Ellipsis"})
    assert find("ellipsis") == ["…"]


def test_an_undone_transaction_leaves_search_as_it_was() -> None:
    title = add_title("Jaws", 1975)
    with transaction.atomic():
        search.forget_titles([title.pk])
        transaction.set_rollback(True)
    assert find("jaws") == ["Jaws"]


def test_indexing_takes_as_many_queries_for_many_titles_as_for_few() -> None:
    def queries(count: int) -> int:
        titles = [store_title(f"Crossing number {count} of {number}", 2000) for number in range(count)]
        index(*titles)
        Title.objects.filter(pk__in=[title.pk for title in titles]).update(name="x" * count + "yz")
        with CaptureQueriesContext(connection) as captured:
            index(*titles)
        return len(captured)

    assert queries(60) == queries(2) <= 14


def test_rebuilding_puts_right_whatever_was_changed_behind_its_back() -> None:
    renamed, deleted = add_title("Jaws", 1975), add_title("Orca", 1977)
    gone = add_person("Robert Shaw")
    Title.objects.filter(pk=renamed.pk).update(name="Moby Dick", original_name="Moby Dick")
    Title.objects.filter(pk=deleted.pk).delete()
    Person.objects.filter(pk=gone.pk).delete()
    Person.objects.create(name="Roy Scheider")
    search.rebuild()
    assert find("moby") == ["Moby Dick"]
    assert find("scheider") == ["Roy Scheider"]
    assert _frequencies() == {"moby": 1, "dick": 1, "roy": 1, "scheider": 1}
    assert not SyncState.objects.filter(what__startswith="search").exists()


def test_a_rebuild_goes_on_where_one_was_interrupted() -> None:
    done, due = Title.objects.create(kind="movie", name="Jaws"), Title.objects.create(kind="movie", name="Orca")
    SyncState.objects.create(what="search:titles", cursor=str(done.pk))
    search.rebuild()
    assert find("orca") == [due.name]
    assert find("jaws") == []
