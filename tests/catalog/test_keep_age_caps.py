"""A viewer with an age cap does not meet titles above it anywhere."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from matinee.accounts import policies
from matinee.catalog.actions.storing_details import store_complete
from matinee.catalog.models import Collection, MediaList, Person, Title
from matinee.core.access import Role, Scope, Viewer
from matinee.core.models import Event
from tests.catalog.ages import CHILD, FILMS, FORBIDDEN, TEENAGER, complete, pk, store_ages
from tests.catalog.test_query_counts import EVERYTHING, statements
from tests.catalog.visits import Body, body, get, seen_by, titles, visit

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases, pytest.mark.usefixtures("all_ages")]


@pytest.fixture(scope="module")
def all_ages(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The shelf, stored once; what a test changes is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        store_ages()
        yield
        transaction.set_rollback(True)


def seen(viewer: Viewer, path: str, /, **query: str | int) -> Body:
    with seen_by(viewer):
        return get(path, **query)


def status(viewer: Viewer, path: str) -> int:
    with seen_by(viewer):
        return visit(path).status_code


def person(key: str) -> int:
    return Person.objects.get(starter_key=key).pk


def test_browsing_shows_and_counts_only_what_is_for_the_age() -> None:
    page = seen(CHILD, "/movies", genre="drama", keyword="age")
    assert set(titles(page)) == {"Lullaby", "Puzzle"}
    assert (page["total"], page["pages"]) == (2, 1)
    assert get("/movies")["total"] == 5


def test_unrated_titles_are_met_only_by_those_who_may() -> None:
    assert set(titles(seen(TEENAGER, "/movies"))) == {"Lullaby", "Puzzle", "Riddle"}
    assert status(TEENAGER, f"/movies/{pk('riddle')}") == 200
    assert status(CHILD, f"/movies/{pk('riddle')}") == 404


def test_the_own_regions_rating_counts_and_a_silent_region_takes_others() -> None:
    ages = dict(Title.objects.values_list("starter_key", "minimum_age"))
    assert (ages["feud"], ages["puzzle"], ages["gore"], ages["riddle"]) == (17, 12, 18, None)


def test_a_title_above_the_cap_is_as_unknown_as_any() -> None:
    for kind, hidden in (("movies", pk("gore")), ("tv", pk("cellar"))):
        with seen_by(CHILD):
            answer, unknown = body(visit(f"/{kind}/{hidden}")), body(visit(f"/{kind}/99999999"))
        assert answer["status"] == 404
        assert answer | {"correlationId": ""} == unknown | {"correlationId": ""}


def test_seasons_and_episodes_of_such_a_show_are_unknown_too() -> None:
    hidden, shown = pk("cellar"), pk("garden")
    for rest in ("/seasons/1", "/seasons/1/episodes/1"):
        assert status(CHILD, f"/tv/{hidden}{rest}") == 404
        assert status(CHILD, f"/tv/{shown}{rest}") == 200


def test_a_title_has_no_neighbours_above_the_cap() -> None:
    page = seen(CHILD, f"/movies/{pk('lullaby')}", include=EVERYTHING)
    assert [one["title"] for one in page["recommendations"]] == ["Puzzle"]
    assert [one["title"] for one in page["similar"]] == ["Puzzle"]


def test_a_collection_has_only_what_is_for_the_age_and_is_unknown_without_any() -> None:
    ids = dict(Collection.objects.values_list("starter_key", "pk"))
    assert [one["title"] for one in seen(CHILD, f"/collections/{ids['all']}")["parts"]] == ["Lullaby", "Puzzle"]
    assert status(CHILD, f"/collections/{ids['gores']}") == 404
    assert status(Viewer(), f"/collections/{ids['gores']}") == 200


def test_a_filmography_leaves_out_what_is_above_the_cap() -> None:
    page = seen(CHILD, f"/people/{person('the-player')}")
    assert {one["title"]["title"] for one in page["filmography"]} == {"Lullaby", "Puzzle", "Garden"}
    assert set(page["knownFor"]) == {"Lullaby", "Puzzle", "Garden"}
    assert seen(CHILD, f"/people/{person('the-maker')}")["filmography"] == []


def test_popular_people_are_known_for_what_is_for_the_age() -> None:
    people = {one["name"]: one["knownFor"] for one in seen(CHILD, "/people/popular")["items"]}
    assert set(people["The Player"]) == {"Lullaby", "Puzzle", "Garden"}
    assert people["The Maker"] == []


def test_what_a_list_said_of_a_person_is_sifted_too() -> None:
    known = [pk("gore"), pk("feud"), pk("cellar"), pk("lullaby")]
    Person.objects.create(name="Somebody New", popularity=99, metadata={"known_for": known})
    assert seen(CHILD, "/people/popular")["items"][0]["knownFor"] == ["Lullaby"]


def test_lists_their_previews_and_totals_pass_over_it() -> None:
    lists = {one["slug"]: one for one in seen(CHILD, "/lists", preview=2)["items"]}
    assert "for-the-old" not in lists
    assert titles(lists["all-ages"]) == ["Lullaby", "Puzzle"]
    assert lists["all-ages"]["total"] == 2
    assert titles(seen(CHILD, "/movies/popular")) == ["Lullaby"]


def test_pages_of_a_list_are_cut_after_passing_over() -> None:
    row = MediaList.objects.get(slug="all-ages")
    for number in range(60):
        film = Title.objects.create(
            kind="movie", name=f"Reel {number}", original_name="", language="en", minimum_age=18 if number % 2 else 0
        )
        row.entries.create(title=film, position=100 + number)
    pages = [seen(CHILD, "/lists/all-ages", page=number) for number in (1, 2, 3)]
    assert [len(page["items"]) for page in pages] == [20, 12, 0]
    assert {(page["total"], page["pages"]) for page in pages} == {(32, 2)}


@pytest.mark.parametrize("text", ["grimwold", "grimw", "grimvold", "gore", "cellar", "feud 1950"])
def test_search_and_suggestions_do_not_find_it(text: str) -> None:
    found = seen(CHILD, "/search", q=text)
    assert (found["items"], found["total"], found["corrected"]) == ([], 0, None)
    assert seen(CHILD, "/search/suggest", q=text)["items"] == []
    assert get("/search", q=text)["total"] > 0


def test_search_fills_its_pages_with_what_is_for_the_age() -> None:
    found = seen(CHILD, "/search", q="p")
    assert [one["title"]["title"] for one in found["items"] if one["title"]] == ["Puzzle"]
    assert [one["name"] for one in seen(CHILD, "/search/suggest", q="ri")["items"]] == []
    assert [one["name"] for one in seen(TEENAGER, "/search/suggest", q="ri")["items"]] == ["Riddle"]


@pytest.mark.parametrize("cap", [0, 6, 7, 11, 12, 16, 17, 18, 21])
@pytest.mark.parametrize("unrated", [True, False])
def test_search_and_browsing_agree_for_every_cap(cap: int, unrated: bool) -> None:
    viewer = Viewer(age_cap=cap, unrated=unrated)
    browsed = {pk for path in ("/movies", "/tv") for pk in (one["id"] for one in seen(viewer, path)["items"])}
    found = set()
    for name in Title.objects.values_list("name", flat=True):
        found |= {one["title"]["id"] for one in seen(viewer, "/search", q=name)["items"] if one["title"]}
    assert found == browsed


def _addresses(paths: dict[str, Any]) -> Iterator[str]:
    """Every address of the catalogue in the API's document, with ids of what is hidden and of what is not."""
    refs: dict[str, list[int]] = {
        "movies": [pk("gore"), pk("lullaby")],
        "tv": [pk("cellar"), pk("garden")],
        "people": [person("the-player"), person("the-maker")],
        "collections": list(Collection.objects.values_list("pk", flat=True)),
    }
    wishes = {
        "/lists": "?preview=24",
        "/search": "?q=grimw",
        "/search/suggest": "?q=grimw",
        "/resolve": "?url=https://www.imdb.com/title/tt0000001/",
    }
    for path, operations in paths.items():
        short = path.removeprefix("/api/v1")
        if set(operations.get("get", {}).get("tags", ())) & {"movies", "tv", "people", "catalog", "lists", "search"}:
            wish = f"?include={EVERYTHING}" if short in {"/movies/{ref}", "/tv/{ref}"} else wishes.get(short, "")
            for ref in refs.get(short.split("/")[1], [0]):
                for slug in ("all-ages", "for-the-old") if "{slug}" in short else ("",):
                    yield short.format(ref=ref, number=1, episode=1, slug=slug) + wish


