"""Lists: making them, putting titles in, and the order of those."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from matinee.accounts.actions import find_user
from matinee.accounts.models import User
from matinee.catalog.models import Title
from matinee.core.models import Event
from matinee.core.personal import everything_about
from matinee.library import actions
from matinee.library.models import Earlier, Watchlist, WatchlistItem
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.accounts.conftest import Later
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def told() -> list[str]:
    """The events of lists so far, oldest first."""
    return list(Event.objects.filter(name__startswith="Watchlist").order_by("id").values_list("name", flat=True))


def last_event() -> dict[str, Any]:
    body: dict[str, Any] = Event.objects.filter(name__startswith="Watchlist").latest("id").body
    return body


def done(response: HttpResponse, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.content
    return said(response) if response.content else {}


def make(browser: Browser, name: str = "For Sunday", **more: object) -> str:
    """The address of a new list."""
    return f"/watchlists/{done(browser.post('/watchlists', {'name': name, **more}), 201)['id']}"


def fill(browser: Browser, address: str, films: list[int]) -> None:
    for film in films:
        done(browser.send("PUT", f"{address}/items/movies/{film}", {}), 200)


def titles(browser: Browser, address: str) -> list[int]:
    """What is in it, in order; the positions have to be dense."""
    items = done(browser.get(address), 200)["items"]
    assert [item["position"] for item in items] == list(range(len(items)))
    return [item["title"]["id"] for item in items]


@pytest.fixture
def sunday(alice: Browser, shelf: Shelf) -> str:
    """The address of a list of alice's with the first four films."""
    address = make(alice)
    fill(alice, address, shelf.films[:4])
    return address


def test_a_list_is_made_and_found_among_mine(alice: Browser) -> None:
    done(alice.post("/watchlists", {"name": "  For Sunday  ", "description": "With popcorn"}), 201)
    make(alice, "Later")

    page = said(alice.get("/watchlists"))

    assert [item["name"] for item in page["items"]] == ["Later", "For Sunday"]
    assert {
        name: page["items"][1][name] for name in ("description", "public", "link", "right", "length", "posters")
    } == {
        "description": "With popcorn",
        "public": False,
        "link": None,
        "right": "own",
        "length": 0,
        "posters": [],
    }
    assert (page["total"], page["pages"], page["invitations"]) == (2, 1, [])
    assert told() == ["WatchlistMade", "WatchlistMade"]


@pytest.mark.parametrize(
    "name",
    ["", "   ", "\u200b", "\u2060\u00ad", "\u3164", "\u2800\u115f", "x" * 101, "a\nb", "a\0b", "\u202eevil", None, 5],
    ids=[
        "empty",
        "blank",
        "zero width",
        "unseen",
        "filler",
        "Braille",
        "long",
        "two lines",
        "NUL",
        "turned around",
        "null",
        "number",
    ],
)
def test_a_list_has_a_name_that_can_be_seen(alice: Browser, name: object) -> None:
    refused(alice.post("/watchlists", {"name": name}), 400, "name")
    address = make(alice)
    if name is not None:  # which is how a change leaves it as it is
        refused(alice.send("PATCH", address, {"name": name}), 400, "name")
    assert said(alice.get(address))["name"] == "For Sunday"


def test_a_name_that_is_too_long_is_counted_in_characters(alice: Browser) -> None:
    refused(alice.post("/watchlists", {"name": "x" * 101}), 400, "at most 100 characters")


@pytest.mark.parametrize("name", ["家族と", "می‌خواهم", "👩‍👩‍👧 night", "x" * 100])
def test_a_list_is_named_in_any_script(alice: Browser, name: str) -> None:
    assert said(alice.get(make(alice, name)))["name"] == name


def test_a_list_is_renamed_and_what_it_was_called_is_kept_for_undoing(alice: Browser) -> None:
    address = make(alice, description="Old")

    changed = done(alice.send("PATCH", address, {"name": "For Monday"}), 200)
    done(alice.send("PATCH", address, {"name": "For Monday"}), 200)  # changes nothing

    assert (changed["name"], changed["description"]) == ("For Monday", "Old")
    assert told() == ["WatchlistMade", "WatchlistChanged"]
    assert "For" not in str(last_event())  # events are kept for good, and outlive an account
    assert Earlier.objects.get(pk=last_event()["earlier_id"]).words == {"name": "For Sunday", "description": "Old"}


