"""Loving titles: keeping, rating, annotating, finding them again, and letting them go."""

from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from matinee.accounts.actions import find_user
from matinee.accounts.models import User
from matinee.catalog.models import Title, TitleGenre
from matinee.core.models import Event
from matinee.core.personal import everything_about
from tests.accounts.cast import Browser, refused, said, seated
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def told() -> list[str]:
    """The library's events so far, oldest first."""
    return list(
        Event.objects.filter(
            name__in=("FavoriteAdded", "FavoriteRemoved", "TitleRated", "TitleDismissed", "TitleWelcomed")
        )
        .order_by("id")
        .values_list("name", flat=True)
    )


def done(response: HttpResponse, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.content
    return said(response)


def ids(browser: Browser, query: str = "") -> list[int]:
    return [item["title"]["id"] for item in said(browser.get(f"/me/favorites{query}"))["items"]]


def love(browser: Browser, shelf: Shelf, *, films: int = 0, shows: int = 0) -> list[int]:
    """So many, one after the other; their ids."""
    for film in shelf.films[:films]:
        done(browser.send("PUT", f"/me/favorites/movies/{film}", {}), 200)
    for show in shelf.shows[:shows]:
        done(browser.send("PUT", f"/me/favorites/tv/{show}", {}), 200)
    return shelf.films[:films] + shelf.shows[:shows]


def test_a_title_becomes_a_favourite_with_rating_and_notes(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[2]
    opinion = {"rating": 8.5, "notes": "The boots!"}

    made = done(alice.send("PUT", f"/me/favorites/movies/{film}", opinion), 200)

    assert (made["favorite"], made["rating"], made["notes"]) == (True, 8.5, "The boots!")
    (item,) = said(alice.get("/me/favorites"))["items"]
    assert (item["title"]["id"], item["title"]["kind"]) == (film, "movie")
    assert {name: item[name] for name in made} == made == said(alice.get(f"/me/opinions/movies/{film}"))
    assert told() == ["FavoriteAdded", "TitleRated"]


def test_loving_it_again_changes_nothing(alice: Browser, shelf: Shelf) -> None:
    address = f"/me/favorites/movies/{shelf.films[0]}"
    done(alice.send("PUT", address, {"rating": 7}), 200)

    again = done(alice.send("PUT", address, {}), 200)

    assert (again["favorite"], again["rating"], again["notes"]) == (True, 7, "")
    assert told() == ["FavoriteAdded", "TitleRated"]


def test_an_opinion_changes_in_parts(alice: Browser, shelf: Shelf) -> None:
    address = f"/me/opinions/movies/{shelf.films[0]}"
    done(alice.send("PATCH", address, {"favorite": True, "rating": 7, "notes": "good"}), 200)

    assert said(alice.send("PATCH", address, {"rating": 9.5}))["notes"] == "good"
    assert said(alice.send("PATCH", address, {"notes": ""}))["rating"] == 9.5
    assert said(alice.send("PATCH", address, {"rating": None}))["rating"] is None
    assert said(alice.get(address))["favorite"] is True
    assert told() == ["FavoriteAdded", "TitleRated", "TitleRated", "TitleRated"]


def test_who_loves_it_no_more_keeps_their_rating_and_notes(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[0]
    love(alice, shelf, films=2)
    alice.send("PATCH", f"/me/opinions/movies/{film}", {"rating": 3, "notes": "Once was enough"})

    for _ in "twice":  # saying it again is no mistake
        assert alice.send("DELETE", f"/me/favorites/movies/{film}").status_code == 204

    assert ids(alice) == [shelf.films[1]]
    kept = said(alice.get(f"/me/opinions/movies/{film}"))
    assert (kept["favorite"], kept["rating"], kept["notes"]) == (False, 3, "Once was enough")
    assert told() == ["FavoriteAdded", "FavoriteAdded", "TitleRated", "FavoriteRemoved"]


def test_a_title_is_rated_without_being_loved(alice: Browser, shelf: Shelf) -> None:
    alice.send("PATCH", f"/me/opinions/tv/{shelf.shows[0]}", {"rating": 2})
    alice.send("PATCH", f"/me/opinions/tv/{shelf.shows[1]}", {"rating": 6})

    assert ids(alice) == []
    assert [item["rating"] for item in said(alice.get("/me/ratings"))["items"]] == [6, 2]
    assert [item["rating"] for item in said(alice.get("/me/ratings?sort=rating&kind=tv"))["items"]] == [6, 2]


def test_what_is_not_wanted_can_be_welcomed_again(alice: Browser, shelf: Shelf) -> None:
    address = f"/me/opinions/movies/{shelf.films[0]}"
    alice.send("PATCH", address, {"dismissed": True})
    assert [item["title"]["id"] for item in said(alice.get("/me/dismissals"))["items"]] == shelf.films[:1]

    alice.send("PATCH", address, {"dismissed": False})

    assert said(alice.get("/me/dismissals"))["items"] == []
    assert told() == ["TitleDismissed", "TitleWelcomed"]


@pytest.mark.parametrize(
    ("opinion", "field"),
    [
        ({"rating": 10.5}, "rating"),
        ({"rating": -0.5}, "rating"),
        ({"rating": 7.25}, "rating"),
        ({"rating": "good"}, "rating"),
        ({"rating": True}, "rating"),
        ({"notes": "x" * 10_001}, "notes"),
        ({"notes": "x" * 1_000_000}, "notes"),
        ({"notes": "a\0b"}, "notes"),
        ({"stars": 5}, "stars"),
    ],
    ids=[
        "too high",
        "too low",
        "no half",
        "a word",
        "a truth",
        "long notes",
        "a megabyte",
        "NUL",
        "misspelt",
    ],
)
def test_nonsense_is_refused_and_nothing_is_kept(
    alice: Browser, shelf: Shelf, opinion: dict[str, object], field: str
) -> None:
    refused(alice.send("PUT", f"/me/favorites/movies/{shelf.films[0]}", opinion), 400, field)
    assert ids(alice) == []
    done(alice.send("PUT", f"/me/favorites/movies/{shelf.films[0]}", {"rating": 5}), 200)
    refused(alice.send("PATCH", f"/me/opinions/movies/{shelf.films[0]}", opinion), 400, field)
    assert said(alice.get("/me/favorites"))["items"][0]["rating"] == 5


def test_a_title_that_nobody_knows_is_none(alice: Browser, shelf: Shelf) -> None:
    refused(alice.send("PUT", "/me/favorites/movies/987654321", {}), 404)
    refused(alice.send("PUT", f"/me/favorites/tv/{shelf.films[0]}", {}), 404)  # a film
    refused(alice.send("PUT", "/me/favorites/movies/soup", {}), 400)
    refused(alice.send("PUT", f"/me/favorites/books/{shelf.films[0]}", {}), 400)


def test_each_has_their_own(alice: Browser, shelf: Shelf) -> None:
    bob = seated("bob")
    love(alice, shelf, films=1)

    assert ids(bob) == []
    bob.send("DELETE", f"/me/favorites/movies/{shelf.films[0]}")
    assert ids(alice) == shelf.films[:1]
    love(bob, shelf, films=1)
    assert ids(alice) == ids(bob) == shelf.films[:1]


def test_a_hundred_words_are_not_all_searched_for(alice: Browser, shelf: Shelf) -> None:
    done(alice.send("PUT", f"/me/favorites/movies/{shelf.films[1]}", {}), 200)
    for words in ("reel+" * 40, "r+e+l+re+ee+el+ree+eel+reel+1+REEL+Ree+EEL"):
        with CaptureQueriesContext(connection) as asked:
            assert ids(alice, f"?text={words}") == [shelf.films[1]]
        assert max(query["sql"].count("EXISTS") for query in asked.captured_queries) <= 10
    for address in ("/me/history?text=", "/me/standings?status=planned&text="):
        with CaptureQueriesContext(connection) as asked:
            said(alice.get(address + "+".join("abcdefghijklmnopqrstuvwxyz")))
        assert max(query["sql"].count("EXISTS") for query in asked.captured_queries) <= 10


def test_favourites_are_searched_filtered_and_sorted(alice: Browser, shelf: Shelf) -> None:
    films = love(alice, shelf, films=3)
    shows = love(alice, shelf, shows=2)
    alice.send("PATCH", f"/me/opinions/movies/{films[1]}", {"rating": 9, "notes": "seen with Grandmother"})
    alice.send("PATCH", f"/me/opinions/tv/{shows[0]}", {"rating": 4})

    assert ids(alice) == [*shows[::-1], *films[::-1]]
    assert ids(alice, "?kind=tv") == shows[::-1]
    assert ids(alice, "?text=grandmother") == [films[1]]
    assert set(ids(alice, "?text=REEL 1")) == {films[1], shows[1]}
    assert ids(alice, "?rated=true&sort=rating") == [films[1], shows[0]]
    assert ids(alice, "?sort=rating")[:2] == [films[1], shows[0]]
    assert ids(alice, "?kind=movie&sort=title") == films
    genre = said(alice.get("/me/favorites"))["items"][0]["title"]["genres"][0]
    assert ids(alice, f"?genre={genre}")
    refused(alice.get("/me/favorites?genre=soup"), 400, "genre")
    refused(alice.get("/me/favorites?sort=colour"), 400, "sort")
    refused(alice.get("/me/favorites?page=0"), 400, "page")


def test_what_leads_to_something_among_them_is_told_with_all_other_filters(alice: Browser, shelf: Shelf) -> None:
    assert said(alice.get("/me/opinions/choices")) == {"kinds": [], "genres": []}
    films, (show,) = love(alice, shelf, films=2), love(alice, shelf, shows=1)
    alice.send("PATCH", f"/me/opinions/movies/{films[1]}", {"rating": 9})
    TitleGenre.objects.filter(title=show).exclude(genre__slug="drama").delete()
    TitleGenre.objects.filter(title=films[0]).delete()

    def choices(query: str) -> tuple[set[str], set[str]]:
        told = said(alice.get(f"/me/opinions/choices?{query}"))
        return set(told["kinds"]), set(told["genres"])

    both = {"movie", "tv"}
    assert choices("") == (both, {"drama", "comedy"})
    assert choices("kind=tv") == (both, {"drama"})
    assert choices("genre=comedy") == ({"movie"}, {"drama", "comedy"})
    assert choices("rated=false") == (both, {"drama"})
    assert choices("text=no+such+words") == (set(), set())
    assert choices("of=ratings") == ({"movie"}, {"drama", "comedy"})
    assert choices("of=dismissals") == (set(), set())
    Title.objects.filter(pk=films[1]).update(is_adult=True)
    assert choices("") == (both, {"drama"})
    refused(alice.get("/me/opinions/choices?of=lists"), 400, "of")


def test_a_title_above_their_age_is_not_shown_and_comes_back(alice: Browser, shelf: Shelf) -> None:

    love(alice, shelf, films=2)
    Title.objects.filter(pk=shelf.films[0]).update(minimum_age=18)
    Title.objects.filter(pk=shelf.films[1]).update(minimum_age=6)
    User.objects.filter(username="alice").update(age_cap=12)
    assert ids(alice) == [shelf.films[1]]
    refused(alice.send("PUT", f"/me/favorites/movies/{shelf.films[0]}", {}), 404)
    User.objects.filter(username="alice").update(age_cap=None)
    assert ids(alice) == shelf.films[:2][::-1]


def test_what_nobody_meets_any_more_is_not_counted_either(alice: Browser, shelf: Shelf) -> None:
    bob = seated("bob")
    love(alice, shelf, films=4, shows=1)
    love(bob, shelf, films=1)
    made = done(alice.send("POST", "/watchlists", {"name": "For Sunday"}), 201)["id"]
    for film in shelf.films[:4]:
        done(alice.send("PUT", f"/me/standings/movies/{film}", {"status": "planned"}), 200)
        done(alice.send("PUT", f"/watchlists/{made}/items/movies/{film}", {}), 200)
    Title.objects.filter(pk=shelf.films[0]).update(is_active=False)
    Title.objects.filter(pk=shelf.films[1]).update(is_adult=True)

    for page, total in (
        ("/me/favorites", 3),
        ("/me/favorites?kind=movie", 2),
        ("/me/favorites?rated=true", 0),
        ("/me/standings?status=planned", 2),
        (f"/watchlists/{made}", 2),
    ):
        told = said(alice.get(page))
        assert (told["total"], len(told["items"])) == (total, total), page
    assert said(bob.get("/me/favorites"))["total"] == 0
    Title.objects.filter(pk=shelf.films[2]).update(minimum_age=18)
    Title.objects.filter(pk=shelf.films[3]).update(minimum_age=6)
    User.objects.filter(username="alice").update(age_cap=12, unrated=False)
    assert said(alice.get("/me/favorites"))["total"] == 1


def test_a_page_costs_as_many_statements_whatever_its_length(alice: Browser, shelf: Shelf) -> None:
    love(alice, shelf, films=1)
    with CaptureQueriesContext(connection) as short:
        alice.get("/me/favorites")
    love(alice, shelf, films=0, shows=6)
    with CaptureQueriesContext(connection) as long:
        alice.get("/me/favorites")
    assert len(short) == len(long) <= 6


def test_marks_of_a_page_come_with_one_statement(alice: Browser, shelf: Shelf) -> None:
    love(alice, shelf, films=2)
    alice.send("PATCH", f"/me/opinions/movies/{shelf.films[0]}", {"rating": 6.5})
    asked = ",".join(map(str, [*shelf.films, *shelf.shows]))

    with CaptureQueriesContext(connection) as statements:
        items = said(alice.get(f"/me/marks?titles={asked}"))["items"]

    assert sorted((item["id"], item["rating"]) for item in items) == [(shelf.films[0], 6.5), (shelf.films[1], None)]
    assert len([one for one in statements if "library_" in one["sql"]]) == 1
    assert len(statements) <= 2  # and who asks
    again = ",".join(map(str, [*shelf.films, *shelf.films]))  # as many, and each is marked once
    marked = [item["id"] for item in said(alice.get(f"/me/marks?titles={again}"))["items"]]
    assert sorted(marked) == shelf.films[:2]
    bob = seated("bob")
    love(bob, shelf, shows=1)
    assert [item["id"] for item in said(bob.get(f"/me/marks?titles={asked}"))["items"]] == shelf.shows[:1]
    refused(alice.get("/me/marks?titles=soup"), 400, "titles")
    refused(alice.get("/me/marks?titles=" + ",".join(["1"] * 201)), 400, "titles")


def test_favourites_are_part_of_what_is_handed_over(alice: Browser, shelf: Shelf) -> None:
    love(alice, shelf, films=1)

    kept = everything_about(find_user("alice").pk)["opinions"]
    assert [one["kind"] for one in kept] == ["movie"]  # type: ignore[attr-defined]
