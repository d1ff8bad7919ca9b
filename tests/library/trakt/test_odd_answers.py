"""Answers of Trakt's with content that no row can hold: taken without it, or told."""

import pytest
from django.utils import timezone

from matinee.core.errors import ServiceError
from matinee.library import actions
from matinee.library.actions.watching import FIRST_FILM
from matinee.library.models import Opinion, Viewing, Watchlist, WatchlistItem
from tests.accounts.cast import Browser, seated
from tests.library.imports.bringing import apply, bring, counts
from tests.library.imports.test_take_it_along import exported
from tests.library.trakt.conftest import Side
from tests.loopback import json
from tests.trakt_stand_in import Known

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

CODE = {
    "device_code": "d" * 64,
    "user_code": "5055CC52",
    "verification_url": "https://trakt.tv/activate",
    "expires_in": 600,
    "interval": 5,
}
LONG_AGO = "2015-03-01T20:00:00.000Z"


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_a_time_that_no_database_holds_costs_no_rating_and_no_place_in_a_list(both: Side, at: str) -> None:
    film = both.films[0]
    both.account.rates(film, 8, at)
    both.account.lists_title(film, at)
    both.account.plays_film(film, at)

    link = both.sync()

    assert (link.error, link.report["taken"]) == ("", 2)
    opinion = Opinion.objects.get(user=both.alice)
    assert opinion.rating == 16
    assert opinion.rated_at is not None
    assert opinion.rated_at == FIRST_FILM if at < "1" else FIRST_FILM < opinion.rated_at <= timezone.now()
    assert WatchlistItem.objects.get().title_id == both.title(film).pk
    assert not Viewing.objects.exists()
    assert both.sync().report["taken"] == 0


def test_texts_are_taken_without_nul(both: Side) -> None:
    side, account = both, both.account
    account.username = "alice\0-at-trakt"
    stranger = Known(77, "movie", "Nobody\0 Knows It", "tt777\x007777")
    account.knows(stranger)
    account.plays_film(stranger, LONG_AGO)
    account.rates(Known(1, "movie", "\0", f"{side.films[0].imdb}\0"), 8, LONG_AGO)
    account.changed |= {"rated": "2026\0", "watched": "\0", "watchlist": "\0", "lists": "\x002026"}
    number = account.makes_list("Rainy\0 days", "For\0 Sundays")
    account.lists[number].updated_at = "2026\0-01"

    link = side.sync()

    assert (link.error, link.username) == ("", "alice-at-trakt")
    assert link.report["unknown_here"] == ["Nobody Knows It (1924)"]
    row = Watchlist.objects.get()
    assert (row.name, row.description) == ("Rainy days", "For Sundays")
    assert link.lists.get(watchlist=row).updated_at == "2026-01"
    assert Opinion.objects.get(user=side.alice, rating__isnull=False).rating == 16


def test_the_address_of_a_code_is_taken_without_nul(unlinked: Side) -> None:
    unlinked.trakt.instead("/oauth/device/code", json(CODE | {"verification_url": "https://trakt.tv/\0activate"}))

    assert actions.begin_linking(unlinked.alice.pk).verification_url == "https://trakt.tv/activate"


def test_a_code_of_which_nothing_is_left_is_refused(unlinked: Side) -> None:
    unlinked.trakt.instead("/oauth/device/code", json(CODE | {"user_code": "\0"}))

    with pytest.raises(ServiceError, match="user_code"):
        actions.begin_linking(unlinked.alice.pk)


@pytest.mark.parametrize("number", [2**63, 10**30, -1])
def test_a_number_that_nobody_can_send_back_is_told(both: Side, number: int) -> None:
    play = {"type": "movie", "movie": both.films[0].told(), "id": float(number), "watched_at": LONG_AGO}
    both.trakt.instead("/sync/history", json([play]))

    assert "something unexpected at 0.id" in both.sync().error


def test_a_count_of_pages_that_is_no_number_is_told(both: Side) -> None:
    headers = {"X-Pagination-Item-Count": "1", "X-Pagination-Page-Count": "9" * 5_000}
    both.trakt.instead("/sync/history", json([], headers=headers))

    assert "tells of 1 things and shows 0" in both.sync().error


LISTS = {
    "\u202e\u200b": "Untitled",
    "\u3164 \u2800": "Untitled",
    "\u202egnp.tset\u202c": "gnp.tset",
    "Rainy\ndays\u200b": "Rainy days",
    "x" * 99 + " yz": "x" * 99,
    "می\u200cروم": "می\u200cروم",  # the joiner belongs to the word
}


def test_lists_are_made_so_that_an_export_of_them_comes_back_whole(both: Side, alice: Browser) -> None:
    for name in LISTS:
        both.account.makes_list(name, "d" * 5_000)

    both.sync()
    both.sync()

    assert sorted(Watchlist.objects.values_list("name", flat=True)) == sorted(LISTS.values())
    bob = seated("bob")
    told = apply(bob, bring(bob, "matinee.json", exported(alice, "matinee.json")))
    assert set(counts(told)) <= {"applied", "there"}
    theirs = Watchlist.objects.filter(owner__username="bob")
    assert {row.name for row in theirs} == set(LISTS.values())
    assert {len(row.description) for row in theirs} == {2_000}


def test_a_list_without_a_visible_name_goes_with_the_untitled_one_that_is_here(both: Side) -> None:
    mine = actions.make_watchlist(both.alice.pk, "Untitled")
    number = both.account.makes_list("\u200b")

    both.sync()

    assert both.link.lists.get(watchlist=mine).trakt_id == number
