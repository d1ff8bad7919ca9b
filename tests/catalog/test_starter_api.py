"""Everything a visitor can do right after the first start, with neither key nor network."""

import json
from typing import Any

import pytest

from matinee.catalog import actions
from matinee.catalog.models import Credit, Episode, MediaList, SyncState, Title
from matinee.catalog.providers.starter.records import title_records
from matinee.core.access import Viewer
from tests.catalog.visits import get, seen_by, titles, visit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_stored")]

METROPOLIS = "/movies/imdb:tt0017136"


def test_every_title_is_stored_once_and_complete() -> None:
    assert Title.objects.count() == len(title_records())
    assert not Title.objects.exclude(completeness="complete").exists()
    assert Credit.objects.exists()
    assert Episode.objects.exists()
    assert actions.seed_starter() == 0


def test_a_new_edition_is_stored_over_the_old_one_without_a_double() -> None:
    before = Title.objects.count()
    SyncState.objects.filter(what="starter").update(cursor="an older edition")
    Title.objects.filter(imdb_id="tt0017136").update(overview="An old text.")
    assert actions.seed_starter() == before
    assert Title.objects.count() == before
    assert get(METROPOLIS)["overview"] != "An old text."


def test_discover_is_filled() -> None:
    index = get("/lists", preview=12)
    filled = [one for one in index["items"] if len(one["items"]) >= 5]
    assert len(filled) >= 8
    assert all(item["poster"] and item["backdrop"] and item["overview"] for one in filled for item in one["items"])
    assert (index["stale"], index["age"], index["notice"]) == (False, None, None)


@pytest.mark.parametrize(
    "path",
    ["/movies", "/tv", "/movies/popular", "/tv/popular", "/movies/trending", "/tv/trending", "/people/popular"],
)
def test_listings_have_entries_and_pages(path: str) -> None:
    page = get(path)
    assert page["items"]
    assert page["total"] >= len(page["items"])
    assert not page["stale"]


@pytest.mark.parametrize("path", ["/movies/upcoming", "/movies/now-playing", "/tv/airing-today", "/tv/on-the-air"])
def test_lists_that_nobody_can_fill_are_empty_rather_than_missing(path: str) -> None:
    page = get(path)
    assert (page["items"], page["pages"], page["notice"]) == ([], 0, None)


def test_a_films_page_has_its_facts_cast_neighbours_and_drawn_poster() -> None:
    body = get(METROPOLIS, include="credits,similar,externalIds,keywords")
    assert (body["title"], body["year"], body["licence"]) == ("Metropolis", 1927, "public-domain")
    assert body["poster"].startswith("drawn-")
    assert {"Fritz Lang", "Thea von Harbou"} <= {member["name"] for member in body["credits"]["crew"]}
    assert body["credits"]["cast"][0]["name"] == "Brigitte Helm"
    assert len(body["similar"]) >= 5
    assert body["externalIds"]["imdb"] == "tt0017136"
    assert (body["age"], body["fetchedAt"], body["stale"]) == (None, None, False)


def test_a_serial_has_chapters_to_open() -> None:
    serial = Title.objects.get(starter_key="les-vampires-1915")
    body = get(f"/tv/{serial.pk}")
    number = body["seasons"][0]["number"]
    season = get(f"/tv/{serial.pk}/seasons/{number}")
    assert len(season["episodes"]) == 10
    assert get(f"/tv/{serial.pk}/seasons/{number}/episodes/1")["show"]["title"] == body["title"]


def test_a_persons_page_has_a_filmography_newest_first() -> None:
    person = Credit.objects.filter(person__name="Buster Keaton").values_list("person_id", flat=True)[0]
    body = get(f"/people/{person}")
    years = [item["title"]["year"] for item in body["filmography"]]
    assert len(years) >= 3
    assert years == sorted(years, reverse=True)
    assert body["knownFor"]


def test_a_german_visitor_sees_german_titles_where_there_are_any() -> None:
    page = get("/movies/popular", "de-DE,de;q=0.9")
    german = {item["title"] for item in page["items"]} - set(titles(get("/movies/popular")))
    assert german
    assert all(item["overview"] for item in page["items"])
    genres = {genre["slug"]: genre["name"] for genre in _genres("de")}
    assert genres["comedy"] == "Komödie"


