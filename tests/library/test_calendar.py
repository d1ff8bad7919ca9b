"""The calendar of what airs and comes out, as a page and as a feed with a secret address."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from matinee.accounts.models import User
from matinee.catalog.models import Title
from matinee.core.limits import Limit
from matinee.core.logs import redact
from matinee.library.api import calendars
from matinee.library.models import CalendarLink
from tests.accounts.cast import Browser, Visitor, refused, seated
from tests.library.series import days, done, serial, watch
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def calendar(browser: Browser, first: int = -10, last: int = 40) -> list[tuple[date, int, str | None]]:
    """Day, title and episode of what is in it, between so many days from today."""
    told = done(browser.get(f"/me/calendar?from={days(first)}&to={days(last)}"))
    assert {item["titleId"] for item in told["items"]} == {title["id"] for title in told["titles"]}
    return [
        (
            date.fromisoformat(item["on"]),
            item["titleId"],
            item["episode"] and f"{item['episode']['season']}x{item['episode']['number']:02}",
        )
        for item in told["items"]
    ]


def released(title: int, on: date) -> int:
    Title.objects.filter(pk=title).update(released_on=on)
    return title


def made(browser: Browser) -> str:
    """A new secret address."""
    address = done(browser.post("/me/calendar/link"), 201)["address"]
    match = re.fullmatch(r"http://[^/]+(/api/v1/calendar/[\w-]{43}\.ics)", address)
    assert match
    return match[1]


def events(response: HttpResponse) -> list[Any]:
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_episodes_of_what_is_followed_and_releases_of_what_is_planned_or_loved(alice: Browser, shelf: Shelf) -> None:
    watching = serial({1: [days(-9), days(5)]}, "Watching")
    planned = serial({1: [days(7)]}, "Planned")
    loved = serial({1: [days(6)]}, "Loved")
    serial({1: [days(6)]}, "Stranger")
    film, dear = released(shelf.films[0], days(3)), released(shelf.films[1], days(30))
    released(shelf.films[2], days(4))
    watch(alice, f"tv/{watching}", season=1, episode=1)
    for place in (f"tv/{planned}", f"movies/{film}"):
        alice.send("PUT", f"/me/standings/{place}", {"status": "planned"})
    for place in (f"tv/{loved}", f"movies/{dear}"):
        alice.send("PUT", f"/me/favorites/{place}", {})

    assert calendar(alice) == [
        (days(-9), watching, "1x01"),
        (days(3), film, None),
        (days(5), watching, "1x02"),
        (days(6), loved, "1x01"),
        (days(7), planned, "1x01"),
        (days(30), dear, None),
    ]
    assert calendar(alice, 4, 6) == [(days(5), watching, "1x02"), (days(6), loved, "1x01")]
    assert calendar(seated("bob")) == []


def test_what_was_dropped_is_not_in_it_even_when_it_is_loved(alice: Browser) -> None:
    show = serial({1: [days(5)]})
    alice.send("PUT", f"/me/favorites/tv/{show}", {})
    alice.send("PUT", f"/me/standings/tv/{show}", {"status": "dropped"})
    assert calendar(alice) == []


def test_it_tells_what_has_been_seen(alice: Browser) -> None:
    show = serial({1: [days(-9), days(-2)]})
    watch(alice, f"tv/{show}", season=1, episode=1)
    items = done(alice.get(f"/me/calendar?from={days(-10)}&to={days(0)}"))["items"]
    assert [item["seen"] for item in items] == [True, False]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "from"),
        ("?from=2024-01-01", "to"),
        ("?from=2024-01-02&to=2024-01-01", "earlier"),
        ("?from=2024-01-01&to=2025-01-02", "year"),
        ("?from=soon&to=2024-01-01", "from"),
        ("?from=2024-02-30&to=2024-03-01", "from"),
    ],
)
def test_days_that_make_no_calendar_are_refused(alice: Browser, query: str, field: str) -> None:
    refused(alice.get(f"/me/calendar{query}"), 400, field)


def test_it_costs_as_many_statements_whatever_its_length(alice: Browser) -> None:
    first = serial({1: [days(1)]}, "First")
    alice.send("PUT", f"/me/standings/tv/{first}", {"status": "planned"})
    with CaptureQueriesContext(connection) as short:
        assert len(calendar(alice)) == 1
    for number in range(5):
        show = serial({1: [days(one) for one in range(30)]}, f"Another {number}")
        alice.send("PUT", f"/me/standings/tv/{show}", {"status": "planned"})
    with CaptureQueriesContext(connection) as long:
        assert len(calendar(alice)) == 151
    assert len(short) == len(long) <= 8


# --- the feed ---


def test_a_calendar_program_reads_it_without_signing_in(alice: Browser, shelf: Shelf) -> None:
    show = serial({1: [days(-9), days(5)]})
    watch(alice, f"tv/{show}", season=1, episode=1)
    film = released(shelf.films[0], days(3))
    alice.send("PUT", f"/me/standings/movies/{film}", {"status": "planned"})
    address = made(alice)

    old, premiere, new = sorted(events(Visitor().get(address)), key=lambda event: event["DTSTART"].dt)

    assert (new["SUMMARY"], new["DTSTART"].dt, new["DTEND"].dt) == ("The Loft 1x02: Part 1.2", days(5), days(6))
    assert (new["UID"], premiere["UID"]) == (f"{show}-1x02@matinee", f"{film}-film@matinee")
    assert str(new["URL"]).endswith(f"/tv/{show}/seasons/1")
    assert (premiere["SUMMARY"], premiere["TRANSP"]) == ("Reel 0", "TRANSPARENT")
    assert old["DTSTAMP"].dt == new["DTSTAMP"].dt


def test_what_has_not_changed_is_not_sent_again(alice: Browser) -> None:
    show = serial({1: [days(-9), days(5)]})
    watch(alice, f"tv/{show}")
    address = made(alice)
    first = Visitor().get(address)

    again = Visitor().get(address, If_None_Match=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert Visitor().get(address)["ETag"] == first["ETag"]

    alice.send("PUT", f"/me/standings/tv/{show}", {"status": "dropped"})
    assert events(Visitor().get(address, If_None_Match=first["ETag"])) == []


def test_an_address_is_shown_once_made_anew_and_taken_away(alice: Browser) -> None:
    assert done(alice.get("/me/calendar/link")) == {"madeAt": None}
    first = made(alice)
    told = done(alice.get("/me/calendar/link"))
    assert set(told) == {"madeAt"}
    assert told["madeAt"]
    secret = first.rsplit("/", 1)[1].removesuffix(".ics")
    assert secret not in str(CalendarLink.objects.values_list().get())

    second = made(alice)
    refused(Visitor().get(first), 404)
    assert events(Visitor().get(second)) == []

    for _ in "twice":
        assert alice.send("DELETE", "/me/calendar/link").status_code == 204
    refused(Visitor().get(second), 404)


def test_it_is_the_calendar_of_a_person_with_their_age_and_language(alice: Browser) -> None:
    show = serial({1: [days(5)]})
    alice.send("PUT", f"/me/standings/tv/{show}", {"status": "planned"})
    address = made(alice)
    Title.objects.filter(pk=show).update(minimum_age=16)
    user = User.objects.filter(username="alice")

    user.update(age_cap=12, language="de")
    assert events(Visitor().get(address)) == []
    user.update(age_cap=16)
    assert len(events(Visitor().get(address))) == 1
    user.update(is_active=False)
    refused(Visitor().get(address), 404)


def test_an_address_is_asked_so_many_times_an_hour(alice: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendars, "_FEED", Limit(2, 3600))
    address = made(alice)
    for _ in range(2):
        assert Visitor().get(address).status_code == 200
    refused(Visitor().get(address), 429)


def test_the_secret_is_in_no_line_of_the_log() -> None:
    line = redact(
        "GET /api/v1/calendar/6YxDJ0R7kPpZ_-a.ics 200; There is nothing at /api/v1/calendar/6YxDJ0R7kPpZ_-a.x"
    )
    assert "6YxDJ0R7" not in line
    assert line.startswith("GET /api/v1/calendar/[hidden] 200")
