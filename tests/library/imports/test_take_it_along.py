"""Exports: the whole library in our own format, and tables for others."""

import csv
import io
from typing import Any

import pytest
from django.http import StreamingHttpResponse

from matinee.library.models import Opinion, Progress, Review, Standing, Viewing, Watchlist
from tests.accounts.cast import Browser, refused, said, seated
from tests.library.imports.bringing import apply, bring, counts, library
from tests.library.imports.test_bring_a_library import everything
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def exported(browser: Browser, name: str) -> bytes:
    response = browser.get(f"/exports/{name}")
    assert response.status_code == 200
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert isinstance(response, StreamingHttpResponse)
    return b"".join(response)


def kept(username: str) -> dict[str, Any]:
    """All that somebody has, without numbers of rows."""
    of_them = {"user__username": username}
    return {
        "opinions": sorted(
            Opinion.objects.filter(**of_them).values_list(
                "title", "loved_at", "rating", "rated_at", "notes", "dismissed_at"
            ),
            key=str,
        ),
        "viewings": sorted(
            Viewing.objects.filter(**of_them).values_list("title", "season", "episode", "watched_at", "minutes"),
            key=str,
        ),
        "standings": sorted(
            Standing.objects.filter(**of_them)
            .exclude(status="")
            .values_list("title", "status", "viewings", "again", "seen", "aired", "next", "last_at"),
            key=str,
        ),
        "progress": sorted(
            Progress.objects.filter(**of_them).values_list("title", "season", "episode", "seconds", "duration"), key=str
        ),
        "lists": sorted(
            (
                row.name,
                row.description,
                row.link is not None,
                list(row.items.order_by("position").values_list("title", "position", "note", "added_at")),
            )
            for row in Watchlist.objects.filter(owner__username=username, deleted_at=None)
        ),
        "reviews": sorted(
            Review.objects.filter(**of_them, removed_at=None).values_list("title", "text", "spoiler", "created_at"),
            key=str,
        ),
    }


@pytest.fixture
def full(alice: Browser, shelf: Shelf) -> Browser:
    """Alice, with something of everything."""
    apply(alice, bring(alice, "mine.json", everything(shelf)))
    films, shows = shelf.films, shelf.shows
    address = f"/watchlists/{said(alice.post('/watchlists', {'name': 'Empty', 'public': True}))['id']}"
    alice.send("PUT", f"{address}/items/tv/{shows[2]}", {"note": "Tonight"})
    alice.send("PATCH", f"/me/opinions/movies/{films[3]}", {"rating": 0, "dismissed": True})
    alice.post("/me/history", {"title": films[0]})
    # Seen, and dropped all the same; seen whole.
    apply(alice, bring(alice, "more.json", library(*_more(shelf))))
    Progress.objects.update(duration=4_321)  # as the player said, whatever the catalogue says
    return alice


def _more(shelf: Shelf) -> list[object]:
    from tests.library.imports.bringing import entry

    return [
        entry(shelf.films[4], watched={"at": "2020-02-02T20:00:00Z"}),
        entry(shelf.films[4], watched={"at": "2020-02-03T20:00:00Z", "rewatch": True}),
        entry(shelf.films[4], status="dropped", at="2020-02-03T20:00:00Z"),
    ]


def test_a_library_goes_to_another_person_and_is_the_same(full: Browser) -> None:
    before = kept("alice")
    assert all(before.values())
    bob = seated("bob")

    told = apply(bob, bring(bob, "matinee.json", exported(full, "matinee.json")))

    assert set(counts(told)) <= {"applied", "there"}
    assert kept("bob") == before
    assert kept("alice") == before


def test_ones_own_export_adds_nothing(full: Browser) -> None:
    told = said(full.get(bring(full, "matinee.json", exported(full, "matinee.json"))))
    assert set(counts(told)) == {"there"}


def test_the_forms_are_listed(alice: Browser) -> None:
    forms = said(alice.get("/exports"))["items"]
    assert [(form["name"], form["whole"]) for form in forms] == [
        ("matinee.json", True),
        ("letterboxd.csv", False),
        ("imdb.csv", False),
    ]
    refused(alice.get("/exports/soup.csv"), 404, "there are matinee.json, letterboxd.csv, imdb.csv")


def test_tables_have_what_others_take(full: Browser, shelf: Shelf) -> None:
    films = list(csv.DictReader(io.StringIO(exported(full, "letterboxd.csv").decode())))
    rated = [row for row in films if row["Title"] == "Reel 0" and row["Rating"]]
    assert [row["Rating"] for row in rated] == ["4.5"]
    assert {row["WatchedDate"] for row in films if row["Title"] == "Reel 4"} == {"2020-02-02", "2020-02-03"}
    ratings = list(csv.DictReader(io.StringIO(exported(full, "imdb.csv").decode())))
    assert {(row["Const"], row["Your Rating"]) for row in ratings} == {("tt9000000", "9"), ("tt9000006", "1")}


def test_an_empty_library_is_a_file_too(alice: Browser) -> None:
    text = exported(alice, "matinee.json")
    assert counts(said(alice.get(bring(alice, "matinee.json", text)))) == {}
