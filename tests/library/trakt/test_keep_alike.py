"""A library and an account at Trakt are kept alike: the first time, and from then on in both directions."""

from datetime import UTC, datetime
from typing import Any

import pytest

from matinee.catalog.events import TitlesJoined
from matinee.catalog.models import Episode, Title
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.models import Event
from matinee.library import actions
from matinee.library.actions import Change, Dated
from matinee.library.models import Opinion, TraktItem, Viewing, Watchlist, WatchlistItem
from tests.delivering import deliver
from tests.library.trakt.conftest import Side, link_now
from tests.trakt_stand_in import Known
from tests.trakt_stand_in.account import Json

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

LONG_AGO, LATER = "2015-03-01T20:00:00.000Z", "2016-03-01T20:00:00.000Z"
EVENING = datetime(2017, 5, 6, 20, 15, 30, 123456, tzinfo=UTC)


def rate(side: Side, known: Known, rating: int | None) -> None:
    actions.change_opinion(side.alice.pk, side.title(known).pk, Change(rating=rating))


def watch(side: Side, known: Known, at: datetime, season: int | None = None, episode: int | None = None) -> Viewing:
    dated = [Dated(season, episode, at)]
    return actions.add_viewings(side.alice.pk, side.title(known), dated).viewings[0]


def ratings(side: Side) -> dict[int, int | None]:
    """Here, in half points."""
    return dict(Opinion.objects.filter(user=side.alice).exclude(rating=None).values_list("title_id", "rating"))


def watched(side: Side) -> list[tuple[int, int | None, int | None]]:
    rows = Viewing.objects.filter(user=side.alice).order_by("watched_at", "id")
    return list(rows.values_list("title_id", "season", "episode"))


def inside(name: str) -> list[int]:
    return list(
        WatchlistItem.objects.filter(watchlist__name=name).order_by("position").values_list("title_id", flat=True)
    )


def writes(side: Side) -> list[str]:
    return [path for path in side.trakt.requests("POST") if not path.startswith("/oauth")]


def plays(side: Side) -> list[tuple[str, str]]:
    return sorted((play["type"], play["watched_at"]) for play in side.account.plays)


def test_a_first_sync_brings_both_sides_what_the_other_had_before_and_removes_nothing(unlinked: Side) -> None:
    side, (one, two, three), show = unlinked, unlinked.films, unlinked.show
    side.account.rates(one, 9, LONG_AGO)
    side.account.plays_film(one, LONG_AGO)
    side.account.plays_episode(show, 1, 2, LATER)
    side.account.lists_title(one)
    rate(side, two, 15)
    watch(side, three, EVENING)
    watch(side, show, EVENING, 2, 1)
    link_now(side)

    link = side.sync()

    assert link.error == ""
    assert ratings(side) == {side.title(one).pk: 18, side.title(two).pk: 15}
    assert {number: rating for number, (rating, _) in side.account.ratings.items()} == {one.trakt: 9, two.trakt: 8}
    assert len(watched(side)) == len(plays(side)) == 4
    assert ("movie", "2017-05-06T20:15:30.000Z") in plays(side)
    assert inside("Watchlist") == [side.title(one).pk]
    assert (link.report["taken"], link.report["sent"], link.report["dropped"], link.report["withdrawn"]) == (4, 3, 0, 0)
    assert link.username == "alice-at-trakt"
    assert Opinion.objects.get(title=side.title(one)).rated_at == datetime(2015, 3, 1, 20, tzinfo=UTC)


def test_what_came_from_trakt_does_not_go_back_and_what_was_sent_is_not_sent_again(both: Side) -> None:
    side = both
    side.account.rates(side.films[0], 9, LONG_AGO)
    side.account.plays_film(side.films[0], LONG_AGO)
    rate(side, side.films[1], 12)
    watch(side, side.films[1], EVENING)
    side.sync()
    side.trakt.forget_requests()
    told = Event.objects.count()

    due = side.sync()
    side.sync()

    assert writes(side) == []
    assert Event.objects.count() == told
    assert (due.report["taken"], due.report["sent"]) == (0, 0)


def test_a_change_that_came_from_trakt_calls_for_no_sync(both: Side) -> None:
    side = both
    side.account.rates(side.films[0], 9, LONG_AGO)
    side.account.plays_film(side.films[1], LONG_AGO)
    side.account.lists_title(side.films[2])
    due_at = side.sync().due_at

    deliver()
    assert side.link.due_at == due_at

    rate(side, side.films[0], 4)
    deliver()
    assert side.link.due_at < due_at


def test_while_nothing_changes_one_question_is_all_that_is_asked(both: Side) -> None:
    side = both
    side.account.rates(side.films[0], 9, LONG_AGO)
    side.sync()
    side.sync()
    side.trakt.forget_requests()

    side.sync()

    assert side.trakt.requests() == ["/sync/last_activities"]


