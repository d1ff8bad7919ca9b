"""Collections and lists among what is found, and what a person is known for."""

import pytest
from django.db import transaction

from matinee.catalog import search
from matinee.catalog.actions.storing_details import store_collection, store_collection_parts
from matinee.catalog.models import Collection, Credit, ListEntry, MediaList, Person, Title
from matinee.catalog.providers.base import FoundCollection, FoundTranslation
from matinee.core.access import EVERYTHING, Viewer
from tests.catalog.search.shelf import add_person, add_title
from tests.catalog.visits import Body, get, seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def add_collection(name: str, *parts: Title, **translations: str) -> Collection:
    """Store a collection as a provider tells of it."""
    texts = tuple(FoundTranslation(language=language, name=text) for language, text in translations.items())
    pk = store_collection(FoundCollection(tmdb_id=len(name), name=name, parts=(), translations=texts))
    Title.objects.filter(pk__in=[part.pk for part in parts]).update(collection=pk)
    with transaction.atomic():
        search.index_collections([pk])
    return Collection.objects.get(pk=pk)


def add_list(name: str, *titles: Title, **translations: str) -> MediaList:
    """Store and index a curated list."""
    slug = name.lower().replace(" ", "-")
    texts = {language: {"title": text} for language, text in translations.items()}
    row = MediaList.objects.create(
        slug=slug, name=name, kind="mixed", origin="curated", translations=texts, total=len(titles)
    )
    ListEntry.objects.bulk_create(
        ListEntry(list=row, title=title, position=place) for place, title in enumerate(titles)
    )
    with transaction.atomic():
        search.index_lists([row.pk])
    return row


def credit(person: Person, title: Title, *, job: str = "") -> None:
    """Let somebody play in a title, or have a job there."""
    department = {"Director": "Directing", "": "Acting"}.get(job, "Crew")
    kind = Credit.Kind.CREW if job else Credit.Kind.CAST
    Credit.objects.create(person=person, title=title, kind=kind, job=job, department=department)


def found(text: str, kind: str = "all", **query: str) -> list[tuple[str, str]]:
    """(kind, name) of what is found, best first."""
    return [(item["kind"], _name(item)) for item in get("/search", q=text, kind=kind, **query)["items"]]


def _name(item: Body) -> str:
    (shown,) = [item[part] for part in ("title", "person", "collection", "list") if item[part]]
    return str(shown.get("title") or shown["name"])


def test_a_collection_and_a_list_are_found_beside_titles() -> None:
    film = add_title("Star Wars", 1977, votes=20_000)
    add_collection("Star Wars Collection", film)
    add_list("The wars of a star", film)
    assert found("star wars") == [
        ("movie", "Star Wars"),
        ("collection", "Star Wars Collection"),
        ("list", "The wars of a star"),
    ]
    assert found("star wars collection")[0] == ("collection", "Star Wars Collection")


def test_each_has_a_tab_of_its_own() -> None:
    film = add_title("Star Wars", 1977)
    add_collection("Star Wars Collection", film)
    add_list("Star Wars and its like", film)
    assert found("star wars", "collection") == [("collection", "Star Wars Collection")]
    assert found("star wars", "list") == [("list", "Star Wars and its like")]
    assert found("star wars", "movie") == [("movie", "Star Wars")]


@pytest.mark.parametrize(
    "text",
    ["Frankenstein-Reihe", "frankenstein reihe", "FRANKENSTEINREIHE", "reihe", "saga frankenstein", "ملحمة", "مَلحَمة"],
)
def test_a_collection_is_found_in_every_stored_language(text: str) -> None:
    film = add_title("The Bride", 1935)
    add_collection(
        "Frankenstein Collection", film, de="Frankenstein-Reihe", fr="Frankenstein - Saga", ar="ملحمة فرانكنشتاين"
    )
    assert found(text)[0] == ("collection", "Frankenstein Collection")


def test_a_collection_is_called_what_it_is_called_in_the_asked_language() -> None:
    add_collection("Frankenstein Collection", add_title("The Bride", 1935), de="Frankenstein-Reihe")
    assert found("frankenstein", language="de") == [("collection", "Frankenstein-Reihe")]


def test_misspelt_words_of_titles_find_collections_too() -> None:
    add_collection("Frankenstein Collection", add_title("Frankenstein", 1931))
    assert ("collection", "Frankenstein Collection") in found("frankenstien")


def test_a_new_name_replaces_the_old_one() -> None:
    film = add_title("Jaws", 1975)
    collection = add_collection("Shark Collection", film)
    number = collection.tmdb_id
    store_collection(FoundCollection(tmdb_id=number, name="Jaws Collection"))
    store_collection_parts(collection.pk, (), "en")
    assert found("shark") == []
    assert found("jaws", "collection") == [("collection", "Jaws Collection")]


def test_at_most_five_of_each_stand_among_everything_and_all_in_their_tab() -> None:
    for number in range(7):
        add_list(f"Heist {number}", add_title(f"Part {number}", votes=10**number))
    assert len(found("heist")) == 5
    assert [name for _, name in found("heist", "list")] == [f"Heist {number}" for number in reversed(range(7))]


