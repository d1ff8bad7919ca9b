"""Sharing lists: with people by invitation, and with whoever has the link."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.accounts import policies
from matinee.accounts.actions import find_user
from matinee.accounts.models import User
from matinee.catalog.models import Title
from matinee.core.limits import Limit
from matinee.core.logs import redact
from matinee.library.api import watchlist_items
from matinee.library.models import Watchlist
from tests.accounts.cast import Browser, refused, said, seated
from tests.accounts.conftest import decide
from tests.library.shelf import Shelf
from tests.library.test_watchlists import done, fill, last_event, make, titles, told

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def sunday(alice: Browser, shelf: Shelf) -> str:
    """The address of a list of alice's with the first three films."""
    address = make(alice, description="With popcorn")
    fill(alice, address, shelf.films[:3])
    return address


@pytest.fixture
def bob(shelf: Shelf, alice: Browser) -> Browser:
    """He is there because alice is."""
    return seated("bob")


def invite(alice: Browser, address: str, username: str = "bob", *, may_edit: bool = False) -> str:
    """The address of the member."""
    member = done(alice.post(f"{address}/members", {"username": username, "mayEdit": may_edit}), 201)
    return f"{address}/members/{member['id']}"


def share(alice: Browser, address: str, bob: Browser, *, may_edit: bool = False) -> str:
    """The address of the member, who has accepted."""
    member = invite(alice, address, may_edit=may_edit)
    done(bob.send("PUT", f"{address}/membership"), 204)
    return member


def publish(alice: Browser, address: str) -> str:
    """The address of the public page."""
    return f"/shared/watchlists/{done(alice.send('PATCH', address, {'public': True}), 200)['link']}"


def test_nobody_is_invited_again_and_again(
    alice: Browser, bob: Browser, sunday: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watchlist_items, "_INVITATIONS", Limit(3, 3600))
    for _ in range(3):
        alice.send("DELETE", invite(alice, sunday))
    refused(alice.post(f"{sunday}/members", {"username": "bob"}), 429, "Please wait")
    assert said(bob.get("/watchlists"))["invitations"] == []


def test_who_is_invited_sees_the_list_once_they_want_to(
    alice: Browser, bob: Browser, shelf: Shelf, sunday: str
) -> None:
    invite(alice, sunday)

    (invitation,) = said(bob.get("/watchlists"))["invitations"]
    assert (invitation["name"], invitation["owner"]["name"], invitation["mayEdit"]) == ("For Sunday", "alice", False)
    refused(bob.get(sunday), 404)

    done(bob.send("PUT", f"{sunday}/membership"), 204)
    assert titles(bob, sunday) == shelf.films[:3]
    page = said(bob.get("/watchlists"))
    assert [(item["name"], item["right"], item["owner"]["name"]) for item in page["items"]] == [
        ("For Sunday", "view", "alice")
    ]
    assert page["invitations"] == []
    assert told()[-2:] == ["WatchlistShared", "WatchlistJoined"]


def test_who_may_look_is_told_that_they_may_not_change(alice: Browser, bob: Browser, shelf: Shelf, sunday: str) -> None:
    share(alice, sunday, bob)

    for method, address, body in (
        ("PUT", f"/items/movies/{shelf.films[4]}", {}),
        ("PATCH", f"/items/{shelf.films[0]}", {"position": 2}),
        ("DELETE", f"/items/{shelf.films[0]}", None),
        ("PUT", "/items", {"titles": shelf.films[:3]}),
    ):
        refused(bob.send(method, f"{sunday}{address}", body), 403, "look at this list and not change it")
    assert titles(alice, sunday) == shelf.films[:3]
    assert said(bob.get(f"/me/watchlists/movies/{shelf.films[0]}"))["items"] == []


