"""TMDB fails in every way it can: a visitor never gets a 500, and what is stored stays readable."""

from collections.abc import Callable

import pytest

from matinee.catalog import providers
from matinee.core import http
from matinee.core.errors import ServiceDown
from matinee.core.language import Locale
from matinee.core.settings import Settings
from tests.catalog.ageing import age_everything
from tests.catalog.lines import hang_up
from tests.catalog.visits import body, do_rung_work, get, titles, visit
from tests.tmdb_replay import TmdbReplay, failures
from tests.waiting import wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("genres")]

FAILURES = {
    "reset": failures.reset(),
    "slow": failures.slow(3),
    "html": failures.html(),
    "empty": failures.empty(),
    "500": failures.status(500),
    "403": failures.status(403),
    "429": failures.too_many(30),
    "429 without a word": failures.too_many(None),
    "401": failures.wrong_key(),
    "truncated": failures.truncated(),
    "a list": failures.of([]),
    "rubbish among the items": failures.rubbish(),
    "wrong types": failures.wrong_types(),
    "huge": failures.huge(17 * 2**20),
}
PATHS = (
    "/movies",
    "/movies/popular",
    "/movies/trending",
    "/movies/tmdb:19",
    "/movies/imdb:tt0056923",
    "/tv/tmdb:5203",
    "/tv/tmdb:5201/seasons/1",
    "/tv/tmdb:5201/seasons/1/episodes/1",
    "/people/tmdb:70018",
    "/people/popular",
    "/collections/tmdb:99001",
    "/genres",
    "/lists",
    "/search",
    "/search/suggest",
)


def ask(path: str) -> int:
    query: dict[str, str | int] = {"q": "sintel"} if path.startswith("/search") else {"language": "pt"}
    response = visit(path, **query)
    assert response.status_code < 500 or body(response)["detail"], path
    return response.status_code


@pytest.mark.parametrize("failure", FAILURES, ids=FAILURES)
def test_a_visitor_never_gets_a_500(live_tmdb: TmdbReplay, hurry: Callable[[], None], failure: str) -> None:
    hurry()
    live_tmdb.fail(FAILURES[failure])
    answers = {path: ask(path) for path in PATHS}
    assert set(answers.values()) <= {200, 404, 502, 503}, answers


@pytest.mark.parametrize("failure", FAILURES, ids=FAILURES)
def test_what_is_stored_is_shown_whatever_tmdb_does(
    live_tmdb: TmdbReplay, hurry: Callable[[], None], failure: str
) -> None:
    popular, title = get("/movies/popular"), get("/movies/tmdb:653", include="credits,recommendations")
    age_everything(hours=30)
    hurry()
    live_tmdb.fail(FAILURES[failure])
    page, again = get("/movies/popular"), get("/movies/tmdb:653", include="credits,recommendations")
    assert titles(page) == titles(popular)
    assert again["credits"] == title["credits"]
    assert page["stale"]
    do_rung_work()
    assert titles(get("/movies/popular")) == titles(popular)
    assert get("/movies/tmdb:653")["title"] == "Nosferatu"


def test_a_service_that_does_not_listen_is_503_with_a_sentence(live_tmdb: TmdbReplay) -> None:
    live_tmdb.unplug()
    response = visit("/movies/tmdb:19")
    assert response.status_code == 503
    assert response.headers["Content-Type"] == "application/problem+json"
    assert body(response)["detail"] == "TMDB does not answer at the moment; nothing is stored of this page yet"


def test_a_short_429_is_waited_for(live_tmdb: TmdbReplay) -> None:
    live_tmdb.fail(failures.too_many(0), times=1)
    assert get("/movies/tmdb:19")["title"] == "Metropolis"
    assert len(live_tmdb.calls) == 2


def test_one_lost_connection_is_tried_again(live_tmdb: TmdbReplay) -> None:
    live_tmdb.fail(failures.reset(), times=1)
    assert get("/movies/tmdb:19")["title"] == "Metropolis"


def test_a_wrong_key_leaves_discover_working_and_is_told_by_name(live_tmdb: TmdbReplay) -> None:
    get("/movies/popular")
    live_tmdb.fail(failures.wrong_key())
    assert len(get("/movies/popular")["items"]) == 20
    response = visit("/movies/tmdb:19", language="de")
    assert response.status_code in {200, 502}
    assert visit("/movies/tmdb:133701999").status_code == 502
    problem = next(state.problem for state in http.states() if state.name == "tmdb")
    assert problem == "TMDB refused the key (401, code 7)"
    live_tmdb.heal()
    get("/movies/tmdb:961")
    assert next(state.problem for state in http.states() if state.name == "tmdb") == ""


def test_the_breaker_opens_after_failures_and_closes_after_one_good_answer(
    live_tmdb: TmdbReplay, settings_now: Settings
) -> None:
    settings_now.breaker_failures, settings_now.breaker_pause = 2, 0.3
    hang_up()
    live_tmdb.fail(failures.status(500))
    assert [visit(f"/movies/tmdb:{number}").status_code for number in (19, 653)] == [503, 503]
    asked = len(live_tmdb.calls)
    response = visit("/movies/tmdb:234")
    assert (response.status_code, len(live_tmdb.calls)) == (503, asked)
    assert body(response)["detail"] == "TMDB does not answer at the moment; nothing is stored of this page yet"
    assert int(response.headers["Retry-After"]) >= 1
    live_tmdb.heal()
    wait_until(lambda: visit("/movies/tmdb:19").status_code == 200)
    assert get("/movies/tmdb:234")["title"] == "The Cabinet of Dr. Caligari"


def test_a_visitor_waits_two_seconds_at_most_unless_told_otherwise() -> None:
    assert Settings.model_fields["http_visitor_timeout"].default == 2


def test_a_call_ends_with_its_budget_however_long_the_service_takes(live_tmdb: TmdbReplay) -> None:
    """The budget of a call is its own: retries and all take no longer than a visitor waits."""
    live_tmdb.fail(failures.slow(60))
    provider = providers.connected()
    assert provider is not None
    with pytest.raises(ServiceDown, match=r"within 0.2 s"):
        provider.list_page("movies-popular", 1, Locale("en", "US"), wait=0.2)