def test_what_holds_nothing_for_the_viewer_is_not_there_for_them() -> None:
    gore = add_title("Gore", 1986)
    Title.objects.update(minimum_age=18)
    add_collection("Cellar Collection", gore)
    add_list("Cellar tapes", gore)
    add_list("Cellar of nothing")
    assert {kind for kind, _ in found("cellar")} == {"collection", "list"}
    assert len(found("cellar")) == 2
    with seen_by(Viewer(age_cap=12)):
        assert found("cellar") == found("cellar", "list") == found("cellar", "collection") == []
        assert get("/search/suggest", q="cellar")["items"] == []


def test_a_capped_viewer_is_told_of_a_list_what_they_meet_of_it() -> None:
    gore, bunny = add_title("Gore", 1986, votes=9), add_title("Bunny", 1986)
    Title.objects.filter(pk=gore.pk).update(minimum_age=18)
    Title.objects.filter(pk=bunny.pk).update(minimum_age=0)
    add_list("Easter", gore, bunny)
    with seen_by(Viewer(age_cap=6)):
        (item,) = get("/search", q="easter")["items"]
    assert item["list"]["total"] == 1
    assert f"title-{bunny.pk}-" in item["list"]["poster"]


def test_suggestions_have_collections_and_lists_with_a_picture() -> None:
    film = add_title("Dracula", 1931)
    collection, row = add_collection("Dracula Collection", film), add_list("Dracula and friends", film)
    items = {item["kind"]: item for item in get("/search/suggest", q="dracu")["items"]}
    assert items.keys() == {"movie", "collection", "list"}
    poster = items["movie"]["image"]
    assert items["collection"] == {
        "kind": "collection", "id": collection.pk, "slug": None, "name": "Dracula Collection", "year": None,
        "image": poster,
    }  # fmt: skip
    assert items["list"] == {
        "kind": "list", "id": row.pk, "slug": "dracula-and-friends", "name": "Dracula and friends", "year": None,
        "image": poster,
    }  # fmt: skip


def test_an_index_made_anew_has_collections_and_lists() -> None:
    film = add_title("Dracula", 1931)
    collection, row = add_collection("Dracula Collection", film), add_list("Dracula and friends", film)
    collection.search_document.delete()
    row.search_document.delete()
    search.rebuild()
    assert {kind for kind, _ in found("dracula")} == {"movie", "collection", "list"}


@pytest.mark.parametrize("text", ["chaplin", "Charlie Chaplin", "charlie chapl"])
def test_who_looks_for_a_person_finds_their_best_known_films_once(text: str) -> None:
    chaplin = add_person("Charlie Chaplin")
    gold_rush, kid = add_title("The Gold Rush", 1925, votes=900), add_title("The Kid", 1921, votes=2000)
    about = add_title("Chaplin Today", 2003, votes=3)
    credit(chaplin, gold_rush)
    credit(chaplin, gold_rush, job="Director")
    credit(chaplin, kid)
    credit(chaplin, about)
    names = [name for _, name in found(text)]
    assert names[0] == "Charlie Chaplin"
    assert sorted(names[1:]) in (
        ["Chaplin Today", "The Gold Rush", "The Kid"],
        ["The Gold Rush", "The Kid"],
    )
    assert names.index("The Kid") < names.index("The Gold Rush")


def test_other_jobs_than_playing_writing_and_directing_bring_no_films() -> None:
    thanked = add_person("Charlie Chaplin")
    credit(thanked, add_title("Documentary", 2003), job="Thanks")
    assert found("charlie chaplin") == [("person", "Charlie Chaplin")]


def test_a_persons_films_keep_to_the_age_cap_and_to_their_own_tab() -> None:
    fulci = add_person("Lucio Fulci")
    film = add_title("The Beyond", 1981)
    credit(fulci, film, job="Director")
    Title.objects.update(minimum_age=18)
    assert found("lucio fulci") == [("person", "Lucio Fulci"), ("movie", "The Beyond")]
    assert found("lucio fulci", "movie") == []
    with seen_by(Viewer(age_cap=12)):
        assert found("lucio fulci") == [("person", "Lucio Fulci")]


def test_a_film_that_is_named_as_typed_does_not_bring_the_films_of_its_namesakes() -> None:
    for number in range(3):
        credit(add_person("Courtney Love"), add_title(f"Unrelated {number}", 2000 + number))
    add_title("Love", 2015, votes=50_000)
    add_title("Love Actually", 2003, votes=50_000)
    assert [kind for kind, _ in found("love")] == ["movie", "movie", "person", "person", "person"]


@pytest.mark.parametrize("text", ["%", "_", "100% _", "' OR 1=1 --", "\\", "=x", "@aaaa"])
def test_no_text_is_more_than_text(text: str) -> None:
    add_collection("Star Wars Collection", add_title("Star Wars", 1977))
    assert search.find(text, "collection", 1, viewer=EVERYTHING).total == 0
