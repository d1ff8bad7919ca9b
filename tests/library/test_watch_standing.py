"""Planning, dropping, taking up again; progress in seconds; many at once; and keeping up with the catalogue."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from matinee.accounts.models import User
from matinee.catalog.actions.storing_details import store_season
from matinee.catalog.events import TitlesJoined
from matinee.catalog.models import Season, Title
from matinee.catalog.providers.base import FoundEpisode, FoundSeason
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.delivery import Deliverer
from matinee.core.models import Event, EventCursor
from matinee.library import actions
from matinee.library.actions import Point, What
from matinee.library.models import Progress, Standing, Viewing
from tests.accounts.cast import Browser, refused, seated
from tests.library.series import announced, days, done, history, next_numbers, serial, standing, told, watch
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def say(browser: Browser, place: str, status: str | None) -> str | None:
    """Say what is wanted with a title; where it stands then."""
    now: str | None = done(browser.send("PUT", f"/me/standings/{place}", {"status": status}))["status"]
    return now


def progress(browser: Browser, place: str, seconds: int, duration: int = 1000, **where: int) -> None:
    done(browser.send("PUT", f"/me/progress/{place}", {"seconds": seconds, "duration": duration, **where}))


def planned(browser: Browser, status: str = "planned", query: str = "") -> list[int]:
    items = done(browser.get(f"/me/standings?status={status}{query}"))["items"]
    return [item["title"]["id"] for item in items]


# --- by hand ---


def test_a_title_is_planned_and_no_longer(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"
    assert say(alice, film, "planned") == "planned"
    assert say(alice, film, "planned") == "planned"
    assert planned(alice) == shelf.films[:1]
    assert say(alice, film, None) is None
    assert planned(alice) == []
    assert [(e.body["before"], e.body["now"]) for e in Event.objects.filter(name="StatusChanged").order_by("id")] == [
        ("", "planned"),
        ("planned", ""),
    ]


def test_who_watches_what_they_planned_or_dropped_is_watching_it(alice: Browser) -> None:
    show = serial({1: [days(-9), days(-8), days(-7)]})
    place = f"tv/{show}"
    say(alice, place, "planned")
    assert watch(alice, place, season=1, episode=1)["before"] == "planned"
    assert standing(alice, place)["status"] == "watching"
    assert say(alice, place, "dropped") == "dropped"
    assert watch(alice, place, season=1, episode=2)["standing"]["status"] == "watching"


def test_what_was_dropped_is_taken_up_where_it_was(alice: Browser) -> None:
    show = serial({1: [days(-9), days(-8)]})
    place = f"tv/{show}"
    watch(alice, place, season=1, episode=1)
    say(alice, place, "dropped")
    assert say(alice, place, "watching") == "watching"
    assert next_numbers(standing(alice, place)) == "1x02"
    watch(alice, place)
    say(alice, place, "dropped")
    assert say(alice, place, None) == "watched"


def test_a_show_is_begun_by_saying_so(alice: Browser) -> None:
    show = serial({1: [days(-9)]})
    assert say(alice, f"tv/{show}", "watching") == "watching"
    assert next_numbers(standing(alice, f"tv/{show}")) == "1x01"


def test_titles_are_listed_by_status_and_searched(alice: Browser, shelf: Shelf) -> None:
    for film in shelf.films[:3]:
        say(alice, f"movies/{film}", "planned")
    say(alice, f"tv/{shelf.shows[0]}", "planned")
    say(alice, f"movies/{shelf.films[4]}", "dropped")
    assert planned(alice) == [shelf.shows[0], *shelf.films[:3][::-1]]
    assert planned(alice, "dropped") == [shelf.films[4]]
    assert planned(alice, query="&kind=movie&text=reel 1") == [shelf.films[1]]
    refused(alice.get("/me/standings"), 400, "status")
    refused(alice.get("/me/standings?status=loved"), 400, "status")


@pytest.mark.parametrize("status", ["watched", "seen", "", 5])
def test_watched_is_by_watching_and_other_words_mean_nothing(alice: Browser, shelf: Shelf, status: object) -> None:
    refused(alice.send("PUT", f"/me/standings/movies/{shelf.films[0]}", {"status": status}), 400, "status")
    assert told() == []


def test_each_stands_where_they_stand(alice: Browser, shelf: Shelf) -> None:
    say(alice, f"movies/{shelf.films[0]}", "planned")
    assert standing(seated("bob"), f"movies/{shelf.films[0]}")["status"] is None


def test_a_page_of_standings_costs_as_many_statements_whatever_its_length(alice: Browser, shelf: Shelf) -> None:
    say(alice, f"tv/{shelf.shows[0]}", "watching")
    with CaptureQueriesContext(connection) as short:
        planned(alice, "watching")
    for show in shelf.shows:
        say(alice, f"tv/{show}", "watching")
    with CaptureQueriesContext(connection) as long:
        assert len(planned(alice, "watching")) == 6
    assert len(short) == len(long) <= 7


# --- progress ---


def test_progress_is_kept_and_only_its_beginning_is_told(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"
    for seconds in (0, 10, 20, 500):
        progress(alice, film, seconds)
    kept = standing(alice, film)
    assert (kept["status"], kept["progress"]["seconds"], kept["progress"]["duration"]) == ("watching", 500, 1000)
    assert told() == ["StatusChanged"]


def test_going_on_takes_few_statements(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"
    progress(alice, film, 10)
    with CaptureQueriesContext(connection) as statements:
        progress(alice, film, 20)
    assert len([one for one in statements if "library_" in one["sql"]]) == 2


@pytest.mark.parametrize("seconds", [900, 950, 1000])
def test_from_nine_tenths_on_it_is_watched_once_a_sitting(alice: Browser, shelf: Shelf, seconds: int) -> None:
    film = f"movies/{shelf.films[0]}"
    progress(alice, film, 899)
    assert history(alice) == []
    progress(alice, film, seconds)
    progress(alice, film, 1000)
    progress(alice, film, 500)
    progress(alice, film, 1000)

    assert len(history(alice)) == 1
    assert (standing(alice, film)["status"], standing(alice, film)["progress"]) == ("watched", None)
    assert told() == ["StatusChanged", "FilmWatched", "StatusChanged"]


def test_another_evening_it_is_watched_again(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"
    progress(alice, film, 1000)
    Viewing.objects.update(watched_at=timezone.now() - timedelta(seconds=1001))
    progress(alice, film, 1000)
    assert standing(alice, film)["rewatched"] is True


def test_progress_in_an_episode_belongs_to_it(alice: Browser) -> None:
    show = serial({1: [days(-9), days(-8)]})
    progress(alice, f"tv/{show}", 100, season=1, episode=1)
    progress(alice, f"tv/{show}", 950, season=1, episode=1)
    progress(alice, f"tv/{show}", 300, season=1, episode=2)

    items = done(alice.get(f"/me/standings/tv/{show}/seasons/1"))["items"]
    assert [(one["episode"], one["viewings"], one["progress"] and one["progress"]["seconds"]) for one in items] == [
        (1, 1, None),
        (2, 0, 300),
    ]
    assert next_numbers(standing(alice, f"tv/{show}")) == "1x02"


def test_who_marks_it_watched_is_no_longer_in_the_middle_of_it(alice: Browser) -> None:
    show = serial({1: [days(-9), days(-8)]})
    for episode in (1, 2):
        progress(alice, f"tv/{show}", 300, season=1, episode=episode)
    watch(alice, f"tv/{show}", season=1, episode=1)
    assert list(Progress.objects.values_list("episode", flat=True)) == [2]
    watch(alice, f"tv/{show}", again=True)
    assert not Progress.objects.exists()


def test_going_on_with_what_was_dropped_takes_it_up(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"
    progress(alice, film, 300)
    say(alice, film, "dropped")
    progress(alice, film, 310)
    assert standing(alice, film)["status"] == "watching"


@pytest.mark.parametrize(
    "given",
    [
        {"seconds": -1, "duration": 1000},
        {"seconds": 1001, "duration": 1000},
        {"seconds": 0, "duration": 0},
        {"seconds": 1.5, "duration": 1000},
        {"seconds": "10", "duration": 1000},
        {"seconds": 10},
        {"seconds": 10, "duration": 10**9},
        {"seconds": 10, "duration": 1000, "episode": 1},
        {"seconds": 10, "duration": 1000, "season": 1},
    ],
)
def test_progress_that_cannot_be_is_refused(alice: Browser, shelf: Shelf, given: dict[str, object]) -> None:
    show = serial({1: [days(-9)]})
    refused(alice.send("PUT", f"/me/progress/tv/{show}", given), 400)
    if "season" not in given and "episode" not in given:
        refused(alice.send("PUT", f"/me/progress/movies/{shelf.films[0]}", given), 400)
    assert not Progress.objects.exists()


def test_progress_is_in_an_episode_that_there_is(alice: Browser, shelf: Shelf) -> None:
    show = serial({1: [days(-9)]})
    given = {"seconds": 10, "duration": 1000}
    refused(alice.send("PUT", f"/me/progress/tv/{show}", given | {"season": 1, "episode": 2}), 404)
    refused(alice.send("PUT", f"/me/progress/tv/{show}", given), 400, "episode")
    refused(alice.send("PUT", f"/me/progress/movies/{shelf.films[0]}", given | {"season": 1, "episode": 1}), 400)


# --- as time passes, and the catalogue changes ---


def test_a_show_that_was_watched_is_up_next_when_a_new_episode_airs(alice: Browser) -> None:
    show = serial({1: [days(-9), days(2)]})
    place = f"tv/{show}"
    assert watch(alice, place)["standing"]["status"] == "watched"
    Standing.objects.update(airs_on=days(0))  # two days later
    Season.objects.get(title=show).episodes.update(aired_on=days(-1))

    assert actions.notice_airings().done == 1

    now = standing(alice, place)
    assert (now["status"], next_numbers(now), now["seen"], now["aired"]) == ("watching", "1x02", 1, 2)
    assert actions.notice_airings().idle
    assert told()[-1] == "StatusChanged"


def test_what_was_dropped_stays_so_when_a_new_episode_airs(alice: Browser) -> None:
    show = serial({1: [days(-9), days(2)]})
    say(alice, f"tv/{show}", "dropped")
    Standing.objects.update(airs_on=days(0))
    Season.objects.get(title=show).episodes.update(aired_on=days(-1))
    actions.notice_airings()
    now = standing(alice, f"tv/{show}")
    assert (now["status"], now["aired"]) == ("dropped", 2)


def heard() -> None:
    """Everything that was told so far has been heard."""
    deliverer = Deliverer()
    while deliverer.deliver_once():
        pass


def test_an_episode_that_the_catalogue_learns_of_is_up_next(alice: Browser) -> None:
    show = serial({1: [days(-9)]})
    watch(alice, f"tv/{show}")
    heard()
    assert EventCursor.objects.filter(subscriber="library.history").exists()
    episodes = tuple(FoundEpisode(number=one, name=f"Part {one}", aired_on=days(-9 + one)) for one in (1, 2))
    store_season(show, FoundSeason(number=1, name="Season 1", episodes=episodes), "en")

    heard()

    now = standing(alice, f"tv/{show}")
    assert (now["status"], next_numbers(now)) == ("watching", "1x02")


def test_counting_anew_costs_as_many_statements_whatever_the_number_of_people(alice: Browser) -> None:
    show = Title.objects.get(pk=serial({1: [days(-9), days(-8)]}))
    counts = []
    for number in (1, 8):
        for one in range(number):
            user = User.objects.create(username=f"viewer{number}-{one}")
            actions.watch(user.pk, show, What(1, 1))
        with CaptureQueriesContext(connection) as statements:
            actions.recount_season(Season.objects.get(title=show).pk)
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_a_show_is_not_watched_to_its_end_while_a_season_is_not_known(alice: Browser) -> None:
    show = announced(serial({1: [days(-9)]}))
    Season.objects.create(title_id=show, number=2, episode_count=8, aired_on=days(-3))
    assert watch(alice, f"tv/{show}", season=1)["standing"]["status"] == "watching"


def test_what_was_watched_of_a_twin_belongs_to_the_title_that_is_kept(alice: Browser, shelf: Shelf) -> None:
    gone, kept = shelf.films[0], shelf.films[1]
    same = "2020-05-01T20:15:00Z"
    for film in (gone, kept):
        watch(alice, f"movies/{film}", watchedAt=same)
    watch(alice, f"movies/{gone}", again=True)
    say(seated("bob"), f"movies/{gone}", "planned")
    heard()

    with deed():
        events.append(TitlesJoined(kept=kept, gone=gone))
    heard()

    assert [item["title"]["id"] for item in history(alice)] == [kept, kept]
    assert (standing(alice, f"movies/{kept}")["viewings"], standing(alice, f"movies/{gone}")["viewings"]) == (2, 0)
    assert standing(seated("bob"), f"movies/{kept}")["status"] == "planned"


# --- many at once ---


def at_once(works: list[Callable[[], object]]) -> None:
    """Run each in a thread, started together. Raises what one of them raised."""
    together = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> None:
        try:
            together.wait(10)
            work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        for one in [pool.submit(run, work) for work in works]:
            one.result()


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_mark_the_same_at_once_make_one_viewing(alice: Browser) -> None:
    show = Title.objects.get(pk=serial({1: [days(-9), days(-8)]}))
    user = User.objects.get(username="alice").pk
    when = timezone.now() - timedelta(hours=1)

    at_once([lambda: actions.watch(user, show, What(1, 1))] * 4)
    at_once([lambda: actions.watch(user, show, What(1, 2), watched_at=when, again=True)] * 4)
    at_once([lambda: actions.set_progress(user, show, What(1, 2), Point(1400, 1500))] * 4)

    viewings = Viewing.objects.values_list("episode", flat=True).order_by("id")
    assert list(viewings) == [1, 2, 2]  # the player's evening is another one
    row = Standing.objects.get()
    assert (row.viewings, row.again, row.seen, row.status) == (3, 1, 2, "watched")


@pytest.mark.django_db(transaction=True)
def test_marking_and_taking_back_at_once_leave_what_was_counted_right(alice: Browser) -> None:
    show = Title.objects.get(pk=serial({1: [days(-9), days(-8), days(-7)]}))
    user = User.objects.get(username="alice").pk

    at_once(
        [
            lambda: actions.watch(user, show, What()),
            lambda: actions.unwatch(user, show, What(1, 1)),
            lambda: actions.watch(user, show, What(1, 3)),
            lambda: actions.unwatch(user, show, What(1)),
        ]
    )

    row = Standing.objects.get()
    assert row.viewings == row.seen == Viewing.objects.count()
