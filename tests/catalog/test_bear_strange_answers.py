"""TMDB's answers are well formed, yet what they hold no database would take as it is."""

from collections.abc import Callable

import pytest

from tests.catalog.visits import body, get, visit
from tests.tmdb_replay import TmdbReplay, failures

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("genres"), pytest.mark.both_databases]

STRANGE: dict[str, Callable[[object], object]] = {
    "NUL in every text": lambda value: f"{value}\0\x1b[2J" if isinstance(value, str) else value,
    "endless texts": lambda value: value + " İ" * 5000 if isinstance(value, str) else value,
    "the largest number": lambda value: 2**31 - 1 if isinstance(value, int) and value > 1 else value,
    "a number beyond all": lambda value: 10**30 if isinstance(value, int | float) and value > 1 else value,
    "numbers that are none": lambda value: "NaN" if isinstance(value, float) else value,
    "numbers without end": lambda value: "-Infinity" if isinstance(value, float) else value,
    "everything twice": lambda value: [*value, *value] if isinstance(value, list) else value,
}
PATHS = (
    "/movies",
    "/movies/popular",
    "/movies/tmdb:19",
    "/tv/tmdb:5201",
    "/tv/tmdb:5201/seasons/1",
    "/people/tmdb:70018",
    "/people/popular",
    "/collections/tmdb:99001",
    "/genres",
    "/search",
)


@pytest.mark.parametrize("strange", STRANGE, ids=STRANGE)
def test_a_visitor_gets_a_page_or_a_sentence(live_tmdb: TmdbReplay, strange: str) -> None:
    live_tmdb.fail(failures.every_value(STRANGE[strange]))
    for path in PATHS:
        query = {"q": "sintel"} if path == "/search" else {"language": "pt"}
        response = visit(path, **query)
        assert response.status_code in {200, 404, 503}, (path, body(response))


def test_a_title_with_control_characters_in_its_texts_is_shown_without_them(live_tmdb: TmdbReplay) -> None:
    live_tmdb.fail(failures.every_value(STRANGE["NUL in every text"]))
    page = get("/movies/tmdb:653", include="credits,keywords,videos")
    assert page["title"] == "Nosferatu[2J"
    assert "\\u00" not in str(page)


def test_a_title_whose_popularity_is_no_number_keeps_everything_else(live_tmdb: TmdbReplay) -> None:
    live_tmdb.fail(failures.every_value(STRANGE["numbers that are none"]))
    page = get("/movies/tmdb:653")
    assert (page["title"], page["rating"]) == ("Nosferatu", None)
