"""Age caps with TMDB connected: its answers are stored for all, and shown in part."""

import pytest

from matinee.catalog import actions
from matinee.catalog.models import ProviderCache, Title
from matinee.core.access import Viewer
from matinee.core.settings import Settings
from tests.catalog.visits import Body, body, do_rung_work, get, seen_by, titles, visit
from tests.tmdb_replay import TmdbReplay

pytestmark = pytest.mark.django_db(transaction=True)

CHILD = Viewer(age_cap=12, unrated=False)
NIGHT = 10331  # of the Living Dead: 16 in Germany


@pytest.fixture(autouse=True)
def _german(settings_now: Settings, live_tmdb: TmdbReplay) -> None:
    settings_now.region = "DE"


def seen(path: str, /, **query: str | int) -> Body:
    with seen_by(CHILD):
        return get(path, **query)


def test_a_title_fetched_for_a_child_is_stored_and_not_shown() -> None:
    with seen_by(CHILD):
        answer = visit(f"/movies/tmdb:{NIGHT}")
        unknown = visit("/movies/tmdb:99999999")
    assert answer.status_code == 404
    assert body(answer)["detail"] == body(unknown)["detail"]
    assert Title.objects.get(tmdb_id=NIGHT).minimum_age == 16
    assert get(f"/movies/tmdb:{NIGHT}")["title"] == "Night of the Living Dead"


def test_titles_that_only_a_list_has_told_of_are_rated_behind_the_childs_back() -> None:
    first = seen("/movies/popular")
    assert first["items"] == []
    assert do_rung_work() > 0
    later = seen("/movies/popular")
    assert titles(later)
    assert set(titles(later)) <= set(Title.objects.filter(minimum_age__lte=12).values_list("name", flat=True))
    assert "Night of the Living Dead" in titles(get("/movies/popular"))


def test_the_providers_totals_are_not_told() -> None:
    get("/movies/popular")
    do_rung_work()
    assert seen("/movies/popular")["total"] is None
    assert get("/movies/popular")["total"] > 0


def test_a_kept_answer_is_the_same_for_all() -> None:
    seen("/movies/popular")
    kept = ProviderCache.objects.get(type="list", page=1)
    assert len(kept.body["refs"]) == len(get("/movies/popular")["items"])


def test_pages_with_nothing_for_the_child_are_passed_over() -> None:
    pages = get("/movies")["pages"]
    assert pages > 1
    for number in range(1, pages + 1):
        get("/movies", page=number)
    last = [one["id"] for one in get("/movies", page=pages)["items"]]
    Title.objects.filter(pk__in=last).update(minimum_age=0)
    Title.objects.exclude(pk__in=last).update(minimum_age=18)
    page = seen("/movies")
    assert page["page"] == page["pages"] == pages
    assert {one["id"] for one in page["items"]} == set(last)


def test_search_adds_only_what_is_for_the_age() -> None:
    found = seen("/search", q="living dead")
    assert (found["items"], found["total"]) == ([], 0)
    assert do_rung_work() > 0
    assert seen("/search", q="living dead")["items"] == []
    assert get("/search", q="living dead")["items"]


def test_a_new_rating_is_known_to_search_at_once() -> None:
    actions.import_titles([f"movie:tmdb:{NIGHT}"])
    assert seen("/search/suggest", q="night of the liv")["items"] == []
    with seen_by(Viewer(age_cap=16)):
        assert get("/search/suggest", q="night of the liv")["items"]
