"""People are told what happens to their library without them: an invitation, a link that is lost."""

import pytest

from matinee.core import events
from matinee.core.deeds import deed
from matinee.library.actions import delete_watchlist, invite, join, leave, make_watchlist, remove_member
from matinee.library.events import TraktLinkLost
from tests.accounts.cast import person
from tests.notifications.telling import told

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_whoever_is_invited_to_a_list_is_told_by_whom() -> None:
    alice, bob = person("alice"), person("bob")
    row = make_watchlist(alice.pk, "For Sunday")

    invite(alice.pk, row.pk, "Bob", may_edit=True)
    invite(alice.pk, row.pk, "nobody-at-all", may_edit=True)

    assert told("bob") == [("list.invited", {"listId": row.pk, "list": "For Sunday", "name": "alice"})]
    assert told("alice") == []
    assert bob.pk != alice.pk


def test_whose_invitation_is_accepted_is_told_by_whom() -> None:
    alice, bob, carol = person("alice"), person("bob"), person("carol")
    row = make_watchlist(alice.pk, "For Sunday")
    for other in (bob, carol):
        invite(alice.pk, row.pk, other.username, may_edit=False)

    join(bob.pk, row.pk)
    join(bob.pk, row.pk)

    assert told("alice") == [("list.joined", {"listId": row.pk, "list": "For Sunday", "name": "bob"})]
    assert [kind for name in ("bob", "carol") for kind, _ in told(name)] == ["list.invited", "list.invited"]


def test_who_has_left_again_is_no_news() -> None:
    alice, bob = person("alice"), person("bob")
    row = make_watchlist(alice.pk, "For Sunday")
    invite(alice.pk, row.pk, "bob", may_edit=False)
    join(bob.pk, row.pk)
    leave(bob.pk, row.pk)

    assert told("alice") == []


@pytest.mark.parametrize("end", ["withdrawn", "deleted"])
def test_an_invitation_that_is_none_any_more_is_no_news(end: str) -> None:
    alice = person("alice")
    person("bob")
    row = make_watchlist(alice.pk, "For Sunday")
    member = invite(alice.pk, row.pk, "bob", may_edit=False)

    if end == "withdrawn":
        remove_member(alice.pk, row.pk, member.pk)
    else:
        delete_watchlist(alice.pk, row.pk)

    assert told("bob") == []


def test_whose_link_to_trakt_is_lost_is_told() -> None:
    alice = person("alice")
    person("bob")

    with deed():
        events.append(TraktLinkLost(alice.pk))

    assert told("alice") == [("trakt.lost", {})]
    assert told("bob") == []