def test_ratings_travel_in_both_directions_and_a_half_point_here_survives(both: Side) -> None:
    side, (one, two, _) = both, both.films
    rate(side, one, 15)
    side.sync()
    side.sync()
    assert (side.account.ratings[one.trakt][0], ratings(side)[side.title(one).pk]) == (8, 15)

    side.account.rates(one, 3, LONG_AGO)
    rate(side, two, 20)
    side.sync()

    assert ratings(side) == {side.title(one).pk: 6, side.title(two).pk: 20}
    assert side.account.ratings[two.trakt][0] == 10


@pytest.mark.parametrize(("theirs", "expected"), [("2016-01-01T00:00:00.000Z", 4), ("2999-01-01T00:00:00.000Z", 18)])
def test_of_two_changes_of_one_rating_the_later_one_holds_on_both_sides(both: Side, theirs: str, expected: int) -> None:
    side, one = both, both.films[0]
    side.account.rates(one, 5, LONG_AGO)
    side.sync()
    rate(side, one, 4)
    side.account.rates(one, 9, theirs)

    side.sync()

    assert ratings(side)[side.title(one).pk] == expected
    assert side.account.ratings[one.trakt][0] * 2 == expected


def test_what_is_removed_on_one_side_is_removed_on_the_other(both: Side) -> None:
    side, (one, two, three), show = both, both.films, both.show
    for film in (one, two):
        side.account.rates(film, 7, LONG_AGO)
        side.account.lists_title(film)
    number = side.account.plays_film(one, LONG_AGO)
    side.account.plays_episode(show, 1, 1, LONG_AGO)
    viewing = watch(side, three, EVENING)
    side.sync()
    side.sync()  # from now on Trakt has shown what it was sent

    side.account.unrates(one)
    side.account.removes_play(number)
    side.account.unlists(one)
    rate(side, two, None)
    actions.remove_viewings(side.alice.pk, [viewing.pk])
    actions.remove_title(side.alice.pk, Watchlist.objects.get().pk, side.title(two).pk)
    report = side.sync().report

    assert (ratings(side), side.account.ratings) == ({}, {})
    assert watched(side) == [(side.title(show).pk, 1, 1)]
    assert plays(side) == [("episode", LONG_AGO)]
    assert (inside("Watchlist"), side.account.lists[0].listed) == ([], {})
    assert (report["dropped"], report["withdrawn"]) == (3, 3)
    assert not TraktItem.objects.filter(gone_at__isnull=False).exists()


def test_an_older_removal_gives_way_to_a_newer_rating_of_the_other_side(both: Side) -> None:
    side, one = both, both.films[0]
    side.account.rates(one, 7, LONG_AGO)
    side.sync()
    rate(side, one, None)
    side.account.rates(one, 2, "2999-01-01T00:00:00.000Z")

    side.sync()

    assert ratings(side) == {side.title(one).pk: 4}
    assert side.account.ratings[one.trakt][0] == 2


def test_who_takes_a_removal_back_before_it_travelled_has_changed_nothing(both: Side) -> None:
    side, one = both, both.films[0]
    viewing = watch(side, one, EVENING)
    side.sync()
    side.sync()
    actions.remove_viewings(side.alice.pk, [viewing.pk])
    watch(side, one, EVENING)

    side.sync()
    side.sync()

    assert len(watched(side)) == len(plays(side)) == 1


def test_lists_are_paired_by_name_made_where_they_lack_and_filled_from_both_sides(unlinked: Side) -> None:
    side, (one, two, three) = unlinked, unlinked.films
    both = side.account.makes_list("Sunday")
    side.account.lists_title(one, in_list=both)
    theirs = side.account.makes_list("Rainy days")
    side.account.lists_title(two, in_list=theirs)
    sunday = actions.make_watchlist(side.alice.pk, "sunday")
    ours = actions.make_watchlist(side.alice.pk, "To lend")
    for row in (sunday, ours):
        actions.add_title(side.alice.pk, row.pk, side.title(three).pk)
    link_now(side)

    side.sync()

    named = {places.name: sorted(places.listed) for places in side.account.lists.values() if places.name}
    assert named == {"Sunday": [1, 3], "Rainy days": [2], "To lend": [3]}
    assert sorted(inside("sunday")) == sorted(side.title(film).pk for film in (one, three))
    assert inside("Rainy days") == [side.title(two).pk]

    side.sync()
    actions.add_title(side.alice.pk, Watchlist.objects.get(name="Rainy days").pk, side.title(one).pk)
    side.account.unlists(three, in_list=both)
    side.sync()
    assert sorted(side.account.lists[theirs].listed) == [1, 2]
    assert inside("sunday") == [side.title(one).pk]


