"""Opening people and collections."""

import pytest

from matinee.catalog.models import Person, Title
from tests.catalog.ageing import age_everything
from tests.catalog.visits import do_rung_work, get, titles, visit
from tests.tmdb_replay import TmdbReplay

pytestmark = pytest.mark.django_db


def number_of(tmdb: TmdbReplay, name: str) -> int:
    return tmdb.world.people_by_name[name].id


def test_a_person_is_fetched_with_their_filmography_newest_first_in_one_call(tmdb: TmdbReplay) -> None:
    body = get(f"/people/tmdb:{number_of(tmdb, 'Fritz Lang')}")
    assert (body["born"], body["died"], body["birthplace"]) == ("1890-12-05", "1976-08-02", "Vienna, Austria-Hungary")
    assert [item["title"]["title"] for item in body["filmography"]] == ["Scarlet Street", "Metropolis"]
    assert body["filmography"][1]["parts"][0]["job"] == "Director"
    get(f"/people/{body['id']}")
    assert len(tmdb.calls) == 1


def test_a_person_known_from_a_cast_becomes_complete_when_opened(tmdb: TmdbReplay) -> None:
    cast = get("/movies/tmdb:653", include="credits")["credits"]["cast"]
    tmdb.forget()
    body = get(f"/people/{cast[0]['personId']}")
    assert (body["name"], body["complete"]) == ("Max Schreck", True)
    assert body["biography"].startswith("A stage actor")
    assert len(tmdb.calls) == 1


def test_a_person_can_be_opened_by_imdb_id(tmdb: TmdbReplay) -> None:
    assert get("/people/imdb:nm0000122")["name"] == "Charlie Chaplin"
    assert visit("/people/imdb:nm9999999").status_code == 404


def test_a_biography_is_shown_in_the_wished_language_where_there_is_one(tmdb: TmdbReplay) -> None:
    ref = f"/people/tmdb:{number_of(tmdb, 'Max Schreck')}"
    assert get(ref, language="de")["biography"].startswith("Bühnenschauspieler")
    assert get(ref, language="fr")["biography"].startswith("A stage actor")


def test_several_parts_in_one_title_are_told_together(tmdb: TmdbReplay) -> None:
    body = get(f"/people/tmdb:{number_of(tmdb, 'Charlie Chaplin')}")
    gold_rush = next(item for item in body["filmography"] if item["title"]["title"] == "The Gold Rush")
    assert {part["job"] or part["character"] for part in gold_rush["parts"]} == {
        "The Lone Prospector", "Director", "Writer"
    }  # fmt: skip


def test_a_filmography_leaves_the_better_credits_of_complete_titles_alone(tmdb: TmdbReplay) -> None:
    before = get("/movies/tmdb:653", include="credits")["credits"]
    get(f"/people/tmdb:{number_of(tmdb, 'Max Schreck')}")
    assert get("/movies/tmdb:653", include="credits")["credits"] == before


@pytest.mark.django_db(transaction=True)
def test_a_person_is_fresh_for_a_week(live_tmdb: TmdbReplay) -> None:
    number = number_of(live_tmdb, "Fritz Lang")
    get(f"/people/tmdb:{number}")
    age_everything(hours=24 * 6.9)
    assert not get(f"/people/tmdb:{number}")["stale"]
    age_everything(hours=24 * 7.1)
    live_tmdb.world.people[number].birthplace = "Wien"
    assert get(f"/people/tmdb:{number}")["stale"]
    do_rung_work()
    assert get(f"/people/tmdb:{number}")["birthplace"] == "Wien"


def test_popular_people_come_from_tmdb_and_are_kept_for_an_hour(tmdb: TmdbReplay) -> None:
    page = get("/people/popular")
    assert page["items"][0]["name"] == "Charlie Chaplin"
    assert page["items"][0]["knownFor"]
    assert page["pages"] == 7
    get("/people/popular")
    assert tmdb.paths() == ["/person/popular"]


def test_a_collection_has_its_parts_in_order_of_release(tmdb: TmdbReplay) -> None:
    collection = get("/collections/tmdb:99001")
    parts = [part["title"] for part in collection["parts"]]
    assert parts == [
        "Sherlock Holmes and the Secret Weapon", "The Woman in Green", "Terror by Night", "Dressed to Kill"
    ]  # fmt: skip
    assert collection["overview"].startswith("Holmes and Watson")
    get(f"/collections/{collection['id']}")
    assert tmdb.paths() == ["/collection/99001"]


def test_a_collections_name_is_translated_and_its_missing_overview_falls_back(tmdb: TmdbReplay) -> None:
    collection = get("/collections/tmdb:99001", language="de")
    assert collection["name"] == "Sherlock Holmes (Rathbone) Filmreihe"
    assert collection["overview"].startswith("Holmes and Watson")


def test_unknown_people_and_collections_are_not_found(tmdb: TmdbReplay) -> None:
    for path in ("/people/tmdb:1", "/people/77", "/collections/tmdb:1", "/collections/77"):
        assert visit(path).status_code == 404
    assert visit("/collections/imdb:tt0017136").status_code == 400


def test_people_who_only_appear_in_lists_are_stored_once(tmdb: TmdbReplay) -> None:
    get("/people/popular")
    get("/people/popular", page=2)
    get("/movies/tmdb:962")
    assert Person.objects.filter(name="Charlie Chaplin").count() == 1
    assert titles({"items": [item["title"] for item in get("/people/imdb:nm0000122")["filmography"]]})
    assert Title.objects.filter(tmdb_id=962).count() == 1