def test_titles_are_in_the_order_in_which_they_came(alice: Browser, shelf: Shelf, sunday: str) -> None:
    done(alice.send("PUT", f"{sunday}/items/tv/{shelf.shows[0]}", {"note": "The first season", "position": 1}), 200)

    assert titles(alice, sunday) == [shelf.films[0], shelf.shows[0], *shelf.films[1:4]]
    item = said(alice.get(sunday))["items"][1]
    assert (item["note"], item["addedBy"]) == ("The first season", "alice")
    card = said(alice.get("/watchlists"))["items"][0]
    assert (card["length"], len(card["posters"])) == (5, 4)


def test_adding_a_title_twice_changes_nothing(alice: Browser, shelf: Shelf, sunday: str) -> None:
    again = done(alice.send("PUT", f"{sunday}/items/movies/{shelf.films[1]}", {"note": "Again", "position": 0}), 200)

    assert (again["position"], again["note"]) == (1, "")
    assert titles(alice, sunday) == shelf.films[:4]
    assert told() == ["WatchlistMade", *["WatchlistItemAdded"] * 4]


def test_a_title_is_taken_out_and_the_others_close_up(alice: Browser, shelf: Shelf, sunday: str) -> None:
    alice.send("PATCH", f"{sunday}/items/{shelf.films[1]}", {"note": "The boots!"})

    assert alice.send("DELETE", f"{sunday}/items/{shelf.films[1]}").status_code == 204

    assert titles(alice, sunday) == [shelf.films[0], *shelf.films[2:4]]
    refused(alice.send("DELETE", f"{sunday}/items/{shelf.films[1]}"), 404, "not in the list")
    event = last_event()
    assert (event["title_id"], event["position"]) == (shelf.films[1], 1)
    assert Earlier.objects.get(pk=event["earlier_id"]).words == {"note": "The boots!"}


@pytest.mark.parametrize(
    ("start", "end", "order"),
    [(0, 3, [1, 2, 3, 0]), (3, 0, [3, 0, 1, 2]), (1, 2, [0, 2, 1, 3]), (2, 2, [0, 1, 2, 3])],
)
def test_a_title_moves_and_those_between_make_room(
    alice: Browser, shelf: Shelf, sunday: str, start: int, end: int, order: list[int]
) -> None:
    moved = done(alice.send("PATCH", f"{sunday}/items/{shelf.films[start]}", {"position": end}), 200)

    assert moved["position"] == end
    assert titles(alice, sunday) == [shelf.films[place] for place in order]
    assert told()[5:] == (["WatchlistItemMoved"] if start != end else [])