def test_a_list_that_was_deleted_on_one_side_stays_on_the_other_and_does_not_come_back(both: Side) -> None:
    side = both
    first = side.account.makes_list("Gone there")
    second = side.account.makes_list("Gone here")
    side.account.lists_title(side.films[0], in_list=first)
    side.account.lists_title(side.films[0], in_list=second)
    side.sync()
    side.account.deletes_list(first)
    actions.delete_watchlist(side.alice.pk, Watchlist.objects.get(name="Gone here").pk)

    side.sync()
    side.sync()

    assert inside("Gone there") == [side.title(side.films[0]).pk]
    assert [places.name for places in side.account.lists.values() if places.name] == ["Gone here"]
    assert Watchlist.objects.filter(deleted_at=None).count() == 1


def test_titles_that_trakt_does_not_know_are_named_and_not_sent_again(both: Side) -> None:
    side, one = both, both.films[0]
    del side.account.known[one.trakt]
    rate(side, one, 10)
    watch(side, one, EVENING)

    report = side.sync().report
    side.trakt.forget_requests()
    side.sync()

    assert report["unknown_there"] == ["Reel 0 (1920)"]
    assert writes(side) == []
    assert ratings(side) == {side.title(one).pk: 10}


def test_an_episode_that_trakt_leaves_out_without_a_word_stays_here(both: Side) -> None:
    side = both
    watch(side, side.show, EVENING, 1, 6)
    watch(side, side.show, EVENING, 1, 5)

    for _ in range(3):
        side.sync()

    assert len(watched(side)) == 2
    assert len(plays(side)) == 1


def test_what_the_catalogue_does_not_know_is_named_and_nothing_dangles(both: Side) -> None:
    side = both
    stranger = Known(77, "movie", "Nobody Knows It", "tt7777777")
    side.account.knows(stranger)
    side.account.plays_film(stranger, LONG_AGO)
    side.account.plays_episode(side.show, 9, 9, LONG_AGO)

    report = side.sync().report

    assert report["unknown_here"] == ["Nobody Knows It (1924)", "Reel 0 (1924) 9x09"]
    assert watched(side) == []


def test_an_episode_that_the_catalogue_lost_since_was_not_removed_at_trakt(both: Side) -> None:
    side = both
    side.account.plays_episode(side.show, 1, 1, LONG_AGO)
    side.sync()
    Episode.objects.filter(season__title=side.title(side.show), season__number=1, number=1).delete()
    side.account.plays_film(side.films[0], LONG_AGO)

    side.sync()

    assert len(watched(side)) == 2


def test_a_full_account_is_told_and_left_alone_for_a_day_while_the_rest_goes_on(both: Side) -> None:
    side = both
    side.account.most_lists = 0
    actions.make_watchlist(side.alice.pk, "One too many")
    rate(side, side.films[0], 10)

    link = side.sync()
    side.trakt.forget_requests()
    side.sync()

    assert link.error == ""
    assert any("full" in note for note in link.report["notes"])
    assert side.films[0].trakt in side.account.ratings
    assert writes(side) == []


def test_when_almost_all_is_gone_at_trakt_nothing_is_removed_here(both: Side) -> None:
    side = both
    for minute in range(30):
        side.account.plays_film(side.films[0], f"2015-03-01T20:{minute:02}:00.000Z")
    side.sync()
    side.account.plays.clear()
    side.account._tick("watched")

    report = side.sync().report

    assert len(watched(side)) == 30
    assert any("looks like a mistake" in note for note in report["notes"])
    assert side.account.plays == []


def test_a_long_history_comes_page_by_page(both: Side) -> None:
    side = both
    side.trakt.per_page = 7
    for minute in range(30):
        side.account.plays_film(side.films[0], f"2015-03-01T20:{minute:02}:00.000Z")

    side.sync()

    assert len(watched(side)) == 30
    assert side.trakt.requests().count("/sync/history") == 5


def test_two_titles_that_turn_out_to_be_one_are_removed_from_nobodys_account(both: Side) -> None:
    side, (one, two, _) = both, both.films
    rate(side, one, 10)
    side.sync()
    side.sync()
    kept, gone = side.title(two).pk, side.title(one).pk
    Title.objects.filter(pk=kept).update(imdb_id=one.imdb)
    Title.objects.filter(pk=gone).update(is_active=False)
    with deed():
        events.append(TitlesJoined(kept=kept, gone=gone))
    side.sync()
    side.sync()

    assert side.account.ratings[one.trakt][0] == 5
    assert ratings(side) == {kept: 10}


def body_of(side: Side, path: str) -> Json | Any:
    return side.trakt.bodies(path)[-1]


def test_what_is_sent_names_titles_by_the_ids_that_trakt_knows(both: Side) -> None:
    side = both
    watch(side, side.show, EVENING, 2, 3)
    side.sync()
    assert body_of(side, "/sync/history") == {
        "movies": [],
        "shows": [
            {
                "ids": {"imdb": side.show.imdb},
                "seasons": [{"number": 2, "episodes": [{"number": 3, "watched_at": "2017-05-06T20:15:30.000Z"}]}],
            }
        ],
    }
