"""What the program recommends to the people it knows: learnt from the database, shown over HTTP."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.accounts.actions import find_user
from matinee.accounts.models import User
from matinee.catalog.models import Collection, Title
from matinee.core.limits import Lockout
from matinee.core.personal import everything_about
from matinee.core.settings import Settings
from matinee.library import actions
from matinee.library.api import recommendations as api
from matinee.library.models import Opinion, Standing
from matinee.library.queries import recommendations
from matinee.library.queries.recommendations.learnt import newest_of
from tests.accounts.cast import Browser, Visitor, person, refused, said, seated
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture(autouse=True)
def own_models(tmp_path: Path, settings_now: Settings) -> Iterator[None]:
    """What is learnt is learnt for one test."""
    settings_now.data_dir = tmp_path
    recommendations.shelf.cache_clear()
    yield
    recommendations.shelf.cache_clear()


def think(browser: Browser, film: int, **opinion: object) -> None:
    browser.send("PATCH", f"/me/opinions/movies/{film}", opinion)


def recommended(browser: Visitor, path: str = "/me/recommendations") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = said(browser.get(path))["items"]
    return items


def ids(browser: Visitor, path: str = "/me/recommendations") -> list[int]:
    return [item["id"] for item in recommended(browser, path)]


def test_nothing_is_recommended_before_anything_is_learnt(alice: Browser, shelf: Shelf) -> None:
    assert recommended(alice) == recommended(Visitor(), f"/movies/{shelf.films[0]}/similar") == []


def test_what_shares_much_with_a_liked_film_comes_with_that_reason(alice: Browser, shelf: Shelf) -> None:
    series = Collection.objects.create(name="The reels")
    Title.objects.filter(pk__in=shelf.films[:2]).update(collection=series)
    think(alice, shelf.films[0], favorite=True)
    actions.learn()

    found = recommended(alice)

    assert found[0]["id"] == shelf.films[1]
    assert found[0]["reason"]["becauseOf"] == {"id": shelf.films[0], "kind": "movie", "title": "Reel 0"}
    assert (found[0]["reason"]["kind"], found[0]["reason"]["names"]) == ("collection", ["The reels"])
    assert shelf.films[0] not in [one["id"] for one in found]
    assert ids(Visitor(), f"/movies/{shelf.films[0]}/similar")[0] == shelf.films[1]
    assert {one["kind"] for one in recommended(alice, "/me/recommendations?kind=tv")} == {"tv"}


def test_who_has_said_nothing_is_recommended_what_is_well_known_with_votes_or_without(
    alice: Browser, shelf: Shelf
) -> None:
    Title.objects.update(votes=0, popularity=1)
    Title.objects.filter(pk=shelf.films[2]).update(popularity=90)
    actions.learn()

    first = recommended(alice)[0]

    assert first["id"] == shelf.films[2]
    assert (first["reason"]["kind"], first["reason"]["becauseOf"]) == ("popular", None)


def test_what_people_liked_together_is_learnt(alice: Browser, shelf: Shelf) -> None:
    bob = seated("bob")
    for browser in (alice, bob):
        think(browser, shelf.films[0], rating=9)
    think(bob, shelf.films[3], rating=10)
    assert actions.learn() == 3

    assert shelf.films[3] in ids(alice)


def test_what_is_seen_disliked_dismissed_or_not_for_them_is_not_recommended(alice: Browser, shelf: Shelf) -> None:
    think(alice, shelf.films[0], favorite=True)
    think(alice, shelf.films[1], rating=2)
    think(alice, shelf.films[2], dismissed=True)
    alice.post(f"/me/viewings/movies/{shelf.films[3]}", {})
    actions.learn()
    assert {one for one in ids(alice) if one in shelf.films} == {*shelf.films[4:]}

    Title.objects.filter(pk=shelf.films[4]).update(minimum_age=18)
    Title.objects.filter(pk__in=[shelf.films[0], shelf.films[5]]).update(minimum_age=6)
    User.objects.filter(username="alice").update(age_cap=12)
    assert [one for one in ids(alice) if one in shelf.films] == shelf.films[5:]
    assert shelf.films[4] not in ids(alice, f"/movies/{shelf.films[0]}/similar")


def test_what_is_planned_already_is_not_recommended_to_who_planned_it_but_is_good_for_an_evening_with_others(
    alice: Browser, shelf: Shelf
) -> None:
    bob = seated("bob")
    for browser in (alice, bob):
        think(browser, shelf.films[0], favorite=True)
    actions.learn()
    assert shelf.films[1] in ids(alice)

    alice.send("PUT", f"/me/standings/movies/{shelf.films[1]}", {"status": "planned"})

    assert shelf.films[1] not in ids(alice)
    assert shelf.films[1] in ids(bob)
    assert shelf.films[1] in ids(alice, "/recommendations/together?with=bob")
    alice.send("PUT", f"/me/standings/movies/{shelf.films[1]}", {"status": None})
    assert shelf.films[1] in ids(alice)


def test_what_turns_out_to_be_for_older_people_is_gone_at_once(alice: Browser, shelf: Shelf) -> None:
    think(alice, shelf.films[0], favorite=True)
    Title.objects.update(minimum_age=6)
    User.objects.filter(username="alice").update(age_cap=12)
    actions.learn()
    first, *others = ids(alice)
    Title.objects.filter(pk=first).update(minimum_age=18)
    assert ids(alice) == others
    assert first not in ids(alice, "/me/recommendations?kind=movie")


def test_several_people_get_what_suits_all_within_their_time(alice: Browser, shelf: Shelf) -> None:
    bob = seated("bob")
    think(alice, shelf.films[0], favorite=True)
    think(bob, shelf.films[1], favorite=True)
    think(bob, shelf.films[2], dismissed=True)
    actions.learn()

    tonight = ids(alice, "/recommendations/together?with=bob&kind=movie&minutes=84")

    assert sorted(tonight) == shelf.films[3:5]  # 83 and 84 minutes; the first two are seen, the third is not wanted
    refused(alice.get("/recommendations/together?with=alice"), 400, "others than yourself")
    refused(alice.get("/recommendations/together?with=a,b,c,d"), 400, "one to 3")
    refused(alice.get("/recommendations/together"), 400, "with")
    refused(alice.get("/recommendations/together?with=bob&minutes=0"), 400, "minutes")


def test_who_does_not_want_it_is_not_told_apart_from_who_is_not_here(alice: Browser, shelf: Shelf) -> None:
    bob = seated("bob")
    person("carol")
    actions.learn()
    both = "/recommendations/together?with=BOB,carol"
    assert recommended(alice, both)

    assert said(bob.get("/me"))["watchesTogether"] is True
    assert said(bob.send("PATCH", "/me", {"watchesTogether": False}))["watchesTogether"] is False
    User.objects.filter(username="carol").update(is_active=False)

    def sentence(name: str) -> str:
        response = alice.get(f"/recommendations/together?with={name}")
        refused(response, 404, f"nobody called {name} with whom")
        return str(said(response)["detail"]).replace(name, "…")

    assert sentence("bob") == sentence("carol") == sentence("erin")
    refused(alice.get(both), 404, "nobody called BOB")
    assert recommended(bob, "/recommendations/together?with=alice")
    refused(bob.get("/recommendations/together?with=bob"), 400, "others than yourself")
    kept: Any = everything_about(find_user("bob").pk)["account"]
    assert kept["watches_together"] is False


@pytest.mark.parametrize("wrong", [None, "perhaps", 2])
def test_whether_one_watches_together_is_yes_or_no(alice: Browser, wrong: object) -> None:
    refused(alice.send("PATCH", "/me", {"watchesTogether": wrong}), 400, "watchesTogether")
    assert said(alice.get("/me"))["watchesTogether"] is True


def test_nobody_tries_names_for_long(alice: Browser, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    bob = seated("bob")
    actions.learn()
    monkeypatch.setattr(api, "_WRONG_NAMES", Lockout(free=2, first=3600))
    for name in ("ann", "ben", "cay"):
        refused(alice.get(f"/recommendations/together?with={name}"), 404)

    for name in ("bob", "dan"):  # else the one that is answered would be here
        refused(alice.get(f"/recommendations/together?with={name}"), 429, "Please wait")
    assert recommended(bob, "/recommendations/together?with=alice")


def test_nobody_is_shown_together_what_one_of_them_may_not_meet(alice: Browser, shelf: Shelf) -> None:
    Title.objects.filter(pk=shelf.films[1]).update(minimum_age=16)
    User.objects.filter(username="bob").update(age_cap=12)
    think(alice, shelf.films[0], favorite=True)
    actions.learn()

    assert shelf.films[1] in ids(alice)
    assert shelf.films[1] not in ids(alice, "/recommendations/together?with=bob")


def test_learning_and_recommending_cost_statements_that_do_not_grow(alice: Browser, shelf: Shelf) -> None:
    think(alice, shelf.films[0], favorite=True)
    actions.learn()
    with CaptureQueriesContext(connection) as short:
        alice.get("/me/recommendations?count=1")
    think(alice, shelf.films[1], rating=9)
    actions.learn()
    with CaptureQueriesContext(connection) as long:
        alice.get("/me/recommendations?count=20")
    assert len(short) == len(long) <= 10


def test_what_somebody_did_last_says_most_to_the_fraction_of_a_second(alice: Browser, shelf: Shelf) -> None:
    user, whole = find_user("alice"), datetime(2021, 5, 4, 20, 15, tzinfo=UTC)
    parts = (timedelta(microseconds=500_000), timedelta(), timedelta(microseconds=50_000))
    for film, part in zip(shelf.films, parts, strict=False):
        Opinion.objects.create(user=user, title_id=film, rating=14, rated_at=whole, changed_at=whole + part)
    for film, status, seconds in ((1, "watched", 0.7), (3, "watched", 0.6), (4, "planned", 0.8)):
        at, viewings = whole + timedelta(seconds=seconds), int(status == "watched")
        Standing.objects.create(
            user=user, title_id=shelf.films[film], status=status, viewings=viewings, seen=viewings, last_at=at
        )

    assert newest_of(user.pk) == [
        (shelf.films[1], 0.7),
        (shelf.films[3], 0.5),
        (shelf.films[0], 0.7),
        (shelf.films[2], 0.7),
    ]


def test_a_pass_learns_when_there_is_something_new_and_else_is_idle(alice: Browser, shelf: Shelf) -> None:
    think(alice, shelf.films[0], favorite=True)
    actions.learn()
    assert actions.keep_learning().idle
    before = recommendations.changes()
    think(alice, shelf.films[1], favorite=True)
    assert recommendations.changes() != before