def _telling(addresses: list[str], viewer: Viewer) -> list[str]:
    """Those whose answer names something that is above the cap."""
    told = []
    for address in addresses:
        with seen_by(viewer):
            response = visit(address)
        assert response.status_code in {200, 404}, (address, response.content)
        if FORBIDDEN.lower() in response.content.decode().lower():
            told.append(address)
    return told


def test_no_address_of_the_catalogue_tells_of_a_title_above_the_cap() -> None:
    addresses = list(dict.fromkeys(_addresses(get("/openapi.json")["paths"])))
    assert len(_telling(addresses, Viewer())) >= 20
    assert _telling(addresses, CHILD) == []
    assert _telling(addresses, TEENAGER) == []


def test_a_cap_costs_no_more_statements() -> None:
    for path, most in {
        f"/movies/{pk('lullaby')}?include={EVERYTHING}": 6,
        "/movies?genre=drama": 6,
        "/lists?preview=20": 6,
        "/search?q=lullaby": 12,
        "/search/suggest?q=lull": 8,
        f"/people/{person('the-player')}": 5,
    }.items():
        with seen_by(CHILD):
            assert len(statements(path)) <= most, path


def test_the_answer_depends_on_the_view_alone() -> None:
    members = [Viewer(role=role, scopes=frozenset(Scope), age_cap=12, unrated=False) for role in Role]
    pages = [seen(viewer, "/lists", preview=5) for viewer in [CHILD, *members]]
    assert all(page == pages[0] for page in pages)


