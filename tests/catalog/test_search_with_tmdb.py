"""Search with TMDB connected: our own first, and what is not here is asked for and stored."""

from collections.abc import Callable

import pytest

from matinee.catalog.models import Title
from tests.catalog.visits import Body, get
from tests.tmdb_replay import TmdbReplay, failures

pytestmark = pytest.mark.django_db


def names(page: Body) -> list[str]:
    """Of titles and people alike."""
    return [(item["title"] or item["person"]).get("title") or item["person"]["name"] for item in page["items"]]


def test_what_is_not_here_is_asked_for_and_stored(tmdb: TmdbReplay) -> None:
    page = get("/search", q="metropolis")
    assert names(page) == ["Metropolis"]
    assert tmdb.paths() == ["/search/multi"]
    assert Title.objects.get(tmdb_id=19).name == "Metropolis"


def test_what_is_here_is_not_asked_for(tmdb: TmdbReplay) -> None:
    get("/movies/popular")
    tmdb.forget()
    assert names(get("/search", q="metropolis"))[0] == "Metropolis"
    assert names(get("/search", q="metropolis 1927"))[0] == "Metropolis"
    assert tmdb.paths() == []


def test_a_stored_title_is_found_by_its_german_name_and_shown_so(tmdb: TmdbReplay) -> None:
    get("/movies/tmdb:10331")
    page = get("/search", q="die nacht der lebenden toten", language="de")
    assert names(page)[0] == "Die Nacht der lebenden Toten"


def test_a_typing_error_is_forgiven_among_the_stored(tmdb: TmdbReplay) -> None:
    get("/movies/popular")
    page = get("/search", q="nosferatoo")
    assert names(page)[0] == "Nosferatu"
    assert page["corrected"] == "nosferatu"


def test_films_shows_and_people_are_found_together_or_alone(tmdb: TmdbReplay) -> None:
    assert {item["kind"] for item in get("/search", q="sherlock")["items"]} == {"movie", "tv"}
    assert {item["kind"] for item in get("/search", q="sherlock holmes", kind="tv")["items"]} == {"tv"}
    assert names(get("/search", q="lon chaney", kind="person")) == ["Lon Chaney"]
    assert names(get("/search", q="howard hawks"))[0] == "Howard Hawks"


def test_a_collection_among_the_hits_is_left_out(tmdb: TmdbReplay) -> None:
    assert not [name for name in names(get("/search", q="sherlock holmes rathbone")) if "Collection" in name]


def test_the_same_search_is_asked_once_an_hour(tmdb: TmdbReplay) -> None:
    get("/search", q="no such film at all")
    get("/search", q="no such film at all")
    assert tmdb.paths() == ["/search/multi"]


def test_what_was_just_found_can_be_suggested(tmdb: TmdbReplay) -> None:
    get("/search", q="charade")
    tmdb.forget()
    items = get("/search/suggest", q="chara")["items"]
    assert [(item["name"], item["kind"], item["year"]) for item in items][:1] == [("Charade", "movie", 1963)]
    assert tmdb.paths() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("failure", [failures.slow(3), failures.html(), failures.wrong_key()])
def test_search_goes_on_among_the_stored_when_tmdb_cannot_be_asked(
    live_tmdb: TmdbReplay, hurry: Callable[[], None], failure: failures.Failure
) -> None:
    get("/movies/popular")
    hurry()
    live_tmdb.fail(failure)
    found = get("/search", q="metropolis")
    assert names(found)[0] == "Metropolis"
    missing = get("/search", q="woman in green")
    assert "what was found among the stored titles" in missing["notice"]