def _genres(language: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(visit("/genres", language=language).content)
    return found


@pytest.mark.parametrize(
    "query",
    [
        {"genre": "horror"},
        {"genre": "comedy,romance"},
        {"genre": "western|war"},
        {"yearFrom": 1920, "yearTo": 1929},
        {"runtimeTo": 20},
        {"originalLanguage": "de"},
        {"keyword": "dystopia"},
        {"sort": "newest"},
        {"sort": "oldest"},
        {"sort": "title"},
    ],
)
def test_browsing_narrows_down_and_sorts(query: dict[str, str | int]) -> None:
    page = get("/movies", **query)
    assert 0 < page["total"] <= Title.objects.filter(kind="movie").count()
    pages = [get("/movies", page=number, **query) for number in range(1, min(page["pages"], 3) + 1)]
    ids = [item["id"] for one in pages for item in one["items"]]
    assert len(ids) == len(set(ids))
    match query:
        case {"genre": genre} if "," not in str(genre) and "|" not in str(genre):
            assert all(genre in item["genres"] for item in page["items"])
        case {"yearFrom": first, "yearTo": last}:
            assert all(int(first) <= item["year"] <= int(last) for item in page["items"])
        case {"sort": "oldest"}:
            days = [item["released"] for item in page["items"] if item["released"]]
            assert days == sorted(days)


@pytest.mark.parametrize("query", [{"ratingFrom": 1}, {"provider": 8}, {"certification": "PG"}])
def test_filters_that_nothing_passes_give_an_empty_page(query: dict[str, str | int]) -> None:
    page = get("/movies", **query)
    assert (page["items"], page["total"], page["pages"]) == ([], 0, 0)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("metropolis", "Metropolis"),
        ("metropolis 1927", "Metropolis"),
        ("metroplis", "Metropolis"),
        ("nosferatu", "Nosferatu"),
        ("goldrausch", "The Gold Rush"),
        ("the generl 1926", "The General"),
        ("les vampires", "Les Vampires"),
        ("voyage dans la lune", "A Trip to the Moon"),
    ],
)
def test_titles_are_found_although_misspelt_or_by_another_name(text: str, title: str) -> None:
    hits = get("/search", q=text)["items"]
    assert title in [hit["title"]["title"] for hit in hits[:3] if hit["title"]]


def test_people_are_found_and_suggested() -> None:
    assert get("/search", q="buster keaton", kind="person")["items"][0]["person"]["name"] == "Buster Keaton"
    assert any(item["name"] == "Buster Keaton" for item in get("/search/suggest", q="buster ke")["items"])


def test_an_unknown_outside_id_is_not_found_without_a_provider() -> None:
    assert visit("/movies/tmdb:550").status_code == 404
    assert visit("/movies/imdb:tt0137523").status_code == 404


def test_curated_lists_keep_their_order_and_titles() -> None:
    for row in MediaList.objects.filter(origin="curated"):
        page = get(f"/lists/{row.slug}")
        assert page["total"] == row.entries.count() == row.total
        assert len(page["items"]) == min(20, row.total)


def test_answers_may_be_kept_and_say_by_whom_and_until_when() -> None:
    response = visit(METROPOLIS)
    number = json.loads(response.content)["id"]
    assert "public" in response.headers["Cache-Control"]
    assert "max-age=30" in response.headers["Cache-Control"]
    assert response.headers["Cache-Tag"] == f"title:{number} provider"
    assert response.headers["Vary"] == "Accept-Language"


def test_a_new_edition_brings_ages_to_titles_that_are_stored() -> None:
    Title.objects.update(minimum_age=None)
    SyncState.objects.filter(what="starter").update(cursor="an older edition")
    actions.seed_starter()
    assert Title.objects.get(starter_key="night-of-the-living-dead-1968").minimum_age == 16
    with seen_by(Viewer(age_cap=12, unrated=False)):
        assert visit("/movies/imdb:tt0063350").status_code == 404
        assert len(get("/movies")["items"]) == 20