def test_answers_for_an_age_are_outdated_when_a_rating_changes() -> None:
    with seen_by(CHILD):
        assert {"list:all-ages", "ages"} <= set(visit("/lists/all-ages")["Cache-Tag"].split(" "))
        assert "ages" in visit("/search/suggest", q="lull")["Cache-Tag"].split(" ")
    assert "ages" not in visit("/lists/all-ages")["Cache-Tag"].split(" ")
    Title.objects.filter(starter_key="lullaby").update(minimum_age=18)
    assert titles(seen(CHILD, "/lists/all-ages")) == ["Puzzle"]
    store_complete([complete(FILMS[0], FILMS)], ages=False)
    assert titles(seen(CHILD, "/lists/all-ages")) == ["Lullaby", "Puzzle"]
    changed = Event.objects.filter(name="AgesChanged").latest("pk")
    assert changed.body == {"title_ids": [pk("lullaby")]}


def test_a_source_without_ratings_takes_away_none() -> None:
    store_complete([complete(replace(FILMS[1], ratings=()), FILMS)], ages=False)
    assert Title.objects.get(starter_key="puzzle").minimum_age == 12


def test_an_administrators_cap_for_visitors_holds() -> None:
    policies.decide(policies.Policies(visitors_age_cap=12, visitors_unrated=False))
    policies.forget()
    try:
        answer = visit("/movies")
        assert set(titles(body(answer))) == {"Lullaby", "Puzzle"}
        assert answer["X-View"] == CHILD.view
        assert visit(f"/movies/{pk('gore')}").status_code == 404
    finally:
        policies.forget()


def test_whoever_may_not_look_sees_nothing() -> None:
    assert status(Viewer(may_look=False), "/movies") == 401
