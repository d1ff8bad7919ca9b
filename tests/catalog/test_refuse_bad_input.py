"""Bad input gets a 400 that names the field; what does not exist is a 404. Nothing is asked of a provider."""

import pytest

from tests.catalog.visits import body, visit
from tests.tmdb_replay import TmdbReplay

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("genres")]

BAD: list[tuple[str, dict[str, str | int], str]] = [
    ("/movies", {"page": 0}, "page"),
    ("/movies", {"page": 501}, "page"),
    ("/movies", {"page": "two"}, "page"),
    ("/movies/popular", {"page": -1}, "page"),
    ("/tv/trending", {"page": 501}, "page"),
    ("/people/popular", {"page": 501}, "page"),
    ("/lists/movies-popular", {"page": 0}, "page"),
    ("/movies", {"genre": "no-such-genre"}, "genre"),
    ("/movies", {"genre": "horror,,"}, "genre"),
    ("/movies", {"sort": "best"}, "sort"),
    ("/movies", {"yearFrom": "abc"}, "yearFrom"),
    ("/movies", {"yearTo": 99999}, "yearTo"),
    ("/movies", {"yearFrom": "1e400"}, "yearFrom"),
    ("/movies", {"runtimeFrom": -5}, "runtimeFrom"),
    ("/movies", {"ratingFrom": 11}, "ratingFrom"),
    ("/movies", {"ratingFrom": "nan"}, "ratingFrom"),
    ("/movies", {"votesFrom": "many"}, "votesFrom"),
    ("/movies", {"originalLanguage": "German"}, "originalLanguage"),
    ("/movies", {"provider": 0}, "provider"),
    ("/movies", {"keyword": "x" * 10_000}, "keyword"),
    ("/movies", {"language": "Deutsch"}, "language"),
    ("/movies", {"language": "DE"}, "language"),
    ("/movies", {"language": "de\n"}, "language"),
    ("/movies", {"keyword": "a\0"}, "keyword"),
    ("/movies", {"certification": "\0"}, "certification"),
    ("/movies", {"genre": "\0"}, "genre"),
    ("/search", {"q": "a\0b"}, "q"),
    ("/movies", {"region": "de"}, "region"),
    ("/movies", {"region": "Germany"}, "region"),
    ("/movies/trending", {"window": "month"}, "window"),
    ("/search", {"q": "x" * 10_000}, "q"),
    ("/search", {"q": ""}, "q"),
    ("/search", {}, "q"),
    ("/search", {"q": "x", "kind": "book"}, "kind"),
    ("/search", {"q": "x", "page": 501}, "page"),
    ("/search/suggest", {"q": "x" * 10_000}, "q"),
    ("/search/suggest", {}, "q"),
    ("/lists", {"preview": 1000}, "preview"),
    ("/movies/tmdb:653", {"include": "credits,secrets"}, "include"),
    ("/movies/abc", {}, "id"),
    ("/movies/-1", {}, "id"),
    ("/movies/tmdb:", {}, "id"),
    ("/movies/tmdb:abc", {}, "id"),
    ("/movies/tmdb:0", {}, "id"),
    ("/movies/tmdb:99999999999999", {}, "id"),
    ("/movies/imdb:0137523", {}, "id"),
    ("/movies/imdb:tt0137523x", {}, "id"),
    ("/movies/trakt:550", {}, "id"),
    ("/movies/99999999999999999999999", {}, "id"),
    ("/tv/1%00", {}, "id"),
    ("/tv/1%0a", {}, "id"),
    ("/tv/%D9%A1", {}, "id"),
    ("/movies/imdb:tt%D9%A1%D9%A1%D9%A1%D9%A1%D9%A1%D9%A1%D9%A1", {}, "id"),
    ("/tv/nonsense/seasons/1", {}, "id"),
    ("/collections/xyz", {}, "id"),
    ("/tv/1/seasons/one", {}, "number"),
    ("/tv/1/seasons/1/episodes/two", {}, "episode"),
]
PARAMETERLESS = ("/movies", "/tv/popular", "/movies/tmdb:653", "/genres", "/lists", "/search", "/people/popular")


@pytest.mark.parametrize(("path", "query", "field"), BAD)
def test_bad_input_is_refused_by_the_name_of_its_field(
    tmdb: TmdbReplay, path: str, query: dict[str, str | int], field: str
) -> None:
    response = visit(path, **query)
    problem = body(response)
    assert response.status_code == 400, problem
    assert response.headers["Content-Type"] == "application/problem+json"
    assert [detail["field"] for detail in problem["details"]] == [field]
    assert problem["details"][0]["message"]
    assert len(response.content) < 2000
    assert tmdb.calls == []


def test_all_wrong_fields_are_named_at_once() -> None:
    problem = body(visit("/movies", page=0, sort="best", yearFrom="abc"))
    assert {detail["field"] for detail in problem["details"]} == {"page", "sort", "yearFrom"}


@pytest.mark.parametrize("path", PARAMETERLESS)
def test_an_unknown_parameter_is_refused_rather_than_ignored(tmdb: TmdbReplay, path: str) -> None:
    query: dict[str, str | int] = {"q": "x"} if path == "/search" else {}
    response = visit(path, colour="blue", **query)
    assert response.status_code == 400
    assert [detail["field"] for detail in body(response)["details"]] == ["colour"]


@pytest.mark.parametrize(
    "path",
    [
        "/movies/123456",
        "/movies/999999999999999999",
        "/tv/123456",
        "/tv/123456/seasons/1",
        "/people/123456",
        "/collections/123456",
        "/lists/nothing",
        "/movies/imdb:tt9999999",
        "/movies/imdb:nm0000122",
        "/people/imdb:tt0017136",
        "/nowhere",
    ],
)
def test_what_does_not_exist_is_not_found(tmdb: TmdbReplay, path: str) -> None:
    response = visit(path)
    assert response.status_code == 404, response.content
    assert body(response)["status"] == 404


@pytest.mark.parametrize("number", [-1, 99999999999999999999])
def test_a_season_that_cannot_be_is_not_found_or_refused(tmdb: TmdbReplay, number: int) -> None:
    assert visit(f"/tv/tmdb:5201/seasons/{number}").status_code in {400, 404}
    assert visit(f"/tv/tmdb:5201/seasons/1/episodes/{number}").status_code in {400, 404}
