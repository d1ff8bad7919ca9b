"""Undoing an import takes back what it has made, and leaves what people have changed since."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.library.actions import importing
from matinee.library.actions.importing import applying
from matinee.library.models import (
    ImportRow,
    Opinion,
    Progress,
    Review,
    Standing,
    Viewing,
    Watchlist,
    WatchlistItem,
    WatchlistMember,
)
from tests.accounts.cast import Browser, said, seated
from tests.library.imports.bringing import apply, bring, counts, entry, library, rows, undo
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

AT = "2021-05-04T20:15:00+00:00"
CHANGED = "You have changed the list since, so it stays"
MORE = "There is more in the list by now, so it stays"
REORDERED = "The list has been put into another order since, so it stays in it"


def do(browser: Browser, method: str, path: str, body: object = None) -> Any:
    response = browser.send(method, path, body)
    assert response.status_code < 300, response.content
    return said(response) if response.content else None


def silent(shelf: Shelf, films: int = 2, **head: object) -> str:
    """A list with that many titles, the first with a note."""
    return library(
        {"list": {"name": "Silent", "description": "Hush", **head}},
        entry(shelf.films[0], listed={"name": "Silent", "position": 1, "notes": "First"}, at=AT),
        *(entry(film, listed={"name": "Silent"}, at=AT) for film in shelf.films[1:films]),
    )


def brought(browser: Browser, text: str) -> str:
    """The address of an import that is applied."""
    address = bring(browser, "mine.json", text)
    apply(browser, address)
    return address


def the_list() -> str:
    return f"/watchlists/{Watchlist.objects.get().pk}"


def sentences(browser: Browser, address: str) -> dict[int, str]:
    """By line, of what was changed since."""
    return {row["line"]: row["sentence"] for row in rows(browser, address, "kept")}


# --- lists ---


def test_a_list_that_has_become_ones_own_stays(alice: Browser, shelf: Shelf) -> None:
    address, there = brought(alice, silent(shelf)), the_list()
    link = do(alice, "PATCH", there, {"name": "My own noir", "description": "Dark", "public": True})["link"]
    do(alice, "POST", f"{there}/members", {"username": "bob", "mayEdit": False})
    do(seated("bob"), "PUT", f"{there}/membership")
    do(alice, "PATCH", f"{there}/items/{shelf.films[1]}", {"note": "Seen twice"})

    told = undo(alice, address)

    assert sentences(alice, address) == {1: CHANGED, 3: "Its note in the list has been changed since"}
    assert counts(told) == {"undone": 1, "kept": 2}
    stays = do(alice, "GET", there)
    assert (stays["name"], stays["description"], stays["link"]) == ("My own noir", "Dark", link)
    assert [(item["title"]["id"], item["note"]) for item in stays["items"]] == [(shelf.films[1], "Seen twice")]
    assert WatchlistMember.objects.get().joined_at is not None


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PATCH", "", {"name": "Loud"}),
        ("PATCH", "", {"description": "Hush!"}),
        ("PATCH", "", {"public": True}),
        ("POST", "/members", {"username": "bob", "mayEdit": False}),
    ],
    ids=["name", "description", "published", "invitation"],
)
def test_one_change_to_a_list_is_enough(
    alice: Browser, shelf: Shelf, method: str, path: str, body: dict[str, object]
) -> None:
    address = brought(alice, silent(shelf))
    do(alice, method, f"{the_list()}{path}", body)
    undo(alice, address)
    assert sentences(alice, address) == {1: CHANGED}
    assert do(alice, "GET", the_list())["items"] == []


@pytest.mark.parametrize("last", [False, True], ids=["withdrawn", "published anew"])
def test_a_list_that_was_public_and_is_so_no_more_or_elsewhere_stays(alice: Browser, shelf: Shelf, last: bool) -> None:
    address = brought(alice, silent(shelf, public=True))
    do(alice, "PATCH", the_list(), {"public": False})
    if last:
        do(alice, "PATCH", the_list(), {"public": True})
    undo(alice, address)
    assert sentences(alice, address) == {1: CHANGED}
    assert (Watchlist.objects.get(deleted_at=None).link is not None) is last


def test_a_public_list_that_nobody_has_changed_goes(alice: Browser, shelf: Shelf) -> None:
    address, there = brought(alice, silent(shelf, public=True)), the_list()
    assert counts(undo(alice, address)) == {"undone": 3}
    assert alice.get(there).status_code == 404


def test_a_list_made_for_a_title_goes_when_nobody_has_changed_it_and_else_stays(alice: Browser, shelf: Shelf) -> None:
    text = library(*(entry(shelf.films[0], listed={"name": name}) for name in ("Silent", "Loud")))
    address = brought(alice, text)
    do(alice, "PATCH", f"/watchlists/{Watchlist.objects.get(name='Loud').pk}", {"description": "Bang"})
    undo(alice, address)
    assert sentences(alice, address) == {2: CHANGED}
    assert Watchlist.objects.get(deleted_at=None).name == "Loud"


def test_what_another_has_noted_on_a_title_of_a_shared_list_stays(alice: Browser, shelf: Shelf) -> None:
    bob = seated("bob")
    there = f"/watchlists/{do(bob, 'POST', '/watchlists', {'name': 'Silent'})['id']}"
    do(bob, "POST", f"{there}/members", {"username": "alice", "mayEdit": True})
    do(alice, "PUT", f"{there}/membership")
    address = brought(bob, silent(shelf))
    do(alice, "PATCH", f"{there}/items/{shelf.films[0]}", {"note": "My favourite"})

    undo(bob, address)

    assert sentences(bob, address) == {2: "Its note in the list has been changed since"}
    assert list(WatchlistItem.objects.values_list("title_id", "note")) == [(shelf.films[0], "My favourite")]


@pytest.mark.parametrize("note", ["", "Mine"])
def test_a_title_that_was_put_in_again_stays(alice: Browser, shelf: Shelf, note: str) -> None:
    address, there = brought(alice, silent(shelf)), the_list()
    do(alice, "DELETE", f"{there}/items/{shelf.films[1]}")
    do(alice, "PUT", f"{there}/items/movies/{shelf.films[1]}", {"note": note})

    undo(alice, address)

    assert sentences(alice, address) == {1: MORE, 3: "It was taken out of the list and put in again since"}
    assert list(WatchlistItem.objects.values_list("title_id", "note")) == [(shelf.films[1], note)]


def test_a_title_that_a_later_import_has_put_in_again_is_that_ones(alice: Browser, shelf: Shelf) -> None:
    first, there = brought(alice, silent(shelf)), the_list()
    do(alice, "DELETE", f"{there}/items/{shelf.films[1]}")
    second = brought(alice, silent(shelf))

    undo(alice, first)
    assert sentences(alice, first) == {1: MORE, 3: "It was taken out of the list and put in again since"}
    assert list(WatchlistItem.objects.values_list("title_id", flat=True)) == [shelf.films[1]]

    assert counts(undo(alice, second)) == {"there": 2, "undone": 1}
    assert not WatchlistItem.objects.exists()


@pytest.mark.parametrize("at_once", [1, 2, 100])
@pytest.mark.parametrize(("film", "position"), [(3, 0), (0, 3), (1, 2)])
def test_a_title_that_was_moved_stays_and_so_do_those_that_it_has_passed(
    alice: Browser, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, at_once: int, film: int, position: int
) -> None:
    monkeypatch.setattr(applying, "AT_ONCE", at_once)
    address, there = brought(alice, silent(shelf, films=4)), the_list()
    do(alice, "PATCH", f"{there}/items/{shelf.films[film]}", {"position": position})
    order = list(WatchlistItem.objects.order_by("position").values_list("title_id", flat=True))

    undo(alice, address)

    kept = sentences(alice, address)
    left = list(WatchlistItem.objects.order_by("position").values_list("title_id", flat=True))
    assert shelf.films[film] in left
    assert left == [one for one in order if one in left]
    assert kept[1] == MORE
    assert {kept[line] for line in kept if line > 1} == {REORDERED}
    assert len(left) == len(kept) - 1


def test_a_title_that_somebody_puts_between_the_others_is_no_other_order(alice: Browser, shelf: Shelf) -> None:
    address, there = brought(alice, silent(shelf)), the_list()
    do(alice, "PUT", f"{there}/items/movies/{shelf.films[3]}", {"position": 0})
    undo(alice, address)
    assert sentences(alice, address) == {1: MORE}
    assert list(WatchlistItem.objects.values_list("title_id", "position")) == [(shelf.films[3], 0)]


def test_the_order_that_a_list_had_before_is_no_change(alice: Browser, shelf: Shelf) -> None:
    there = f"/watchlists/{do(alice, 'POST', '/watchlists', {'name': 'Silent'})['id']}"
    for film in shelf.films[3:6]:
        do(alice, "PUT", f"{there}/items/movies/{film}", {"position": 0})
    address = brought(alice, silent(shelf))
    assert counts(undo(alice, address)) == {"there": 1, "undone": 2}
    left = list(WatchlistItem.objects.order_by("position").values_list("title_id", flat=True))
    assert left == shelf.films[5:2:-1]


def test_undoing_many_titles_of_a_list_costs_as_much_as_undoing_one(alice: Browser, shelf: Shelf) -> None:
    def cost(films: int) -> int:
        address = brought(alice, silent(shelf, films=films))
        alice.post(f"{address}/undo")
        with CaptureQueriesContext(connection) as statements:
            importing.work_on_imports()
        assert counts(said(alice.get(address))) == {"undone": films + 1}
        # But for the events, one for each title, and the note that is remembered.
        return len([one for one in statements if "library_watchlist" in one["sql"]])

    assert cost(2) == cost(6)


# --- opinions, reviews, statuses and progress ---


@pytest.mark.parametrize(
    ("said_of_it", "gone", "anew", "called"),
    [
        ({"loved": True}, {"favorite": False}, {"favorite": True}, "favourite"),
        ({"dismissed": True}, {"dismissed": False}, {"dismissed": True}, "dismissal"),
        ({"rating": 8.5}, {"rating": None}, {"rating": 8.5}, "rating"),
    ],
    ids=["loved", "dismissed", "rated"],
)
@pytest.mark.parametrize("at", [{}, {"at": AT}, {"at": "2021-05-04"}], ids=["no time", "time", "day"])
def test_what_was_taken_away_and_said_anew_stays(
    alice: Browser,
    shelf: Shelf,
    said_of_it: dict[str, object],
    gone: dict[str, object],
    anew: dict[str, object],
    called: str,
    at: dict[str, object],
) -> None:
    film, other = shelf.films[:2]
    address = brought(alice, library(entry(film, **said_of_it, **at), entry(other, **said_of_it, **at)))
    do(alice, "PATCH", f"/me/opinions/movies/{film}", gone)
    do(alice, "PATCH", f"/me/opinions/movies/{film}", anew)

    undo(alice, address)

    assert sentences(alice, address) == {1: f"You have changed the {called} since"}
    held = Opinion.objects.exclude(rating=None, loved_at=None, dismissed_at=None)
    assert [row.title_id for row in held] == [film]


def test_a_review_whose_spoilers_alone_were_changed_stays(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    address = brought(alice, library(entry(film, review={"text": "The robot!", "spoilers": False}, at=AT)))
    do(alice, "PUT", f"/me/reviews/movies/{film}", {"text": "The robot!", "spoiler": True})
    undo(alice, address)
    assert sentences(alice, address) == {1: "You have changed the review since"}
    assert Review.objects.get(removed_at=None).spoiler


def test_a_review_that_was_removed_and_published_anew_stays(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    address = brought(alice, library(entry(film, review={"text": "The robot!"}, at=AT)))
    do(alice, "DELETE", f"/me/reviews/movies/{film}")
    do(alice, "PUT", f"/me/reviews/movies/{film}", {"text": "The robot!"})
    undo(alice, address)
    assert sentences(alice, address) == {1: "You have changed the review since"}
    assert Review.objects.filter(removed_at=None).count() == 1


@pytest.mark.parametrize("watched", [False, True])
@pytest.mark.parametrize("at", [{}, {"at": AT}], ids=["no time", "time"])
def test_a_status_that_was_set_anew_stays(
    alice: Browser, shelf: Shelf, monkeypatch: pytest.MonkeyPatch, at: dict[str, object], watched: bool
) -> None:
    monkeypatch.setattr(applying, "AT_ONCE", 1)
    first, second = shelf.shows[:2]
    episode = [entry(first, season=1, episode=1, watched={"at": AT})] if watched else []
    dropped = [entry(show, status="dropped", **at) for show in (first, second)]
    address = brought(alice, library(*dropped, *episode))
    for status in ("planned", "dropped"):
        do(alice, "PUT", f"/me/standings/tv/{first}", {"status": status})

    undo(alice, address)

    assert sentences(alice, address) == {1: "You have set this status yourself since"}
    assert dict(Standing.objects.values_list("title_id", "status")) == {first: "dropped", second: ""}


def test_a_show_that_somebody_has_watched_on_is_no_other_status(alice: Browser, shelf: Shelf) -> None:
    show = shelf.shows[0]
    address = brought(alice, library(entry(show, status="watching", at=AT)))
    do(alice, "POST", f"/me/viewings/tv/{show}", {"season": 1, "episode": 1})
    undo(alice, address)
    assert sentences(alice, address) == {}
    assert Standing.objects.get(title=show).status == "watching"


def test_progress_that_was_set_anew_stays(alice: Browser, shelf: Shelf) -> None:
    first, second = shelf.films[:2]
    address = brought(alice, library(*(entry(film, progress=60, at=AT) for film in (first, second))))
    for seconds in (90, 60):
        do(alice, "PUT", f"/me/progress/movies/{first}", {"seconds": seconds, "duration": 5000})
    undo(alice, address)
    assert sentences(alice, address) == {1: "You have watched on since"}
    assert [row.title_id for row in Progress.objects.all()] == [first]


def test_a_viewing_that_was_taken_out_and_put_in_again_stays(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    address = brought(alice, library(entry(film, watched={"at": AT})))
    do(alice, "POST", "/me/viewings/remove", {"ids": [Viewing.objects.get().pk]})
    do(alice, "POST", f"/me/viewings/movies/{film}", {"watchedAt": AT})
    undo(alice, address)
    assert sentences(alice, address) == {1: "You have taken this out of your history since"}
    assert Viewing.objects.get().title_id == film
    assert Standing.objects.get(title=film).status == "watched"


# --- imports that were applied before it was known what of a list they have made ---


def forget(*names: str) -> None:
    for row in ImportRow.objects.all():
        row.made = {name: value for name, value in row.made.items() if name not in names}
        row.save()


Change = Callable[[Browser, str, int], object]


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (lambda alice, there, film: None, {}),
        (lambda alice, there, film: do(alice, "PATCH", there, {"name": "Mine"}), {1: CHANGED}),
        (lambda alice, there, film: do(alice, "PATCH", there, {"public": False}), {1: CHANGED}),
        (
            lambda alice, there, film: do(alice, "PATCH", f"{there}/items/{film}", {"note": "Mine"}),
            {1: MORE, 2: "Its note in the list has been changed since"},
        ),
        (
            lambda alice, there, film: [
                do(alice, "DELETE", f"{there}/items/{film}"),
                do(alice, "PUT", f"{there}/items/movies/{film}", {"note": "First", "position": 0}),
            ],
            {1: MORE, 2: "It was taken out of the list and put in again since"},
        ),
    ],
    ids=["nothing", "name", "withdrawn", "note", "put in again"],
)
def test_an_older_import_is_undone_as_well(alice: Browser, shelf: Shelf, change: Change, left: dict[int, str]) -> None:
    address = brought(alice, silent(shelf, public=True))
    forget("place", "link")
    change(alice, the_list(), shelf.films[0])
    undo(alice, address)
    assert sentences(alice, address) == left
    assert Watchlist.objects.filter(deleted_at=None).exists() is bool(left)
