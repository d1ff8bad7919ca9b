"""What somebody has watched and rated, in numbers."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.catalog.models import Credit, Person, Title
from matinee.core import delivery
from matinee.library.models import ScreenDay, Screened
from matinee.library.queries.statistics.days import Streak, current, longest, streaks
from tests.accounts.cast import Browser, refused, said, seated
from tests.delivering import deliver
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def watch(browser: Browser, noun: str, title: int, day: str, **what: object) -> dict[str, Any]:
    response = browser.post(f"/me/viewings/{noun}/{title}", {"watchedAt": f"{day}T20:00:00Z", "again": True, **what})
    assert response.status_code == 200, response.content
    return said(response)


def stats(browser: Browser, query: str = "") -> dict[str, Any]:
    deliver()
    return said(browser.get(f"/me/stats{query}"))


def counted() -> tuple[list[Any], list[Any]]:
    """All that the events made, but what came to nothing."""
    deliver()
    titles = Screened.objects.exclude(times=0, minutes=0).order_by("user", "title", "year")
    days = ScreenDay.objects.exclude(films=0, episodes=0, minutes=0).order_by("user", "day")
    return (
        list(titles.values_list("user", "title", "year", "times", "minutes")),
        list(days.values_list("user", "day", "films", "episodes", "minutes")),
    )


def test_films_episodes_and_minutes_are_counted_for_all_time_and_by_year(alice: Browser, shelf: Shelf) -> None:
    film, show = shelf.films[0], shelf.shows[0]
    watch(alice, "movies", film, "2024-05-01")
    watch(alice, "movies", film, "2025-05-01")
    watch(alice, "tv", show, "2025-05-02", season=1, episode=1)

    found = stats(alice)
    assert (found["films"], found["filmViewings"], found["shows"], found["episodes"]) == (1, 2, 1, 1)
    assert (found["years"], found["daysWatched"]) == ([2025, 2024], 3)
    assert [(one["month"], one["films"], one["episodes"]) for one in found["months"]] == [
        ("2024-05", 1, 0),
        ("2025-05", 1, 1),
    ]
    assert found["longestStreak"] == {"first": "2025-05-01", "last": "2025-05-02", "days": 2}
    assert found["currentStreak"] is None
    assert found["filmMinutes"] == sum(one["minutes"] for one in found["mostWatched"] if one["title"]["id"] == film)

    in_2024 = stats(alice, "?year=2024")
    assert (in_2024["filmViewings"], in_2024["episodes"], in_2024["daysWatched"]) == (1, 0, 1)
    assert stats(seated("bob"))["films"] == 0


def test_what_was_watched_is_told_by_genre_decade_language_country_and_people(alice: Browser, shelf: Shelf) -> None:
    somebody = Person.objects.get(name="Somebody 0")
    for number, film in enumerate(shelf.films[:3]):
        watch(alice, "movies", film, "2025-01-01")
        Title.objects.filter(pk=film).update(metadata={"countries": ["DE", "FR"] if number == 0 else ["DE"]})
        Credit.objects.create(title_id=film, person=somebody, kind=Credit.Kind.CREW, job="Director")

    found = stats(alice)

    assert sum(one["titles"] for one in found["genres"]) == 6  # each of the films has two
    assert all(one["name"] and one["key"] for one in found["genres"])
    assert found["decades"] == [{"key": "1920", "titles": 3, "minutes": found["filmMinutes"]}]
    assert [(one["key"], one["titles"]) for one in found["languages"]] == [("de", 3)]
    assert [(one["person"]["name"], one["titles"]) for one in found["directors"]] == [("Somebody 0", 3)]
    assert (found["cast"][0]["titles"], len(found["cast"])) == (3, 5)  # the leading ones
    assert [(one["key"], one["titles"]) for one in found["countries"]] == [("DE", 3), ("FR", 1)]


def test_ratings_make_a_histogram(alice: Browser, shelf: Shelf) -> None:
    for film, rating in zip(shelf.films, (8.5, 8.5, 3, 0), strict=False):
        alice.send("PATCH", f"/me/opinions/movies/{film}", {"rating": rating})

    found = stats(alice)

    assert (len(found["ratings"]), sum(found["ratings"])) == (21, 4)
    assert (found["ratings"][17], found["ratings"][6], found["ratings"][0]) == (2, 1, 1)
    assert found["averageRating"] == 5
    assert found["bestRated"][0]["rating"] == 8.5


def test_what_is_taken_back_counts_no_more(alice: Browser, shelf: Shelf) -> None:
    watch(alice, "movies", shelf.films[0], "2025-01-01")
    alice.send("DELETE", f"/me/viewings/movies/{shelf.films[0]}")

    found = stats(alice)
    assert (found["films"], found["filmMinutes"], found["months"], found["mostWatched"]) == (0, 0, [], [])


@pytest.mark.parametrize("seed", range(3))
def test_heard_again_everything_counts_the_same(alice: Browser, shelf: Shelf, seed: int) -> None:
    chance, browsers = random.Random(seed), [alice, seated("bob")]
    for _ in range(25):
        browser, day = chance.choice(browsers), f"202{chance.randrange(6)}-03-0{chance.randrange(1, 5)}"
        match chance.randrange(4):
            case 0:
                watch(browser, "movies", chance.choice(shelf.films), day)
            case 1:
                watch(browser, "tv", shelf.shows[0], day, season=chance.randrange(1, 3))
            case 2:
                browser.send("DELETE", f"/me/viewings/movies/{chance.choice(shelf.films)}")
            case 3:
                browser.send("DELETE", f"/me/viewings/tv/{shelf.shows[0]}?season=1&episode={chance.randrange(1, 7)}")
    live = counted()
    assert live[0]

    delivery.replay("statistics", 1)
    assert not Screened.objects.exists()

    assert counted() == live


def test_the_page_costs_as_many_statements_whatever_was_watched(alice: Browser, shelf: Shelf) -> None:
    watch(alice, "movies", shelf.films[0], "2025-01-01")
    stats(alice)
    with CaptureQueriesContext(connection) as short:
        alice.get("/me/stats")
    for number, film in enumerate(shelf.films):
        watch(alice, "movies", film, f"2025-02-0{number + 1}")
        watch(alice, "tv", shelf.shows[0], f"2025-03-0{number + 1}", season=number + 1)
    deliver()
    with CaptureQueriesContext(connection) as long:
        alice.get("/me/stats")
    assert len(short) == len(long) <= 32


def test_nonsense_is_refused(alice: Browser) -> None:
    refused(alice.get("/me/stats?year=soup"), 400, "year")
    refused(alice.get("/me/stats?year=1500"), 400, "year")


def days(*numbers: int) -> list[date]:
    return [date(2026, 2, 27) + timedelta(days=number) for number in numbers]


def test_streaks_go_over_the_end_of_a_month_and_break_at_a_day_without() -> None:
    found = streaks(days(0, 1, 2, 5, 6))
    assert found == [Streak(*days(0, 2)), Streak(*days(5, 6))]
    assert longest(found) == found[0]
    assert longest([]) is None
    assert current(found, days(6)[0]) == current(found, days(7)[0]) == found[1]
    assert current(found, days(8)[0]) is None


def test_a_day_is_one_of_utc(alice: Browser, shelf: Shelf) -> None:
    late = datetime(2025, 1, 1, 1, 30, tzinfo=UTC).isoformat().replace("+00:00", "+05:00")  # the evening before, UTC
    alice.post(f"/me/viewings/movies/{shelf.films[0]}", {"watchedAt": late})
    assert stats(alice)["years"] == [2024]
