"""TMDB's tables: what one means is in its name."""

from datetime import UTC, datetime

import pytest

from matinee.library.transfer.formats import About, Ids, Listed
from tests.library.transfer.files import heads, problems, rows, sole_row, upload

HEAD = "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n"
LINE = "19,tt0017136,movie,Metropolis,1927-01-10T00:00:00Z,,,8.2,{},2020-12-31T20:15:00Z\n"
MOMENT = datetime(2020, 12, 31, 20, 15, tzinfo=UTC)
METROPOLIS = About("movie", "Metropolis", 1927, Ids(tmdb=19, imdb="tt0017136"))


def test_ratings_are_half_points() -> None:
    row = sole_row(upload("ratings.csv", HEAD + LINE.format("8.5")))
    assert (row.about, row.rating, row.said_at) == (METROPOLIS, 17, MOMENT)


@pytest.mark.parametrize(("name", "kept"), [("watchlist.csv", "Watchlist"), ("Silent ones.csv", "Silent ones")])
def test_lines_without_rating_are_what_the_file_is_called(name: str, kept: str) -> None:
    given = upload(name, HEAD + LINE.format(""))
    assert [head.name for head in heads(given)] == [kept]
    assert sole_row(given).listed == Listed(kept)


def test_favourites_are_loved() -> None:
    assert sole_row(upload("favorites.csv", HEAD + LINE.format(""))).loved


def test_an_episode_has_ids_of_its_own_and_the_name_of_its_show() -> None:
    line = "7,tt0583459,tv,Flash Gordon S1E2,1954-10-22T00:00:00Z,1,2,7.0,8,2020-12-31T20:15:00Z\n"
    about = sole_row(upload("ratings.csv", HEAD + line)).about
    assert about == About("tv", "Flash Gordon", season=1, episode=2, episode_ids=Ids(tmdb=7, imdb="tt0583459"))


def test_a_film_that_is_yet_to_come_can_be_wanted() -> None:
    line = LINE.format("").replace("1927-01-10", "2099-01-10")
    assert sole_row(upload("watchlist.csv", HEAD + line)).about.year == 2099


def test_an_unrated_line_among_ratings_and_a_person_are_left_out() -> None:
    given = upload("ratings.csv", HEAD + LINE.format("") + LINE.format("8").replace("movie", "person"))
    assert rows(given) == []
    assert [problem.line for problem in problems(given)] == [2, 3]
