"""What to go on with: films begun, the next episode of each show, what was watched last first."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from matinee.accounts.models import User
from matinee.catalog.models import Season, Title
from matinee.library.models import Progress, Standing
from tests.accounts.cast import Browser, refused, seated
from tests.library.series import days, done, serial, watch
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def next_up(browser: Browser, query: str = "") -> list[tuple[int, str | None, int | None]]:
    """Of each: the title, the episode, and how far into it."""
    items = done(browser.get(f"/me/next-up{query}"))["items"]
    return [
        (
            item["title"]["id"],
            item["episode"] and f"{item['episode']['season']}x{item['episode']['number']:02}",
            item["progress"] and item["progress"]["seconds"],
        )
        for item in items
    ]


def test_the_next_unseen_episodes_come_with_the_latest_watched_first(alice: Browser) -> None:
    one = serial({1: [days(-9), days(-8), days(-7)]}, "One")
    two = serial({1: [days(-9)], 2: [days(-8)]}, "Two")
    watch(alice, f"tv/{two}", season=1)
    watch(alice, f"tv/{one}", season=1, episode=2)
    assert next_up(alice) == [(one, "1x03", None), (two, "2x01", None)]

    watch(alice, f"tv/{two}", season=1, again=True)
    assert next_up(alice) == [(two, "2x01", None), (one, "1x03", None)]
    assert next_up(alice, "?limit=1") == [(two, "2x01", None)]


def test_what_has_not_aired_what_is_finished_dropped_or_only_planned_is_not_next(alice: Browser) -> None:
    soon = serial({1: [days(-9), days(1)]}, "Soon")
    over = serial({1: [days(-9)]}, "Over")
    dropped = serial({1: [days(-9), days(-8)]}, "Dropped")
    planned = serial({0: [days(-9)], 1: [days(-9)]}, "Planned")
    for show in (soon, over, dropped):
        watch(alice, f"tv/{show}", season=1, episode=1)
    alice.send("PUT", f"/me/standings/tv/{dropped}", {"status": "dropped"})
    alice.send("PUT", f"/me/standings/tv/{planned}", {"status": "planned"})
    assert next_up(alice) == []

    alice.send("PUT", f"/me/standings/tv/{dropped}", {"status": "watching"})
    alice.send("PUT", f"/me/standings/tv/{planned}", {"status": "watching"})
    assert sorted(next_up(alice)) == sorted([(dropped, "1x02", None), (planned, "1x01", None)])


def test_films_and_episodes_that_were_begun_are_gone_on_with(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    show = serial({1: [days(-9), days(-8), days(-7)]})
    watch(alice, f"tv/{show}", season=1, episode=1)
    alice.send("PUT", f"/me/progress/tv/{show}", {"season": 1, "episode": 3, "seconds": 60, "duration": 1500})
    alice.send("PUT", f"/me/progress/movies/{film}", {"seconds": 900, "duration": 3600})

    assert next_up(alice) == [(film, None, 900), (show, "1x03", 60)]

    watch(alice, f"movies/{film}")
    watch(alice, f"tv/{show}", season=1, episode=3)
    assert next_up(alice) == [(show, "1x02", None)]


def test_an_episode_that_the_catalogue_has_no_more_is_not_gone_on_with(alice: Browser) -> None:
    show = serial({1: [days(-9), days(-8)]})
    alice.send("PUT", f"/me/progress/tv/{show}", {"season": 1, "episode": 2, "seconds": 60, "duration": 1500})
    Season.objects.get(title=show).episodes.filter(number=2).delete()
    assert next_up(alice) == [(show, "1x01", None)]


def test_each_has_their_own_and_what_is_above_their_age_is_not_there(alice: Browser, shelf: Shelf) -> None:
    alice.send("PUT", f"/me/progress/movies/{shelf.films[0]}", {"seconds": 900, "duration": 3600})
    assert next_up(seated("bob")) == []
    Title.objects.filter(pk=shelf.films[0]).update(minimum_age=18)
    User.objects.filter(username="alice").update(age_cap=12)
    assert next_up(alice) == []


def test_it_costs_as_many_statements_whatever_its_length(alice: Browser, shelf: Shelf) -> None:
    shows = [serial({1: [days(-9), days(-8)]}, f"Show {number}") for number in range(9)]

    def begin(show: int, film: int) -> None:
        watch(alice, f"tv/{show}", season=1, episode=1)
        alice.send("PUT", f"/me/progress/movies/{film}", {"seconds": 900, "duration": 3600})

    begin(shows[0], shelf.films[0])
    with CaptureQueriesContext(connection) as short:
        assert len(next_up(alice)) == 2
    for number, show in enumerate(shows[1:]):
        begin(show, shelf.films[number % 6])
    with CaptureQueriesContext(connection) as long:
        assert len(next_up(alice)) == 15
    assert len(short) == len(long) <= 8


def test_the_listings_are_read_by_an_index_and_not_sorted(alice: Browser) -> None:
    user = User.objects.get(username="alice")
    now = timezone.now()
    titles = Title.objects.bulk_create(
        Title(kind="movie", name=f"Film {number}", original_name="", language="en") for number in range(300)
    )
    Standing.objects.bulk_create(
        Standing(user=user, title=title, status="planned", last_at=now - timedelta(hours=number))
        for number, title in enumerate(titles)
    )
    Progress.objects.bulk_create(
        Progress(user=user, title=title, seconds=1, duration=9, updated_at=now - timedelta(hours=number))
        for number, title in enumerate(titles)
    )
    if connection.vendor == "postgresql":
        pytest.skip("its planner reads a small table whole, whatever the index")
    planned = Standing.objects.filter(user=user, status="planned").order_by("-last_at", "-id")[:40].explain()
    begun = Progress.objects.filter(user=user).order_by("-updated_at", "-id")[:20].explain()
    waiting = Standing.objects.filter(user=user, status="watching", next__isnull=False).order_by("-last_at", "-id")
    for plan, index in (
        (planned, "standing_newest"),
        (begun, "progress_newest"),
        (waiting[:20].explain(), "standing_next_up"),
    ):
        assert index in plan, plan
        assert "TEMP B-TREE" not in plan, plan


def test_a_limit_is_from_1_to_40(alice: Browser) -> None:
    for limit in (0, 41, "many"):
        refused(alice.get(f"/me/next-up?limit={limit}"), 400, "limit")
