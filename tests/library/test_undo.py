"""A person's own activity, and undoing what was done within the last hour."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F
from django.http import HttpResponse

from matinee.accounts.actions import find_user
from matinee.core import delivery
from matinee.core.models import Event as Stored
from matinee.core.personal import everything_about
from matinee.library.models import Activity
from tests.accounts.cast import Browser, refused, said, seated
from tests.delivering import deliver
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def activity(browser: Browser, query: str = "") -> list[dict[str, Any]]:
    deliver()
    items: list[dict[str, Any]] = said(browser.get(f"/me/activity{query}"))["items"]
    return items


def listed(browser: Browser, shelf: Shelf, length: int) -> str:
    """The address of a new list with so many films."""
    address = f"/watchlists/{said(browser.post('/watchlists', {'name': 'For Sunday'}))['id']}"
    for film in shelf.films[:length]:
        browser.send("PUT", f"{address}/items/movies/{film}", {})
    return address


def shared(owner: Browser, shelf: Shelf, name: str) -> str:
    """The address of a new list with two films that somebody else may edit, too."""
    address = listed(owner, shelf, 2)
    owner.post(f"{address}/members", {"username": name, "mayEdit": True})
    seated(name).send("PUT", f"{address}/membership")
    return address


def opinion(browser: Browser, film: int, **change: object) -> dict[str, Any]:
    if change:
        browser.send("PATCH", f"/me/opinions/movies/{film}", change)
    return said(browser.get(f"/me/opinions/movies/{film}"))


def test_what_somebody_did_is_on_their_own_page_newest_first(alice: Browser, shelf: Shelf) -> None:
    opinion(alice, shelf.films[0], favorite=True, rating=8.5)
    opinion(alice, shelf.films[1], dismissed=True)

    done = activity(alice)

    assert [one["what"] for one in done] == ["TitleDismissed", "TitleRated", "FavoriteAdded"]
    assert [one["title"]["id"] for one in done] == [shelf.films[1], shelf.films[0], shelf.films[0]]
    assert done[1]["details"] == {"before": None, "rating": 17}
    assert all(one["undoable"] for one in done)
    assert activity(seated("bob")) == []


def test_the_page_goes_on_where_it_ended(alice: Browser, shelf: Shelf) -> None:
    for number in range(45):
        opinion(alice, shelf.films[0], rating=number % 10)
    deliver()

    first = said(alice.get("/me/activity"))
    second = said(alice.get(f"/me/activity?before={first['before']}"))

    assert (len(first["items"]), len(second["items"]), second["before"]) == (40, 5, None)
    refused(alice.get("/me/activity?before=soup"), 400, "before")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({}, {"favorite": True}),
        ({"favorite": True}, {"favorite": False}),
        ({}, {"rating": 7}),
        ({"rating": 7}, {"rating": 0.5}),
        ({"rating": 7}, {"rating": None}),
        ({}, {"dismissed": True}),
        ({"dismissed": True}, {"dismissed": False}),
    ],
)
def test_undone_it_is_as_it_was(
    alice: Browser, shelf: Shelf, first: dict[str, object], then: dict[str, object]
) -> None:
    film = shelf.films[0]
    before = opinion(alice, film, **first)
    opinion(alice, film, **then)

    done = activity(alice)[0]
    assert alice.send("POST", f"/me/activity/{done['id']}/undo").status_code == 204

    after = opinion(alice, film)
    assert [after[name] for name in ("favorite", "rating", "dismissed")] == [
        before[name] for name in ("favorite", "rating", "dismissed")
    ]


def test_lists_and_reviews_are_undone_too(alice: Browser, shelf: Shelf) -> None:
    film, list_id = shelf.films[0], said(alice.post("/watchlists", {"name": "For Sunday"}))["id"]
    alice.send("PATCH", f"/watchlists/{list_id}", {"name": "For Monday"})
    alice.send("PUT", f"/watchlists/{list_id}/items/movies/{film}", {})
    alice.send("PUT", f"/me/reviews/movies/{film}", {"text": "It moves!"})

    for done in activity(alice):
        assert alice.send("POST", f"/me/activity/{done['id']}/undo").status_code == 204, done

    assert said(alice.get("/watchlists"))["items"] == []
    assert said(alice.get("/me/reviews"))["items"] == []
    restored = activity(alice)
    assert restored[0]["what"] == "WatchlistDeleted"
    alice.send("POST", f"/me/activity/{restored[0]['id']}/undo")
    assert [item["name"] for item in said(alice.get("/watchlists"))["items"]] == ["For Sunday"]


def test_what_cannot_be_taken_back_says_so(alice: Browser, shelf: Shelf) -> None:
    bob = seated("bob")
    address = listed(alice, shelf, 1)
    alice.post(f"{address}/members", {"username": "bob"})
    bob.send("PUT", f"{address}/membership")

    (done,) = activity(bob)

    assert (done["what"], done["undoable"]) == ("WatchlistJoined", False)
    refused(undo(bob, done), 409, "cannot be undone")


def test_what_was_changed_since_or_is_old_or_somebody_elses_stays(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    opinion(alice, film, rating=7)
    (done,) = activity(alice)
    address = f"/me/activity/{done['id']}/undo"
    refused(seated("bob").send("POST", address), 404)

    opinion(alice, film, rating=8)
    refused(alice.send("POST", address), 409, "changed since")
    opinion(alice, film, rating=7)
    Activity.objects.update(at=F("at") - timedelta(hours=1, seconds=1))
    refused(alice.send("POST", address), 409, "within the last hour")
    assert opinion(alice, film)["rating"] == 7
    refused(alice.send("POST", "/me/activity/987654321/undo"), 404)


def undo(browser: Browser, done: dict[str, Any]) -> HttpResponse:
    return browser.send("POST", f"/me/activity/{done['id']}/undo")


def test_what_was_planned_is_so_again_when_watching_it_is_undone(alice: Browser, shelf: Shelf) -> None:
    for noun, title in (("movies", shelf.films[0]), ("tv", shelf.shows[0])):
        alice.send("PUT", f"/me/standings/{noun}/{title}", {"status": "planned"})
        alice.post(f"/me/viewings/{noun}/{title}", {})
        for done in activity(alice):
            if done["title"]["id"] == title and done["what"].endswith("Watched"):
                assert undo(alice, done).status_code == 204
        assert said(alice.get(f"/me/standings/{noun}/{title}"))["status"] == "planned"


def test_what_was_dropped_stays_so_when_a_viewing_comes_back(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    viewing = said(alice.post(f"/me/viewings/movies/{film}", {}))["viewings"][0]["id"]
    alice.send("PUT", f"/me/standings/movies/{film}", {"status": "dropped"})
    alice.send("DELETE", f"/me/viewings/{viewing}")
    assert undo(alice, activity(alice)[0]).status_code == 204
    standing = said(alice.get(f"/me/standings/movies/{film}"))
    assert (standing["status"], standing["viewings"]) == ("dropped", 1)


def test_a_status_that_follows_from_watching_is_not_undone_by_itself(alice: Browser, shelf: Shelf) -> None:
    alice.post(f"/me/viewings/movies/{shelf.films[0]}", {})
    changed = next(done for done in activity(alice) if done["what"] == "StatusChanged")
    refused(undo(alice, changed), 409, "follows from what you have watched")


def test_words_that_were_changed_again_are_not_lost_by_undoing_the_change_before(alice: Browser, shelf: Shelf) -> None:
    address = f"/me/reviews/movies/{shelf.films[0]}"
    list_id = said(alice.post("/watchlists", {"name": "A"}))["id"]
    for word in "ABC":
        alice.send("PUT", address, {"text": word})
        alice.send("PATCH", f"/watchlists/{list_id}", {"name": word})

    def words() -> tuple[str, str]:
        return said(alice.get(address))["review"]["text"], said(alice.get(f"/watchlists/{list_id}"))["name"]

    for what in ("ReviewChanged", "WatchlistChanged"):
        last, first = (done for done in activity(alice) if done["what"] == what)
        refused(undo(alice, first), 409, "changed since")
        assert undo(alice, last).status_code == 204
        deliver()
        assert undo(alice, first).status_code == 204
    assert words() == ("A", "A")


def newest(browser: Browser, what: str) -> dict[str, Any]:
    return next(done for done in activity(browser) if done["what"] == what)


def test_notes_come_back_and_are_in_no_event(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    for notes in ("Once with Ada", "Twice"):
        opinion(alice, film, favorite=True, notes=notes)
    second, first = (done for done in activity(alice) if done["what"] == "TitleNoted")

    refused(undo(alice, first), 409, "changed since")
    assert undo(alice, second).status_code == 204
    assert opinion(alice, film)["notes"] == "Once with Ada"
    assert undo(alice, first).status_code == 204

    assert (opinion(alice, film)["notes"], opinion(alice, film)["favorite"]) == ("", True)
    assert not any("Ada" in str(body) for body in Stored.objects.values_list("body", flat=True))
    assert not any("Ada" in str(done["details"]) for done in activity(alice))


def test_a_note_in_a_list_comes_back_unless_somebody_has_noted_something_else(alice: Browser, shelf: Shelf) -> None:
    bob, address = seated("bob"), listed(alice, shelf, 1)
    alice.post(f"{address}/members", {"username": "bob", "mayEdit": True})
    bob.send("PUT", f"{address}/membership")
    item = f"{address}/items/{shelf.films[0]}"
    alice.send("PATCH", item, {"note": "With popcorn"})
    alice.send("PATCH", item, {"note": "With crisps"})
    bob.send("PATCH", item, {"note": "With nuts"})

    def note() -> str:
        return str(said(alice.get(address))["items"][0]["note"])

    refused(undo(alice, newest(alice, "WatchlistItemNoted")), 409, "changed since")
    assert undo(bob, newest(bob, "WatchlistItemNoted")).status_code == 204
    assert note() == "With crisps"
    assert undo(alice, newest(alice, "WatchlistItemNoted")).status_code == 204
    assert note() == "With popcorn"


def test_a_list_has_its_order_back_while_it_has_the_new_one(alice: Browser, shelf: Shelf) -> None:
    address, films = listed(alice, shelf, 4), shelf.films[:4]

    def order() -> list[int]:
        return [item["title"]["id"] for item in said(alice.get(address))["items"]]

    alice.send("PUT", f"{address}/items", {"titles": films[::-1]})
    done = newest(alice, "WatchlistReordered")
    assert "before" not in done["details"]  # of thousands of titles, perhaps
    alice.send("PATCH", f"{address}/items/{films[0]}", {"position": 0})
    refused(undo(alice, done), 409, "changed since")
    alice.send("PATCH", f"{address}/items/{films[0]}", {"position": 3})
    alice.send("PUT", f"{address}/items/movies/{shelf.films[4]}", {"position": 1})

    assert undo(alice, done).status_code == 204
    assert order() == [films[0], shelf.films[4], *films[1:]]


def test_a_publication_is_undone_and_a_withdrawal_gives_the_same_page_back(alice: Browser, shelf: Shelf) -> None:
    address = listed(alice, shelf, 1)
    link = said(alice.send("PATCH", address, {"public": True}))["link"]
    published = newest(alice, "WatchlistPublished")
    alice.send("PATCH", address, {"public": False})
    withdrawn = newest(alice, "WatchlistWithdrawn")
    refused(undo(alice, published), 409, "changed since")

    assert undo(alice, withdrawn).status_code == 204
    assert said(alice.get(address))["link"] == link
    assert said(alice.get(f"/shared/watchlists/{link}"))["name"] == "For Sunday"
    assert link not in str(withdrawn["details"])

    assert undo(alice, published).status_code == 204
    assert said(alice.get(address))["link"] is None
    refused(alice.get(f"/shared/watchlists/{link}"), 404)


def test_a_withdrawal_is_not_undone_once_there_is_another_page(alice: Browser, shelf: Shelf) -> None:
    address = listed(alice, shelf, 1)
    for public in (True, False, True):
        link = said(alice.send("PATCH", address, {"public": public}))["link"]

    refused(undo(alice, newest(alice, "WatchlistWithdrawn")), 409, "changed since")
    assert said(alice.get(address))["link"] == link


def test_a_publication_is_not_undone_once_there_is_another_page(alice: Browser, shelf: Shelf) -> None:
    address = listed(alice, shelf, 1)
    alice.send("PATCH", address, {"public": True})
    first = newest(alice, "WatchlistPublished")
    alice.send("PATCH", address, {"public": False})
    link = said(alice.send("PATCH", address, {"public": True}))["link"]

    refused(undo(alice, first), 409, "changed since")
    assert said(alice.get(address))["link"] == link


def test_what_was_added_stays_once_somebody_else_has_put_it_there_anew(alice: Browser, shelf: Shelf) -> None:
    bob, address = seated("bob"), shared(alice, shelf, "bob")
    film = shelf.films[2]
    bob.send("PUT", f"{address}/items/movies/{film}", {})
    alice.send("DELETE", f"{address}/items/{film}")
    alice.send("PUT", f"{address}/items/movies/{film}", {"note": "alice's own words"})

    refused(undo(bob, newest(bob, "WatchlistItemAdded")), 409, "changed since")
    refused(undo(alice, newest(alice, "WatchlistItemRemoved")), 409, "changed since")
    assert said(alice.get(address))["items"][-1]["note"] == "alice's own words"


@pytest.mark.parametrize("gone", ["member", "list"])
def test_who_may_no_longer_change_a_list_does_not_learn_by_undoing_whether_it_has_changed(
    alice: Browser, shelf: Shelf, gone: str
) -> None:
    bob, address = seated("bob"), shared(alice, shelf, "bob")
    first, second = shelf.films[:2]
    bob.send("PUT", f"{address}/items/movies/{shelf.films[2]}", {})
    bob.send("PATCH", f"{address}/items/{first}", {"note": "With nuts"})
    bob.send("PATCH", f"{address}/items/{second}", {"position": 0})
    alice.send("PATCH", f"{address}/items/{first}", {"note": "With crisps"})
    alice.send("PATCH", f"{address}/items/{second}", {"position": 2})
    member = said(alice.get(f"{address}/members"))["items"][0]["id"]
    alice.send("DELETE", f"{address}/members/{member}" if gone == "member" else address)

    for what in ("WatchlistItemAdded", "WatchlistItemNoted", "WatchlistItemMoved"):
        refused(undo(bob, newest(bob, what)), 404, "no such")


@pytest.mark.parametrize("name", ["bob", "nobody"])
def test_an_invitation_is_undone_and_tells_of_nobody_whether_they_are_here(
    alice: Browser, shelf: Shelf, name: str
) -> None:
    bob, address = seated("bob"), listed(alice, shelf, 1)
    alice.post(f"{address}/members", {"username": name})
    done = newest(alice, "WatchlistShared")

    assert set(done["details"]) == {"watchlist_id", "may_edit", "invitation_id"}
    assert undo(alice, done).status_code == 204
    assert said(alice.get(f"{address}/members"))["items"] == said(bob.get("/watchlists"))["invitations"] == []


def test_who_has_accepted_is_not_shown_out_by_undoing_the_invitation(alice: Browser, shelf: Shelf) -> None:
    bob, address = seated("bob"), listed(alice, shelf, 1)
    alice.post(f"{address}/members", {"username": "bob"})
    bob.send("PUT", f"{address}/membership")

    refused(undo(alice, newest(alice, "WatchlistShared")), 409, "changed since")
    assert said(bob.get(address))["total"] == 1


def test_having_something_back_is_undone_too(alice: Browser, shelf: Shelf) -> None:
    address, review = listed(alice, shelf, 1), f"/me/reviews/movies/{shelf.films[0]}"
    alice.send("PUT", review, {"text": "It moves!"})
    for deleted in (address, review):
        assert alice.send("DELETE", deleted).status_code == 204
        assert alice.post(f"{deleted}/restore", {}).status_code == 200

    for what in ("WatchlistRestored", "ReviewRestored"):
        assert undo(alice, newest(alice, what)).status_code == 204
    assert said(alice.get("/watchlists"))["items"] == said(alice.get("/me/reviews"))["items"] == []


def test_what_is_undone_says_so_and_is_undone_once(alice: Browser, shelf: Shelf) -> None:
    alice.post(f"/me/viewings/movies/{shelf.films[0]}", {})
    watched = newest(alice, "FilmWatched")
    assert (watched["undoable"], watched["undoneAt"]) == (True, None)

    assert undo(alice, watched).status_code == 204
    refused(undo(alice, watched), 409, "You have undone it already")  # which the page has not heard of yet
    told = newest(alice, "FilmWatched")
    refused(undo(alice, watched), 409, "You have undone it already")

    assert (told["id"], told["undoable"]) == (watched["id"], False)
    assert told["undoneAt"] is not None
    assert [done["undoneAt"] for done in activity(alice) if done["what"] == "ViewingRemoved"] == [None]


def test_what_was_undone_is_so_when_all_is_heard_again(alice: Browser, shelf: Shelf) -> None:
    opinion(alice, shelf.films[0], favorite=True, rating=7)
    for done in activity(alice):
        undo(alice, done)
    opinion(alice, shelf.films[1], favorite=True)
    before = activity(alice)

    delivery.replay("activity", 1)

    assert activity(alice) == before
    assert [done["undoneAt"] is not None for done in before] == [False, False, False, True, True]


def test_what_was_not_undone_does_not_say_so(alice: Browser, shelf: Shelf) -> None:
    opinion(alice, shelf.films[0], rating=7)
    done = newest(alice, "TitleRated")
    opinion(alice, shelf.films[0], rating=8)

    refused(undo(alice, done), 409, "changed since")
    assert all(one["undoneAt"] is None for one in activity(alice))


def test_activity_is_part_of_what_is_handed_over(alice: Browser, shelf: Shelf) -> None:
    opinion(alice, shelf.films[0], favorite=True)
    deliver()

    kept = everything_about(find_user("alice").pk)["activity"]
    assert [one["what"] for one in kept] == ["FavoriteAdded"]  # type: ignore[attr-defined]