def test_who_may_edit_changes_what_is_in_it_and_nothing_else(
    alice: Browser, bob: Browser, shelf: Shelf, sunday: str
) -> None:
    share(alice, sunday, bob, may_edit=True)

    fill(bob, sunday, shelf.films[3:4])
    done(bob.send("PATCH", f"{sunday}/items/{shelf.films[3]}", {"position": 0, "note": "Mine"}), 200)

    assert titles(alice, sunday) == [shelf.films[3], *shelf.films[:3]]
    assert said(alice.get(sunday))["items"][0]["addedBy"] == "bob"
    for method, address, body in (
        ("PATCH", "", {"name": "Bob's"}),
        ("PATCH", "", {"public": True}),
        ("DELETE", "", None),
        ("POST", "/members", {"username": "gus"}),
        ("PATCH", "/members/1", {"mayEdit": True}),
        ("DELETE", "/members/1", None),
    ):
        refused(bob.send(method, f"{sunday}{address}", body), 403, "Only the owner")
    (for_title,) = said(bob.get(f"/me/watchlists/movies/{shelf.films[0]}"))["items"]
    assert (for_title["shared"], for_title["holds"]) == (True, True)
    (mark,) = said(bob.get(f"/me/marks?titles={shelf.films[0]}"))["items"]
    assert mark["lists"] == [int(sunday.rsplit("/", 1)[1])]


def test_marks_do_not_tell_of_titles_in_a_shared_list_that_are_not_for_the_readers_age(
    alice: Browser, bob: Browser, shelf: Shelf, sunday: str
) -> None:
    share(alice, sunday, bob, may_edit=True)
    children, grown_up, unrated = shelf.films[:3]
    Title.objects.filter(pk=children).update(minimum_age=6)
    Title.objects.filter(pk=grown_up).update(minimum_age=16)
    asked = f"/me/marks?titles={children},{grown_up},{unrated}"

    def marked(**seen: object) -> list[int]:
        User.objects.filter(username="bob").update(**seen)
        with CaptureQueriesContext(connection) as statements:
            found = sorted(one["id"] for one in said(bob.get(asked))["items"])
        assert len([one for one in statements if "library_" in one["sql"]]) == 1
        return found

    assert marked() == [children, grown_up, unrated]
    assert marked(age_cap=12, unrated=True) == [children, unrated]
    assert marked(age_cap=12, unrated=False) == [children]
    assert marked(age_cap=16, unrated=False) == [children, grown_up]
    Title.objects.filter(pk=children).update(is_adult=True)
    assert marked() == [grown_up]
    assert sorted(one["id"] for one in said(alice.get(asked))["items"]) == [children, grown_up, unrated]


def test_rights_change_and_end(alice: Browser, bob: Browser, shelf: Shelf, sunday: str) -> None:
    member = share(alice, sunday, bob)

    assert done(alice.send("PATCH", member, {"mayEdit": True}), 200)["mayEdit"] is True
    fill(bob, sunday, shelf.films[3:4])
    invite(alice, sunday, "BOB", may_edit=False)  # the same person, by the same name
    assert [one["mayEdit"] for one in said(alice.get(f"{sunday}/members"))["items"]] == [False]
    done(alice.send("DELETE", member), 204)

    refused(bob.get(sunday), 404)
    refused(alice.send("DELETE", member), 404)
    assert told()[-4:] == [
        "WatchlistRightsChanged",
        "WatchlistItemAdded",
        "WatchlistRightsChanged",
        "WatchlistLeft",
    ]
    assert last_event()["member_id"] == str(find_user("bob").pk)


def test_who_shares_a_list_leaves_it(alice: Browser, bob: Browser, sunday: str) -> None:
    share(alice, sunday, bob)

    done(bob.send("DELETE", f"{sunday}/membership"), 204)

    refused(bob.get(sunday), 404)
    refused(bob.send("DELETE", f"{sunday}/membership"), 404)
    refused(bob.send("PUT", f"{sunday}/membership"), 404)
    assert said(alice.get(f"{sunday}/members"))["items"] == []
    refused(alice.send("DELETE", f"{sunday}/membership"), 404)  # she owns it


def test_an_invitation_does_not_say_whether_there_is_such_a_person(alice: Browser, bob: Browser, sunday: str) -> None:
    User.objects.filter(username="bob").update(display_name="Robert", picture="up-1.jpg")

    answers = [
        alice.post(f"{sunday}/members", {"username": username, "mayEdit": True}) for username in ("bob", "nobody")
    ]

    bobs, nobodys = (done(answer, 201) for answer in answers)
    assert {**bobs, "id": 0, "name": ""} == {**nobodys, "id": 0, "name": ""}
    assert [one["name"] for one in said(alice.get(f"{sunday}/members"))["items"]] == ["bob", "nobody"]
    done(bob.send("PUT", f"{sunday}/membership"), 204)
    assert [one["name"] for one in said(alice.get(f"{sunday}/members"))["items"]] == ["Robert", "nobody"]
    assert [one["name"] for one in said(bob.get(f"{sunday}/members"))["items"]] == ["Robert"]


