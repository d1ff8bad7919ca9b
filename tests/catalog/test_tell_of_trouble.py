"""While the provider is of no use: visitors read one plain sentence, administrators what exactly is wrong."""

from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from matinee.core import http
from tests.catalog.visits import body, get, visit
from tests.tmdb_replay import TmdbReplay, failures

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("genres")]

SILENT = "TMDB does not answer at the moment"
TROUBLES = {
    "slow": (failures.slow(3), SILENT, "TMDB did not answer within 0.25 s"),
    "reset": (failures.reset(), SILENT, "TMDB could not be reached"),
    "500": (failures.status(500), SILENT, "TMDB answered 500"),
    "wrong key": (
        failures.wrong_key(),
        "TMDB does not let this Matinee in at the moment",
        "TMDB refused the key (401, code 7)",
    ),
    "nonsense": (failures.status(418), "TMDB gave no answer of use", "TMDB could not make sense of the question (418"),
}


@pytest.mark.parametrize(("failure", "plain", "exact"), TROUBLES.values(), ids=TROUBLES)
def test_visitors_read_what_it_means_and_the_log_what_is_wrong(
    live_tmdb: TmdbReplay, hurry: Callable[[], None], failure: failures.Failure, plain: str, exact: str
) -> None:
    get("/movies/popular")
    hurry()
    with live_tmdb.failing(failure), capture_logs() as lines:
        popular = get("/movies/popular", language="de")
        found = get("/search", q="woman in green")
        unknown = visit("/movies/tmdb:133701999")

    assert popular["notice"] == f"{plain}; this is what we knew before."
    assert found["notice"] == f"{plain}; this is what was found among the stored titles."
    assert body(unknown)["detail"] == f"{plain}; nothing is stored of this page yet"
    assert any(str(line.get("problem", "")).startswith(exact) for line in lines)


def test_while_it_is_not_asked_visitors_read_nothing_of_how_that_is_arranged(
    live_tmdb: TmdbReplay, hurry: Callable[[], None]
) -> None:
    get("/movies/popular")
    live_tmdb.unplug()
    hurry()
    for number in range(10):
        visit(f"/movies/tmdb:{133701000 + number}")
    assert next(state.state for state in http.states() if state.name == "tmdb") == "open"

    page = get("/movies/popular", language="de")
    unknown = visit("/movies/tmdb:133701999")

    assert page["notice"] == f"{SILENT}; this is what we knew before."
    assert body(unknown)["detail"] == f"{SILENT}; nothing is stored of this page yet"
    assert int(unknown.headers["Retry-After"]) >= 1
    problem = next(state.problem for state in http.states() if state.name == "tmdb")
    assert problem.startswith("TMDB could not be reached: ")
