"""What events are told at once, and how often."""

from matinee.core.live import Push, pushes_of
from matinee.library.events import FavoriteAdded, ImportAdvanced, TitleRated, WatchlistShared
from matinee.notifications.events import NotificationsTold
from tests.accounts.cast import person


def test_a_name_that_says_all_is_said_once_for_many_events(db: None) -> None:
    alice, bob = person("alice").pk, person("bob").pk
    happened = [
        FavoriteAdded(alice, 1),
        TitleRated(alice, 1, None, 14),
        ImportAdvanced(alice, 5),
        FavoriteAdded(bob, 1),
    ]

    assert list(pushes_of(happened)) == [
        Push(alice, "library.opinions"),
        Push(alice, "library.imports"),
        Push(bob, "library.opinions"),
    ]


def test_what_has_a_body_is_told_each_time(db: None) -> None:
    alice = person("alice").pk
    told = [NotificationsTold(kind="trakt.lost", user_ids=(alice,), ids=(number,)) for number in (1, 2)]

    assert [push.body["id"] for push in pushes_of(told)] == [1, 2]


def test_both_who_share_a_list_and_who_is_invited_are_told(db: None) -> None:
    alice, bob = person("alice").pk, person("bob").pk

    shared = [WatchlistShared(alice, 3, bob, may_edit=True), WatchlistShared(alice, 3, None, may_edit=True)]

    assert list(pushes_of(shared)) == [Push(alice, "library.lists"), Push(bob, "library.lists")]
