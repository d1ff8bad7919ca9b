"""Watching films and episodes, watching them again, and taking it back."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from matinee.accounts.actions import find_user
from matinee.accounts.models import User
from matinee.catalog.models import Season, Title
from matinee.core.models import Event
from matinee.core.personal import everything_about
from matinee.library.models import Viewing
from tests.accounts.cast import Browser, refused, said, seated
from tests.library.series import announced, days, done, history, next_numbers, serial, standing, told, watch
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def seen(browser: Browser, show: int, season: int) -> dict[int, int]:
    """How often each episode of a season was watched."""
    items = done(browser.get(f"/me/standings/tv/{show}/seasons/{season}"))["items"]
    return {item["episode"]: item["viewings"] for item in items}


def test_a_film_is_watched(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"

    made = watch(alice, film)

    assert (made["before"], made["standing"]["status"], made["standing"]["viewings"]) == (None, "watched", 1)
    (item,) = history(alice)
    assert (item["id"], item["title"]["id"], item["minutes"]) == (made["viewings"][0]["id"], shelf.films[0], 80)
    assert told() == ["FilmWatched", "StatusChanged"]
    event = Event.objects.get(name="FilmWatched").body
    assert (event["title_id"], event["viewing_id"], event["minutes"]) == (shelf.films[0], item["id"], 80)


def test_watching_it_twice_by_mistake_counts_once_and_again_on_purpose_twice(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"
    watch(alice, film)

    assert watch(alice, film)["viewings"] == []
    assert standing(alice, film)["rewatched"] is False
    again = watch(alice, film, again=True)

    assert (again["standing"]["viewings"], again["standing"]["rewatched"]) == (2, True)
    assert len(history(alice)) == 2
    assert told() == ["FilmWatched", "StatusChanged", "FilmWatched"]


def test_one_instant_holds_one_viewing(alice: Browser, shelf: Shelf) -> None:
    film, when = f"movies/{shelf.films[0]}", "2020-05-01T20:15:00Z"
    watch(alice, film, watchedAt=when, again=True)
    watch(alice, film, watchedAt=when, again=True)
    assert [item["watchedAt"] for item in history(alice)] == [when]


def test_a_show_is_watched_episode_by_episode(alice: Browser) -> None:
    show = serial({1: [days(-30), days(-23), days(-16)]})
    place = f"tv/{show}"

    first = watch(alice, place, season=1, episode=1)["standing"]
    assert (first["status"], first["seen"], first["aired"], next_numbers(first)) == ("watching", 1, 3, "1x02")
    assert first["next"]["title"] == "Part 1.2"
    watch(alice, place, season=1, episode=2)
    last = watch(alice, place, season=1, episode=3)["standing"]

    assert (last["status"], last["seen"], last["fraction"], last["next"]) == ("watched", 3, 1, None)
    assert told() == ["EpisodeWatched", "StatusChanged", "EpisodeWatched", "EpisodeWatched", "StatusChanged"]
    event = Event.objects.filter(name="EpisodeWatched").latest("id").body
    assert (event["season"], event["episode"], event["minutes"]) == (1, 3, 25)


def test_a_season_is_watched_at_once_as_far_as_it_has_aired(alice: Browser) -> None:
    show = serial({1: [days(-20), days(-13)], 2: [days(-6), days(1)]})

    made = watch(alice, f"tv/{show}", season=2)

    assert [(one["season"], one["episode"]) for one in made["viewings"]] == [(2, 1)]
    assert made["standing"]["seasons"] == [{"season": 2, "seen": 1}]
    assert made["standing"]["status"] == "watching"


def test_all_up_to_an_episode_is_watched_without_the_specials(alice: Browser) -> None:
    show = serial({0: [days(-50)], 1: [days(-20), days(-13)], 2: [days(-6), days(-5), days(-4)]})
    watch(alice, f"tv/{show}", season=1, episode=2)

    made = watch(alice, f"tv/{show}", season=2, episode=2, upTo=True)

    assert [(one["season"], one["episode"]) for one in made["viewings"]] == [(1, 1), (2, 1), (2, 2)]
    assert (seen(alice, show, 1), seen(alice, show, 2), seen(alice, show, 0)) == ({1: 1, 2: 1}, {1: 1, 2: 1}, {})
    assert next_numbers(made["standing"]) == "2x03"


def test_a_whole_show_is_watched_and_specials_only_by_name(alice: Browser) -> None:
    show = serial({0: [days(-50)], 1: [days(-20)], 2: [days(-6), days(9)]})

    whole = watch(alice, f"tv/{show}")["standing"]
    assert (whole["status"], whole["seen"], whole["aired"], whole["viewings"]) == ("watched", 2, 2, 2)

    special = watch(alice, f"tv/{show}", season=0)["standing"]
    assert (special["seen"], special["viewings"], special["rewatched"]) == (2, 3, False)


def test_an_episode_seen_before_it_aired_counts(alice: Browser) -> None:
    show = serial({1: [days(-1), days(6), days(13)]})

    watch(alice, f"tv/{show}", season=1, episode=1)
    made = watch(alice, f"tv/{show}", season=1, episode=2)["standing"]

    assert (made["status"], made["seen"], made["aired"]) == ("watched", 2, 2)


def test_what_is_next_follows_the_furthest_and_comes_back_to_what_was_left_out(alice: Browser) -> None:
    show = serial({1: [days(-9), days(-8), days(-7), days(-6)]})
    place = f"tv/{show}"

    assert next_numbers(watch(alice, place, season=1, episode=3)["standing"]) == "1x04"
    assert next_numbers(watch(alice, place, season=1, episode=4)["standing"]) == "1x01"


def test_episodes_without_a_date_are_old_where_nobody_announces_any(alice: Browser) -> None:
    ended = serial({1: [None, None]}, "Long over")
    running = announced(serial({1: [days(-3), None]}, "Goes on"))
    Season.objects.filter(title=running).update(completeness="complete")

    assert len(watch(alice, f"tv/{ended}")["viewings"]) == 2
    assert len(watch(alice, f"tv/{running}", season=1)["viewings"]) == 1


def test_one_viewing_or_all_of_them_are_taken_back(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"
    first = watch(alice, film, watchedAt="2020-05-01T20:15:00Z")["viewings"][0]["id"]
    watch(alice, film, again=True)
    watch(alice, film, watchedAt="2021-05-01T20:15:00Z", again=True)

    left = done(alice.send("DELETE", f"/me/viewings/{first}"))
    assert (left["standing"]["viewings"], left["standing"]["status"]) == (2, "watched")
    none = done(alice.send("DELETE", f"/me/viewings/{film}"))

    assert len(none["viewings"]) == 2
    assert (none["standing"]["status"], none["standing"]["viewings"], history(alice)) == (None, 0, [])
    assert told()[-3:] == ["ViewingRemoved", "ViewingRemoved", "StatusChanged"]


def test_of_several_viewings_the_last_alone_is_taken_back(alice: Browser, shelf: Shelf) -> None:
    film = f"movies/{shelf.films[0]}"
    for when in ("2021-05-01T20:15:00Z", "2022-05-01T20:15:00Z", "2020-05-01T20:15:00Z"):
        watch(alice, film, watchedAt=when, again=True)

    left = done(alice.send("DELETE", f"/me/viewings/{film}?last=true"))

    assert [one["watchedAt"] for one in left["viewings"]] == ["2022-05-01T20:15:00Z"]
    assert {name: left["standing"][name] for name in ("status", "viewings", "rewatched")} == {
        "status": "watched",
        "viewings": 2,
        "rewatched": True,
    }
    assert done(alice.send("DELETE", f"/me/viewings/{film}?last=true"))["standing"]["rewatched"] is False
    assert done(alice.send("DELETE", f"/me/viewings/{film}?last=true"))["standing"]["status"] is None
    assert done(alice.send("DELETE", f"/me/viewings/{film}?last=true"))["viewings"] == []


def test_a_season_or_an_episode_is_taken_back(alice: Browser) -> None:
    show = serial({1: [days(-20), days(-13)], 2: [days(-6)]})
    watch(alice, f"tv/{show}")

    done(alice.send("DELETE", f"/me/viewings/tv/{show}?season=1&episode=1"))
    assert seen(alice, show, 1) == {2: 1}
    left = done(alice.send("DELETE", f"/me/viewings/tv/{show}?season=1"))["standing"]
    assert (left["status"], left["seen"], next_numbers(left)) == ("watching", 1, "1x01")


def test_a_marking_is_undone_and_an_undoing_too(alice: Browser) -> None:
    show = serial({1: [days(-20), days(-13), days(-6)]})
    watch(alice, f"tv/{show}", season=1, episode=1, watchedAt="2020-05-01T20:15:00Z")
    before = history(alice)
    made = watch(alice, f"tv/{show}", season=1)

    done(alice.post("/me/viewings/remove", {"ids": [one["id"] for one in made["viewings"]]}))
    assert history(alice) == before

    gone = done(alice.send("DELETE", f"/me/viewings/tv/{show}"))["viewings"]
    again = [{name: one[name] for name in ("season", "episode", "watchedAt")} for one in gone]
    done(alice.post(f"/me/viewings/tv/{show}/dated", {"viewings": again}))
    done(alice.post(f"/me/viewings/tv/{show}/dated", {"viewings": again}))
    assert [item | {"id": 0} for item in history(alice)] == [item | {"id": 0} for item in before]


@pytest.mark.parametrize(
    ("what", "status", "field"),
    [
        ({"watchedAt": "2999-01-01T00:00:00Z"}, 400, "watchedAt"),
        ({"watchedAt": "1887-12-31T00:00:00Z"}, 400, "watchedAt"),
        ({"watchedAt": "2020-05-01T20:15:00"}, 400, "watchedAt"),
        ({"watchedAt": "yesterday"}, 400, "watchedAt"),
        ({"season": -1}, 400, "season"),
        ({"season": 70_000}, 400, "season"),
        ({"season": "1"}, 400, "season"),
        ({"episode": 1}, 400, "season"),
        ({"upTo": True}, 400, "upTo"),
        ({"season": 0, "episode": 1, "upTo": True}, 400, "upTo"),
        ({"season": 9}, 404, "season 9"),
        ({"season": 1, "episode": 9}, 404, "1x09"),
        ({"season": 2}, 400, "has aired"),
        ({"rating": 5}, 400, "rating"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_kept(
    alice: Browser, what: dict[str, object], status: int, field: str
) -> None:
    show = serial({0: [days(-9)], 1: [days(-6)], 2: [days(6)]})
    refused(alice.post(f"/me/viewings/tv/{show}", what), status, field)
    assert (history(alice), told()) == ([], [])


def test_a_film_has_no_episodes_and_nobody_knows_an_unknown_title(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    refused(alice.post(f"/me/viewings/movies/{film}", {"season": 1, "episode": 1}), 400, "season")
    dated = {"viewings": [{"season": 1, "episode": 1, "watchedAt": "2020-05-01T20:15:00Z"}]}
    refused(alice.post(f"/me/viewings/movies/{film}/dated", dated), 404)
    refused(alice.post("/me/viewings/movies/987654321", {}), 404)
    refused(alice.post(f"/me/viewings/tv/{film}", {}), 404)
    refused(alice.post("/me/viewings/movies/soup", {}), 400)
    assert history(alice) == []


def test_nothing_of_several_is_added_when_one_is_wrong(alice: Browser) -> None:
    show = serial({1: [days(-20), days(-13)]})
    good = {"season": 1, "episode": 1, "watchedAt": "2020-05-01T20:15:00Z"}
    for bad in (good | {"episode": 7}, good | {"watchedAt": "2999-01-01T00:00:00Z"}, {"watchedAt": good["watchedAt"]}):
        assert alice.post(f"/me/viewings/tv/{show}/dated", {"viewings": [good, bad]}).status_code in (400, 404)
    assert history(alice) == []


def test_somebody_elses_viewing_is_not_there(alice: Browser, shelf: Shelf) -> None:
    mine = watch(alice, f"movies/{shelf.films[0]}")["viewings"][0]["id"]
    bob = seated("bob")
    his = watch(bob, f"movies/{shelf.films[0]}")["viewings"][0]["id"]

    refused(bob.send("DELETE", f"/me/viewings/{mine}"), 404)
    refused(bob.post("/me/viewings/remove", {"ids": [his, mine]}), 404)
    refused(bob.send("DELETE", "/me/viewings/999999"), 404)
    assert (len(history(alice)), len(history(bob))) == (1, 1)


def test_viewings_of_two_titles_are_not_removed_together(alice: Browser, shelf: Shelf) -> None:
    ids = [watch(alice, f"movies/{film}")["viewings"][0]["id"] for film in shelf.films[:2]]
    refused(alice.post("/me/viewings/remove", {"ids": ids}), 400, "ids")
    assert len(history(alice)) == 2


def test_history_is_searched_and_filtered_newest_first(alice: Browser, shelf: Shelf) -> None:
    show = serial({1: [days(-20)]})
    watch(alice, f"movies/{shelf.films[1]}", watchedAt="2019-05-01T20:15:00Z")
    watch(alice, f"tv/{show}", watchedAt="2022-05-01T20:15:00Z")
    watch(alice, f"movies/{shelf.films[2]}", watchedAt="2021-05-01T20:15:00Z")

    def found(query: str) -> list[int]:
        return [item["title"]["id"] for item in history(alice, query)]

    assert found("") == [show, shelf.films[2], shelf.films[1]]
    assert history(alice)[0]["name"] == "Part 1.1"
    assert found("?kind=movie") == [shelf.films[2], shelf.films[1]]
    assert found("?text=LOFT") == [show]
    assert found(f"?title={shelf.films[1]}") == [shelf.films[1]]
    refused(alice.get("/me/history?kind=book"), 400, "kind")
    refused(alice.get("/me/history?page=0"), 400, "page")


def test_a_history_says_which_kinds_are_in_it(alice: Browser, shelf: Shelf) -> None:
    def kinds(text: str = "") -> set[str]:
        return set(done(alice.get(f"/me/history/kinds?text={text}"))["kinds"])

    alice.send("PUT", f"/me/standings/movies/{shelf.films[0]}", {"status": "planned"})
    assert kinds() == set()
    watch(alice, f"movies/{shelf.films[0]}")
    assert kinds() == {"movie"}
    watch(alice, f"tv/{shelf.shows[0]}", season=1, episode=1)
    assert kinds() == kinds("reel") == {"movie", "tv"}
    assert kinds("soup") == set()
    Title.objects.filter(pk=shelf.films[0]).update(is_active=False)
    assert kinds() == {"tv"}


def test_what_an_episode_was_stays_when_the_catalogue_has_it_no_more(alice: Browser) -> None:
    show = serial({1: [days(-20), days(-13)]})
    watch(alice, f"tv/{show}")
    Season.objects.get(title=show).episodes.filter(number=2).delete()

    latest = history(alice)[0]
    assert (latest["season"], latest["episode"], latest["name"]) == (1, 2, None)


def test_a_title_above_their_age_is_not_shown_and_comes_back(alice: Browser, shelf: Shelf) -> None:
    watch(alice, f"movies/{shelf.films[0]}")
    Title.objects.filter(pk=shelf.films[0]).update(minimum_age=18)
    User.objects.filter(username="alice").update(age_cap=12)
    assert history(alice) == []
    refused(alice.post(f"/me/viewings/movies/{shelf.films[0]}", {}), 404)
    User.objects.filter(username="alice").update(age_cap=None)
    assert len(history(alice)) == 1


def test_a_page_of_history_costs_as_many_statements_whatever_its_length(alice: Browser, shelf: Shelf) -> None:
    show = serial({1: [days(-number) for number in range(40, 1, -1)]})
    watch(alice, f"tv/{show}", season=1, episode=1)
    with CaptureQueriesContext(connection) as short:
        assert len(history(alice)) == 1
    watch(alice, f"tv/{show}")
    for film in shelf.films:
        watch(alice, f"movies/{film}")
    with CaptureQueriesContext(connection) as long:
        assert len(history(alice)) == 40
    assert len(short) == len(long) <= 7


def test_marking_a_season_costs_as_many_statements_whatever_its_length(alice: Browser) -> None:
    short_one = serial({1: [days(-9)]}, "Short")
    long_one = serial({1: [days(-number) for number in range(90, 1, -1)]}, "Long")
    with CaptureQueriesContext(connection) as short:
        watch(alice, f"tv/{short_one}", season=1)
    with CaptureQueriesContext(connection) as long:
        watch(alice, f"tv/{long_one}", season=1)
    assert len(short) == len(long)


def test_a_seasons_episodes_come_with_two_statements(alice: Browser) -> None:
    show = serial({1: [days(-number) for number in range(30, 1, -1)]})
    watch(alice, f"tv/{show}")
    with CaptureQueriesContext(connection) as statements:
        assert len(seen(alice, show, 1)) == 29
    assert len([one for one in statements if "library_" in one["sql"]]) == 2  # what was seen, and what was begun


def test_marks_tell_where_somebody_stands_with_the_same_one_statement(alice: Browser, shelf: Shelf) -> None:
    show = serial({1: [days(-20), days(-13), days(-6), days(-1)]})
    watch(alice, f"tv/{show}", season=1, episode=1)
    watch(alice, f"movies/{shelf.films[0]}")
    watch(alice, f"movies/{shelf.films[0]}", again=True)
    alice.send("PUT", f"/me/standings/movies/{shelf.films[1]}", {"status": "planned"})
    alice.send("PUT", f"/me/progress/movies/{shelf.films[2]}", {"seconds": 900, "duration": 3600})
    alice.send("PUT", f"/me/favorites/movies/{shelf.films[0]}", {"rating": 9})
    asked = ",".join(map(str, [show, *shelf.films, *shelf.shows]))

    with CaptureQueriesContext(connection) as statements:
        marks = {one.pop("id"): one for one in said(alice.get(f"/me/marks?titles={asked}"))["items"]}

    assert len([one for one in statements if "library_" in one["sql"]]) == 1
    assert set(marks) == {show, *shelf.films[:3]}
    assert marks[show] == {
        "favorite": False,
        "rating": None,
        "dismissed": False,
        "lists": [],
        "status": "watching",
        "rewatched": False,
        "seen": 1,
        "aired": 4,
        "progress": 0.25,
    }
    first = marks[shelf.films[0]]
    assert (first["favorite"], first["rating"], first["status"], first["rewatched"]) == (True, 9, "watched", True)
    assert marks[shelf.films[1]]["status"] == "planned"
    assert (marks[shelf.films[2]]["status"], marks[shelf.films[2]]["progress"]) == ("watching", 0.25)


def test_history_is_part_of_what_is_handed_over(alice: Browser) -> None:
    show = serial({1: [days(-20), days(-13)]})
    watch(alice, f"tv/{show}", season=1, episode=1)
    alice.send("PUT", f"/me/progress/tv/{show}", {"season": 1, "episode": 2, "seconds": 60, "duration": 1500})

    kept = everything_about(find_user("alice").pk)["history"]

    assert isinstance(kept, dict)
    assert [(one["title"], one["season"], one["episode"]) for one in kept["viewings"]] == [("The Loft", 1, 1)]
    assert [one["status"] for one in kept["standings"]] == ["watching"]
    assert [one["seconds"] for one in kept["progress"]] == [60]


def test_a_viewing_is_as_long_as_the_film_was_then(alice: Browser, shelf: Shelf) -> None:
    watch(alice, f"movies/{shelf.films[0]}")
    Title.objects.filter(pk=shelf.films[0]).update(runtime=999)
    assert Viewing.objects.get().minutes == 80


def test_a_time_comes_back_from_the_api_as_it_is_kept(alice: Browser, shelf: Shelf) -> None:
    when = timezone.now() - timedelta(days=3)
    film = f"movies/{shelf.films[0]}"
    watch(alice, film, watchedAt=when.isoformat())
    told_of = history(alice)[0]["watchedAt"]

    watch(alice, film, watchedAt=told_of, again=True)

    assert datetime.fromisoformat(told_of) == Viewing.objects.get().watched_at