def test_a_move_costs_as_many_statements_whatever_the_length(alice: Browser, shelf: Shelf, sunday: str) -> None:
    def cost(deed: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as statements:
            deed()
        return len(statements)

    user_id, watchlist_id = find_user("alice").pk, int(sunday.rsplit("/", 1)[1])
    short = cost(lambda: actions.change_item(user_id, watchlist_id, shelf.films[0], position=3))
    fill(alice, sunday, shelf.films[4:])
    long = cost(lambda: actions.change_item(user_id, watchlist_id, shelf.films[0], position=0))
    assert short == long


@pytest.mark.parametrize("position", [-1, 4, 2**31, 1.5, "first", True])
def test_a_position_outside_the_list_is_refused(alice: Browser, shelf: Shelf, sunday: str, position: object) -> None:
    refused(alice.send("PATCH", f"{sunday}/items/{shelf.films[0]}", {"position": position}), 400, "position")
    assert titles(alice, sunday) == shelf.films[:4]


def test_who_names_a_position_outside_is_told_the_length(alice: Browser, shelf: Shelf, sunday: str) -> None:
    address = f"{sunday}/items/{shelf.films[0]}"
    refused(alice.send("PATCH", address, {"position": 4}), 400, "should be 0 to 3: the list has 4 titles")
    new = f"{sunday}/items/movies/{shelf.films[4]}"
    refused(alice.send("PUT", new, {"position": 5}), 400, "should be 0 to 4: the list has 4 titles")


@pytest.mark.parametrize("note", ["x" * 2_001, "x" * 1_000_000, "a\0b", 5], ids=["long", "a megabyte", "NUL", "number"])
def test_a_note_that_cannot_be_kept_changes_nothing(alice: Browser, shelf: Shelf, sunday: str, note: object) -> None:
    refused(alice.send("PATCH", f"{sunday}/items/{shelf.films[0]}", {"note": note, "position": 3}), 400, "note")
    refused(alice.send("PUT", f"{sunday}/items/movies/{shelf.films[4]}", {"note": note}), 400, "note")
    assert titles(alice, sunday) == shelf.films[:4]


def test_all_titles_are_put_in_another_order_at_once(alice: Browser, shelf: Shelf, sunday: str) -> None:
    order = [shelf.films[place] for place in (2, 0, 3, 1)]

    for _ in "twice":
        assert alice.send("PUT", f"{sunday}/items", {"titles": order}).status_code == 204

    assert titles(alice, sunday) == order
    assert told()[5:] == ["WatchlistReordered"]
    assert last_event()["before"] == shelf.films[:4]


def test_an_order_has_to_name_every_title_once(alice: Browser, shelf: Shelf, sunday: str) -> None:
    films = shelf.films
    for order in (films[:3], films[:5], [*films[:3], films[0]], [*films[:3], 987654321], []):
        refused(alice.send("PUT", f"{sunday}/items", {"titles": order}), 409, "not the titles of the list")
    refused(alice.send("PUT", f"{sunday}/items", {"titles": ["first"]}), 400, "titles")
    assert titles(alice, sunday) == films[:4]


def test_what_a_person_may_not_meet_keeps_its_place(alice: Browser, shelf: Shelf, sunday: str) -> None:
    Title.objects.update(minimum_age=6)
    Title.objects.filter(pk=shelf.films[1]).update(minimum_age=18)
    User.objects.filter(username="alice").update(age_cap=12)
    met = [shelf.films[3], shelf.films[2], shelf.films[0]]

    assert said(alice.get(sunday))["total"] == 3
    assert said(alice.get("/watchlists"))["items"][0]["length"] == 3
    assert len(said(alice.get("/watchlists"))["items"][0]["posters"]) == 3
    refused(alice.send("PATCH", f"{sunday}/items/{shelf.films[1]}", {"note": "?"}), 404)
    refused(alice.send("PUT", f"{sunday}/items", {"titles": [*met, shelf.films[1]]}), 409)
    assert alice.send("PUT", f"{sunday}/items", {"titles": met}).status_code == 204
    assert done(alice.get(f"{sunday}/items"), 200) == {"titles": met}

    User.objects.filter(username="alice").update(age_cap=None)
    assert titles(alice, sunday) == [shelf.films[3], shelf.films[1], shelf.films[2], shelf.films[0]]


def test_a_title_that_nobody_knows_is_not_put_in(alice: Browser, shelf: Shelf, sunday: str) -> None:
    refused(alice.send("PUT", f"{sunday}/items/movies/987654321", {}), 404)
    refused(alice.send("PUT", f"{sunday}/items/tv/{shelf.films[0]}", {}), 404)
    refused(alice.send("PUT", f"{sunday}/items/movies/soup", {}), 400)
    assert titles(alice, sunday) == shelf.films[:4]


def test_a_deleted_list_can_be_had_back_as_it_was(alice: Browser, shelf: Shelf, sunday: str) -> None:
    assert alice.send("DELETE", sunday).status_code == 204
    refused(alice.get(sunday), 404)
    refused(alice.send("DELETE", sunday), 404)
    refused(alice.send("PUT", f"{sunday}/items/movies/{shelf.films[5]}", {}), 404)
    assert said(alice.get("/watchlists"))["items"] == []
    refused(seated("bob").post(f"{sunday}/restore"), 404)

    done(alice.post(f"{sunday}/restore"), 200)

    assert titles(alice, sunday) == shelf.films[:4]
    assert told()[5:] == ["WatchlistDeleted", "WatchlistRestored"]


def test_what_was_deleted_goes_after_a_day(alice: Browser, sunday: str, later: Later) -> None:
    make(alice, "Kept")
    alice.send("PATCH", sunday, {"name": "For Monday"})
    alice.send("DELETE", sunday)
    assert actions.forget_removed() == 0

    later(days=1, seconds=1)

    assert actions.forget_removed() == 2
    assert [row.name for row in Watchlist.objects.all()] == ["Kept"]
    assert not WatchlistItem.objects.exists()
    assert not Earlier.objects.exists()


def test_there_is_an_end_to_lists_and_to_titles(
    alice: Browser, shelf: Shelf, sunday: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matinee.library.actions.watchlists.MOST_LISTS", 1)
    monkeypatch.setattr("matinee.library.actions.watchlist_items.MOST_ITEMS", 4)
    refused(alice.post("/watchlists", {"name": "One more"}), 409, "You have 1 lists")
    refused(alice.send("PUT", f"{sunday}/items/movies/{shelf.films[4]}", {}), 409, "This list has 4 titles")


def test_somebody_elses_private_list_is_not_there(alice: Browser, shelf: Shelf, sunday: str) -> None:
    bob = seated("bob")
    for method, address, body in (
        ("GET", "", None),
        ("PATCH", "", {"name": "Mine"}),
        ("DELETE", "", None),
        ("PUT", f"/items/movies/{shelf.films[0]}", {}),
        ("PATCH", f"/items/{shelf.films[0]}", {"position": 1}),
        ("DELETE", f"/items/{shelf.films[0]}", None),
        ("PUT", "/items", {"titles": []}),
        ("GET", "/members", None),
        ("POST", "/members", {"username": "bob"}),
        ("PUT", "/membership", None),
        ("DELETE", "/membership", None),
    ):
        refused(bob.send(method, f"{sunday}{address}", body), 404, "no such list")
    person("root")
    refused(seated("root").get(sunday), 404, "no such list")
    assert said(bob.get("/watchlists"))["items"] == []


def test_the_lists_for_a_title_say_which_of_them_hold_it(alice: Browser, shelf: Shelf, sunday: str) -> None:
    other = make(alice, "Other")
    held = f"/me/watchlists/movies/{shelf.films[0]}"

    with CaptureQueriesContext(connection) as statements:
        items = said(alice.get(held))["items"]

    assert [(item["name"], item["holds"], item["shared"]) for item in items] == [
        ("Other", False, False),
        ("For Sunday", True, False),
    ]
    assert len([one for one in statements if "library_" in one["sql"]]) == 1
    fill(alice, other, shelf.films[:1])
    assert [item["holds"] for item in said(alice.get(held))["items"]] == [True, True]


def test_marks_name_the_lists_of_a_page_of_titles_in_one_statement(alice: Browser, shelf: Shelf, sunday: str) -> None:
    other = make(alice, "Other")
    fill(alice, other, shelf.films[1:2])
    alice.send("PATCH", f"/me/opinions/movies/{shelf.films[0]}", {"rating": 7.5, "favorite": True, "dismissed": True})
    bobs = seated("bob")
    fill(bobs, make(bobs, "Bob's"), shelf.films[:2])
    asked = ",".join(map(str, [*shelf.films, *shelf.shows]))

    with CaptureQueriesContext(connection) as statements:
        items = {item["id"]: item for item in said(alice.get(f"/me/marks?titles={asked}"))["items"]}

    lists = {film: sorted(mark["lists"]) for film, mark in items.items()}
    mine, second = (int(address.rsplit("/", 1)[1]) for address in (sunday, other))
    assert lists == {film: [mine] for film in shelf.films[:4]} | {shelf.films[1]: [mine, second]}
    assert [items[shelf.films[0]][name] for name in ("favorite", "rating", "dismissed")] == [True, 7.5, True]
    assert [items[shelf.films[1]][name] for name in ("favorite", "rating", "dismissed")] == [False, None, False]
    assert len([one for one in statements if "library_" in one["sql"]]) == 1


def test_pages_cost_as_many_statements_whatever_their_length(alice: Browser, shelf: Shelf) -> None:
    address = make(alice)
    fill(alice, address, shelf.films[:1])

    def costs() -> list[int]:
        counts = []
        for page in (address, "/watchlists"):
            with CaptureQueriesContext(connection) as statements:
                alice.get(page)
            counts.append(len(statements))
        return counts

    short = costs()
    fill(alice, address, shelf.films[1:])
    for name in "abc":
        fill(alice, make(alice, name), shelf.films)
    assert costs() == short
    assert max(short) <= 8  # who asks included


def test_lists_are_part_of_what_is_handed_over(alice: Browser, shelf: Shelf, sunday: str) -> None:
    kept: Any = everything_about(find_user("alice").pk)["watchlists"]
    assert [(one["name"], len(one["titles"])) for one in kept["own"]] == [("For Sunday", 4)]


@pytest.mark.django_db(transaction=True)
def test_two_who_move_at_once_leave_every_position_taken_once(alice: Browser, shelf: Shelf, sunday: str) -> None:
    fill(alice, sunday, shelf.films[4:])
    user_id, watchlist_id = find_user("alice").pk, int(sunday.rsplit("/", 1)[1])
    ready = threading.Barrier(4)

    def move(step: int) -> None:
        ready.wait(10)
        try:
            for turn in range(10):
                film = shelf.films[(turn * step) % 6]
                actions.change_item(user_id, watchlist_id, film, position=(turn + step) % 4)
                if step == 1 and turn % 3 == 0:
                    actions.remove_title(user_id, watchlist_id, film)
                    actions.add_title(user_id, watchlist_id, film, position=0)
        except Exception as error:  # noqa: BLE001 - handed to the test
            failures.append(error)
        finally:
            connection.close()

    failures: list[Exception] = []
    movers = [threading.Thread(target=move, args=(step,)) for step in (1, 2, 3, 5)]
    for mover in movers:
        mover.start()
    for mover in movers:
        mover.join(60)

    assert [type(failure).__name__ for failure in failures if "not in the list" not in str(failure)] == []
    assert sorted(titles(alice, sunday)) == sorted(shelf.films)
    assert Watchlist.objects.get(pk=watchlist_id).length == 6