def test_nobody_invites_themselves_nor_what_is_no_name(alice: Browser, sunday: str) -> None:
    refused(alice.post(f"{sunday}/members", {"username": "Alice"}), 400, "this is you")
    refused(alice.post(f"{sunday}/members", {"username": "bob@example.org"}), 400, "username")
    refused(alice.post(f"{sunday}/members", {"username": ""}), 400, "username")


def test_a_list_is_shared_with_so_many_and_no_more(
    alice: Browser, sunday: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("matinee.library.actions.watchlist_members.MOST_MEMBERS", 1)
    invite(alice, sunday, "nobody")
    refused(alice.post(f"{sunday}/members", {"username": "bob"}), 409, "as many as there may be")


def test_a_public_list_has_a_page_for_whoever_has_the_link(alice: Browser, shelf: Shelf, sunday: str) -> None:
    alice.send("PATCH", f"{sunday}/items/{shelf.films[0]}", {"note": "The boots!"})
    link = publish(alice, sunday)
    assert publish(alice, sunday) == link

    with CaptureQueriesContext(connection) as statements:
        page = done(Browser().get(link), 200)

    assert (page["name"], page["description"], page["owner"]["name"]) == ("For Sunday", "With popcorn", "alice")
    assert [(item["title"]["id"], item["note"]) for item in page["items"]] == [
        (shelf.films[0], "The boots!"),
        (shelf.films[1], ""),
        (shelf.films[2], ""),
    ]
    assert len(statements) <= 8
    assert len(link.rsplit("/", 1)[1]) == 22  # 128 bits
    refused(seated("bob").get(sunday), 404)  # the link is the only way in
    assert told()[-1] == "WatchlistPublished"


def test_a_withdrawn_list_has_no_page_and_gets_another_link(alice: Browser, sunday: str) -> None:
    old = publish(alice, sunday)

    assert done(alice.send("PATCH", sunday, {"public": False}), 200)["link"] is None
    refused(Browser().get(old), 404)
    new = publish(alice, sunday)

    assert new != old
    refused(Browser().get(old), 404)
    done(Browser().get(new), 200)
    alice.send("DELETE", sunday)
    refused(Browser().get(new), 404)
    refused(Browser().get("/shared/watchlists/guessed"), 404)


def test_a_public_page_shows_each_what_is_for_their_age(alice: Browser, shelf: Shelf, sunday: str) -> None:
    bob = seated("bob")
    link = publish(alice, sunday)
    Title.objects.update(minimum_age=6)
    Title.objects.filter(pk=shelf.films[1]).update(minimum_age=18)
    User.objects.filter(username="bob").update(age_cap=12)
    decide(visitors_age_cap=16)

    for visitor in (bob, Browser()):
        page = said(visitor.get(link))
        assert [item["title"]["id"] for item in page["items"]] == [shelf.films[0], shelf.films[2]]
        assert page["total"] == 2
    assert said(alice.get(link))["total"] == 3


def test_a_closed_house_shows_its_public_lists_to_nobody_outside(alice: Browser, sunday: str) -> None:
    link = publish(alice, sunday)
    decide(visitors_may_look=False)

    refused(Browser().get(link), 401)
    done(alice.get(link), 200)
    policies.forget()


def test_a_link_is_in_no_log(alice: Browser, sunday: str) -> None:
    link = publish(alice, sunday)
    assert redact(f"/api/v1{link}") == "/api/v1/shared/watchlists/[hidden]"


def test_who_leaves_the_house_takes_their_lists_along(alice: Browser, bob: Browser, sunday: str) -> None:
    share(alice, sunday, bob)
    User.objects.filter(username="alice").delete()
    assert not Watchlist.objects.exists()
    assert said(bob.get("/watchlists"))["items"] == []


def test_all_titles_of_a_list_are_told_to_who_sees_it(alice: Browser, bob: Browser, shelf: Shelf, sunday: str) -> None:
    refused(bob.get(f"{sunday}/items"), 404)
    share(alice, sunday, bob)
    done(alice.send("PUT", f"{sunday}/items", {"titles": shelf.films[2::-1]}), 204)

    assert done(bob.get(f"{sunday}/items"), 200) == {"titles": shelf.films[2::-1]}
