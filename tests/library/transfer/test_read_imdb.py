"""IMDb's tables, in the four layouts that they have had."""

from datetime import date

import pytest

from matinee.library.transfer.formats import About, Ids, Listed, ListHead, Row, recognise
from tests.library.transfer.files import heads, outcomes, problems, rows, sole_row, upload

METROPOLIS = About("movie", "Metropolis", 1927, Ids(imdb="tt0017136"))

OLD = (
    '"position","const","created","modified","description","Title","Title type","Directors","You rated","IMDb Rating",'
    '"Runtime (mins)","Year","Genres","Num. Votes","Release Date (month/day/year)","URL"\n'
    '"1","tt0017136","Sat Jan  3 00:00:00 2015","","A note","Metropolis","Feature Film","Fritz Lang","9","8.3",'
    '"153","1927","drama, sci_fi","100000","1927-01-10","http://www.imdb.com/title/tt0017136/"\n'
)
RATINGS = (
    "Const,Your Rating,Date Rated,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,"
    "Directors\n"
    'tt0017136,9,2015-01-03,Metropolis,https://www.imdb.com/title/tt0017136/,movie,8.3,153,1927,"Drama, Sci-Fi",100000,'
    "1927-01-10,Fritz Lang\n"
)
LISTED = (
    "Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,"
    "Release Date,Directors,Your Rating,Date Rated\n"
    "4,tt0017136,2015-01-03,2015-01-03,A note,Metropolis,,movie,8.3,153,1927,,,,,9,2016-02-04\n"
)
NEW_RATINGS = (
    RATINGS.replace("Title,URL", "Title,Original Title,URL")
    .replace("Metropolis,https", "Metropolis,Metropolis,https")
    .replace(",movie,", ",Movie,")
)
NEW_LISTED = LISTED.replace("Title,URL", "Title,Original Title,URL").replace("Metropolis,,", "Metropolis,Metropolis,,")


def test_old_ratings_have_their_date_where_lists_say_when_they_were_made() -> None:
    assert outcomes(upload("ratings.csv", OLD)) == [
        Row("ratings.csv", 2, METROPOLIS, rating=18, said_at=date(2015, 1, 3))
    ]


def test_an_old_watchlist_says_what_is_in_it_and_how_it_was_rated() -> None:
    assert outcomes(upload("WATCHLIST.csv", OLD)) == [
        ListHead("WATCHLIST.csv", 1, "Watchlist", is_watchlist=True),
        Row("WATCHLIST.csv", 2, METROPOLIS, rating=18, said_at=date(2015, 1, 3)),
        Row("WATCHLIST.csv", 2, METROPOLIS, listed=Listed("Watchlist", 1, "A note"), said_at=date(2015, 1, 3)),
    ]


@pytest.mark.parametrize("text", [RATINGS, NEW_RATINGS])
def test_ratings_since_2017_with_and_without_original_titles(text: str) -> None:
    name = "0a1b2c3d-1111-2222-3333-0a1b2c3d4e5f.csv"
    assert outcomes(upload(name, text)) == [Row(name, 2, METROPOLIS, rating=18, said_at=date(2015, 1, 3))]


@pytest.mark.parametrize("text", [LISTED, NEW_LISTED])
def test_a_list_since_2017_says_what_is_in_it_and_the_rating_with_its_own_date(text: str) -> None:
    given = upload("Silent ones.csv", text)
    assert [head.name for head in heads(given)] == ["Silent ones"]
    rated, listed = rows(given)
    assert (rated.rating, rated.said_at) == (18, date(2016, 2, 4))
    assert (listed.listed, listed.said_at) == (Listed("Silent ones", 4, "A note"), date(2015, 1, 3))


def test_a_list_whose_columns_of_ratings_are_missing_is_read() -> None:
    head, line = LISTED.splitlines()
    text = f"{head.removesuffix(',Your Rating,Date Rated')}\n{line.removesuffix(',9,2016-02-04')}\n"
    assert sole_row(upload("WATCHLIST.csv", text)).listed == Listed("Watchlist", 4, "A note")


def test_columns_in_any_order_are_found_by_their_names() -> None:
    text = "title,YEAR,Date rated,const,Your rating\nMetropolis,1927,2015-01-03,tt0017136,9\n"
    given = upload("ratings.csv", text)
    assert recognise(given) == "imdb"
    assert sole_row(given).rating == 18


@pytest.mark.parametrize(
    ("title_type", "kind"),
    [("TV Series", "tv"), ("tvMiniSeries", "tv"), ("Mini-Series", "tv"), ("TV Movie", "movie"), ("short", "movie")],
)
def test_kinds_are_understood_as_each_layout_writes_them(title_type: str, kind: str) -> None:
    assert sole_row(upload("ratings.csv", RATINGS.replace(",movie,", f",{title_type},"))).about.kind == kind


def test_an_episode_is_told_by_its_own_id() -> None:
    about = sole_row(upload("ratings.csv", RATINGS.replace(",movie,", ",TV Episode,"))).about
    assert about == About("tv", "Metropolis", episode_ids=Ids(imdb="tt0017136"))


def test_games_are_left_out_with_a_reason() -> None:
    (problem,) = problems(upload("ratings.csv", RATINGS.replace(",movie,", ",Video Game,")))
    assert "Video Game" in problem.sentence


def test_an_id_that_lost_its_letters_is_mended() -> None:
    assert sole_row(upload("ratings.csv", RATINGS.replace("tt0017136,9", "17136,9"))).about.ids.imdb == "tt0017136"


def test_a_line_without_id_or_with_a_strange_one_says_what_is_right() -> None:
    (problem,) = problems(upload("ratings.csv", RATINGS.replace("tt0017136,9", "nm0000485,9")))
    assert "tt0017136" in problem.sentence
