"""Rows of which only a part is taken: each says which part is not, and why; and bad rows say what they are about."""

import json

import pytest

from matinee.library.models import Opinion, Viewing
from tests.accounts.cast import Browser, said
from tests.library.imports.bringing import apply, bring, counts, entry, library, rows, undo
from tests.library.shelf import Shelf

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

DIARY = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    "2021-01-02,Reel 1,1921,https://boxd.it/4,11,,,2021-01-01\n"
    "2021-01-05,Reel 3,1923,https://boxd.it/5,4.5,,,2021-01-05\n"
)
OUT_OF_RANGE = 'The rating "11" is out of range. Ratings go from 0.5 to 5'


def test_a_viewing_is_taken_although_the_rating_beside_it_is_out_of_range(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "diary.csv", DIARY)

    told = said(alice.get(address))
    partly, wholly = rows(alice, address)

    assert (counts(told), told["inPart"]) == ({"matched": 2}, 1)
    assert (partly["outcome"], partly["said"]["rating"], partly["said"]["watchedOn"]) == ("matched", None, "2021-01-01")
    assert partly["left"] == [{"fact": "rating", "why": "wrong", "sentence": OUT_OF_RANGE}]
    assert wholly["left"] == []

    assert counts(apply(alice, address)) == {"applied": 2}
    assert Viewing.objects.filter(title=shelf.films[1]).count() == 1
    assert not Opinion.objects.filter(title=shelf.films[1]).exclude(rating=None).exists()
    assert [row["left"] for row in rows(alice, address, "applied")] == [partly["left"], []]
    undo(alice, address)
    assert [row["left"] for row in rows(alice, address, "undone")] == [[], []]


def test_what_is_there_already_is_told_apart_from_what_is_taken(alice: Browser, shelf: Shelf) -> None:
    film = shelf.films[1]
    alice.send("PATCH", f"/me/opinions/movies/{film}", {"rating": 3.5})
    address = bring(alice, "mine.json", library(entry(film, rating=9, loved=True)))

    (row,) = rows(alice, address)

    assert said(alice.get(address))["inPart"] == 1
    assert (row["outcome"], row["left"]) == ("matched", [{"fact": "rating", "why": "there", "sentence": None}])
    told = apply(alice, address)
    assert (counts(told), told["inPart"]) == ({"applied": 1}, 0)
    assert rows(alice, address)[0]["left"] == row["left"]


def test_a_row_that_is_all_there_is_no_part_of_anything(alice: Browser, shelf: Shelf) -> None:
    alice.send("PATCH", f"/me/opinions/movies/{shelf.films[1]}", {"rating": 3.5})
    address = bring(alice, "mine.json", library(entry(shelf.films[1], rating=9)))
    assert said(alice.get(address))["inPart"] == 0
    assert [(row["outcome"], row["left"]) for row in rows(alice, address)] == [("there", [])]


def test_what_is_kept_of_whole_shows_only_is_left_out_of_an_episode(alice: Browser, shelf: Shelf) -> None:
    episode = entry(shelf.shows[0], season=1, episode=1, rating=7, loved=True, watched={"at": "2021-05-04"})
    (row,) = rows(alice, bring(alice, "mine.json", library(episode)))
    assert row["outcome"] == "matched"
    assert row["left"] == [{"fact": fact, "why": "whole", "sentence": None} for fact in ("rating", "loved")]


def test_what_two_rows_say_is_made_of_the_first_and_the_second_says_so(alice: Browser, shelf: Shelf) -> None:
    first = entry(shelf.films[0], rating=7, watched={"at": "2021-05-04"})
    second = entry(shelf.films[0], rating=8, watched={"at": "2021-06-04"})
    address = bring(alice, "mine.json", library(first, second))
    apply(alice, address)
    assert Opinion.objects.get(title=shelf.films[0]).rating == 14
    assert [row["left"] for row in rows(alice, address)] == [
        [],
        [{"fact": "rating", "why": "there", "sentence": None}],
    ]


def test_a_row_is_in_part_anew_when_another_title_is_chosen_for_it(alice: Browser, shelf: Shelf) -> None:
    address = bring(alice, "diary.csv", DIARY)
    alice.send("PATCH", f"/me/opinions/movies/{shelf.films[4]}", {"rating": 3.5})
    second = rows(alice, address)[1]

    alice.send("PATCH", f"{address}/rows/{second['id']}", {"titleId": shelf.films[4]})
    assert said(alice.get(address))["inPart"] == 2
    alice.send("PATCH", f"{address}/rows/{second['id']}", {"titleId": shelf.films[3]})
    assert said(alice.get(address))["inPart"] == 1
    assert rows(alice, address)[0]["left"][0]["sentence"] == OUT_OF_RANGE


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ratings.csv", "Name,Year,Letterboxd URI,Rating\nMetropolis,1927,https://boxd.it/1,11\n"),
        ("ratings.csv", "Const,Your Rating,Title,URL,Title Type\ntt0017136,11,Metropolis,u,Movie\n"),
        ("yamtrack.csv", "media_id,source,media_type,title,status,score\n19,tmdb,movie,Metropolis,,11\n"),
        ("mine.json", library({"title": {"name": "Metropolis"}, "rating": 11})),
        ("ratings.json", json.dumps([{"rated_at": "2021-01-02", "rating": 11, "movie": {"title": "Metropolis"}}])),
    ],
    ids=["letterboxd", "imdb", "yamtrack", "own", "trakt"],
)
def test_a_row_that_says_nothing_but_a_bad_rating_is_wrong_and_names_its_title(
    alice: Browser, name: str, content: str
) -> None:
    (bad,) = rows(alice, bring(alice, name, content), "bad")
    assert "out of range" in bad["sentence"]
    assert (bad["said"]["name"], bad["left"]) == ("Metropolis", [])


def test_a_name_that_no_database_keeps_is_no_harm_in_a_bad_row(alice: Browser) -> None:
    bad_entry = {"title": {"name": "Metro\0polis"}, "rating": 7}
    (bad,) = rows(alice, bring(alice, "mine.json", library(bad_entry, {"title": {"name": "Reel"}})), "bad")[:1]
    assert (bad["said"]["name"], "NUL" in bad["sentence"]) == ("Metropolis", True)
