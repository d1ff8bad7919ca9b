"""What people here think of titles all together: counted from events, and exactly so when they are heard again."""

import random
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.accounts.actions import find_user
from matinee.accounts.actions.people import delete_person
from matinee.catalog.events import TitlesJoined
from matinee.catalog.models import Title
from matinee.core import delivery, events
from matinee.core.deeds import deed
from matinee.library.events import FilmWatched, TitleRated
from matinee.library.models import Activity, Review, TitleCount, WatchlistItem
from tests.accounts.cast import Browser, Visitor, refused, said, seated
from tests.delivering import deliver
from tests.library.shelf import Shelf

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def think(browser: Browser, film: int, **opinion: object) -> None:
    assert browser.send("PATCH", f"/me/opinions/movies/{film}", opinion).status_code == 200


def counts(film: int) -> dict[str, Any]:
    deliver()
    return said(Visitor().get(f"/movies/{film}/opinions"))


def counted() -> list[tuple[int, ...]]:
    """All there is in the table, but what counts nothing."""
    deliver()
    rows = TitleCount.objects.exclude(loved=0, rated=0, points=0)
    return list(rows.order_by("title").values_list("title", "loved", "rated", "points"))


def test_a_title_tells_how_many_love_it_and_how_it_is_rated(alice: Browser, shelf: Shelf) -> None:
    film, bob = shelf.films[0], seated("bob")
    assert counts(film) == {"loved": 0, "rated": 0, "rating": None}

    think(alice, film, favorite=True, rating=9)
    think(bob, film, favorite=True, rating=6.5)
    assert counts(film) == {"loved": 2, "rated": 2, "rating": 7.8}

    think(alice, film, rating=4)
    think(bob, film, favorite=False, rating=None)
    assert counts(film) == {"loved": 1, "rated": 1, "rating": 4}


def test_what_most_love_comes_first_and_only_for_those_who_may_meet_it(alice: Browser, shelf: Shelf) -> None:
    bob = seated("bob")
    for film in shelf.films[:3]:
        think(alice, film, favorite=True)
    think(bob, shelf.films[1], favorite=True)
    Title.objects.filter(pk=shelf.films[0]).update(is_active=False)
    deliver()

    page = said(Visitor().get("/favorites"))

    assert [(item["title"]["id"], item["loved"]) for item in page["items"]] == [
        (shelf.films[1], 2),
        (shelf.films[2], 1),
    ]
    assert (page["total"], page["pages"]) == (2, 1)
    refused(Visitor().get("/favorites?page=26"), 400, "page")


def test_the_page_of_what_is_loved_costs_as_many_statements_whatever_its_length(alice: Browser, shelf: Shelf) -> None:
    think(alice, shelf.films[0], favorite=True)
    deliver()
    with CaptureQueriesContext(connection) as short:
        Visitor().get("/favorites")
    for film in shelf.films:
        think(alice, film, favorite=True)
    deliver()
    with CaptureQueriesContext(connection) as long:
        Visitor().get("/favorites")
    assert len(short) == len(long) <= 6


def test_many_changes_are_counted_and_remembered_with_as_few_statements_as_one(alice: Browser, shelf: Shelf) -> None:
    user_id = find_user("alice").pk

    def statements(changes: int) -> int:
        with deed():
            for number in range(changes):
                film = shelf.films[number % len(shelf.films)]
                events.append(TitleRated(user_id, film, before=number % 20, rating=number % 20 + 1))
                events.append(FilmWatched(user_id, film, number, NOON, minutes=60))
        with CaptureQueriesContext(connection) as asked:
            deliver()
        return len(asked)

    deliver()
    statements(1)  # every subscriber has its place now, and its lease
    assert statements(45) == statements(1)


@pytest.mark.parametrize("seed", range(4))
def test_heard_again_everything_counts_the_same(alice: Browser, shelf: Shelf, seed: int) -> None:
    chance = random.Random(seed)
    browsers = [alice, seated("bob")]
    for _ in range(40):
        opinion = {"favorite": chance.random() < 0.5, "rating": chance.choice([None, 0, 3.5, 8, 10])}
        name = chance.choice(list(opinion))
        think(chance.choice(browsers), chance.choice(shelf.films), **{name: opinion[name]})
    if seed % 2:
        delete_person(find_user("bob"))
    live, done = counted(), list(Activity.objects.order_by("pk").values())

    delivery.replay("statistics", 1)
    delivery.replay("activity", 1)
    assert not TitleCount.objects.exists()

    assert counted() == live
    assert list(Activity.objects.order_by("pk").values()) == done


def test_who_leaves_takes_their_part_along(alice: Browser, shelf: Shelf) -> None:
    film, bob = shelf.films[0], seated("bob")
    think(alice, film, favorite=True, rating=9)
    think(bob, film, favorite=True, rating=2)

    delete_person(find_user("bob"))

    assert counts(film) == {"loved": 1, "rated": 1, "rating": 9}


def test_two_rows_of_one_film_become_one_with_everything_that_was_theirs(alice: Browser, shelf: Shelf) -> None:
    deliver()  # so that who listens from now on is known
    kept, gone, bob = *shelf.films[:2], seated("bob")
    think(alice, kept, rating=9)
    think(alice, gone, favorite=True, rating=4, notes="The train!")
    think(bob, gone, favorite=True, dismissed=True)
    lists = [said(alice.post("/watchlists", {"name": name}))["id"] for name in ("One", "Both")]
    for one, films in zip(lists, ([gone], [gone, kept, shelf.films[2]]), strict=True):
        for film in films:
            alice.send("PUT", f"/watchlists/{one}/items/movies/{film}", {})
    alice.send("PUT", f"/me/reviews/movies/{gone}", {"text": "It moves!"})
    alice.post(f"/me/viewings/movies/{gone}", {})

    with deed():
        events.append(TitlesJoined(kept=kept, gone=gone))

    assert counts(kept) == {"loved": 2, "rated": 1, "rating": 9}
    assert counts(gone) == {"loved": 0, "rated": 0, "rating": None}
    opinion = said(alice.get(f"/me/opinions/movies/{kept}"))
    assert (opinion["favorite"], opinion["rating"], opinion["notes"]) == (True, 9, "The train!")
    assert said(bob.get(f"/me/opinions/movies/{kept}"))["dismissed"] is True
    assert said(bob.get(f"/me/opinions/movies/{gone}"))["favorite"] is False
    assert [row.title_id for row in Review.objects.all()] == [kept]
    held = [
        list(WatchlistItem.objects.filter(watchlist=one).order_by("position").values_list("title", "position"))
        for one in lists
    ]
    assert held == [[(kept, 0)], [(kept, 0), (shelf.films[2], 1)]]
    assert [row["title"]["id"] for row in said(alice.get("/me/stats"))["mostWatched"]] == [kept]

    done = list(Activity.objects.order_by("pk").values())
    assert gone not in {row["title_id"] for row in done if row["what"] == "FilmWatched"}
    live = (counted(), said(alice.get("/me/stats")))

    for name in ("statistics", "activity"):
        delivery.replay(name, 1)
    deliver()

    assert list(Activity.objects.order_by("pk").values()) == done
    assert (counted(), said(alice.get("/me/stats"))) == live
