"""A Letterboxd export, whole or in parts."""

from datetime import date

import pytest

from matinee.library.transfer.formats import About, Listed, ListHead, Review, Row, Watch, recognise
from tests.library.transfer.files import archive, heads, outcomes, problems, rows, sole_row, upload

WATCHED = "Date,Name,Year,Letterboxd URI\n2021-01-02,Metropolis,1927,https://boxd.it/a\n"
DIARY = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    '2021-01-03,Nosferatu,1922,https://boxd.it/b,3.5,Yes,"dark, silent",2020-12-31\n'
)
RATINGS = "Date,Name,Year,Letterboxd URI,Rating\n2021-01-02,Metropolis,1927,https://boxd.it/a,4.5\n"
REVIEWS = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review,Tags,Watched Date\n"
    '2021-01-03,Nosferatu,1922,https://boxd.it/c,3.5,Yes,"A shadow,\n\n<i>climbing</i> ""the stairs"".",,2020-12-31\n'
)
WATCHLIST = "Date,Name,Year,Letterboxd URI\n2021-01-04,The General,1926,https://boxd.it/d\n"
LIKES = "Date,Name,Year,Letterboxd URI\n2021-01-05,Metropolis,1927,https://boxd.it/a\n"
LIST = (
    "Letterboxd list export v7\n"
    "Date,Name,Tags,URL,Description\n"
    '2021-02-01,"Silent, and loud",,https://boxd.it/l,"Two lines\nof it"\n'
    "\n"
    "Position,Name,Year,URL,Description\n"
    "1,Sherlock Jr.,1924,https://boxd.it/e,The dream\n"
    "2,The General,1926,https://boxd.it/d,\n"
)
PROFILE = "Date Joined,Username,Given Name\n2020-01-01,alice,Alice\n"
METROPOLIS = About("movie", "Metropolis", 1927)
NOSFERATU = About("movie", "Nosferatu", 1922)
THE_GENERAL = About("movie", "The General", 1926)
EXPORT = {
    "watched.csv": WATCHED,
    "diary.csv": DIARY,
    "ratings.csv": RATINGS,
    "reviews.csv": REVIEWS,
    "watchlist.csv": WATCHLIST,
    "likes/films.csv": LIKES,
    "lists/silent-and-loud.csv": LIST,
    "profile.csv": PROFILE,
    "comments.csv": "Date,Content,Comment\n",
    "likes/lists.csv": "Date,Letterboxd URI\n",
    "deleted/diary.csv": DIARY.replace("Nosferatu", "Taken back"),
    "orphaned/watchlist.csv": WATCHLIST.replace("The General", "Lost"),
}


def test_a_whole_export_says_all_that_its_owner_did() -> None:
    assert outcomes(archive(EXPORT)) == [
        Row("watched.csv", 2, METROPOLIS, status="watched", said_at=date(2021, 1, 2)),
        Row("diary.csv", 2, NOSFERATU, watch=Watch(date(2020, 12, 31), rewatch=True), said_at=date(2021, 1, 3)),
        Row("ratings.csv", 2, METROPOLIS, rating=18, said_at=date(2021, 1, 2)),
        Row("likes/films.csv", 2, METROPOLIS, loved=True, said_at=date(2021, 1, 5)),
        Row(
            "reviews.csv",
            2,
            NOSFERATU,
            review=Review('A shadow,\n\n<i>climbing</i> "the stairs".'),
            said_at=date(2021, 1, 3),
        ),
        ListHead("watchlist.csv", 1, "Watchlist", is_watchlist=True),
        Row("watchlist.csv", 2, THE_GENERAL, listed=Listed("Watchlist"), said_at=date(2021, 1, 4)),
        ListHead("lists/silent-and-loud.csv", 3, "Silent, and loud", "Two lines\nof it"),
        Row(
            "lists/silent-and-loud.csv",
            7,
            About("movie", "Sherlock Jr.", 1924),
            listed=Listed("Silent, and loud", 1, "The dream"),
        ),
        Row("lists/silent-and-loud.csv", 8, THE_GENERAL, listed=Listed("Silent, and loud", 2)),
    ]


def test_an_archive_packed_anew_with_a_folder_around_is_read_the_same() -> None:
    inside = {f"letterboxd-alice-2021/{path}": text for path, text in EXPORT.items()}
    assert [row.about.name for row in rows(archive(inside))] == [row.about.name for row in rows(archive(EXPORT))]


def test_without_ratings_the_diary_says_what_was_thought_on_the_day() -> None:
    without = {path: text for path, text in EXPORT.items() if path != "ratings.csv"}
    given = archive(without)
    assert problems(given) == []
    assert [(row.file, row.rating) for row in rows(given) if row.rating is not None] == [("diary.csv", 14)]


def test_reviews_alone_say_when_it_was_watched_and_how_it_was_rated() -> None:
    row = sole_row(upload("reviews.csv", REVIEWS))
    assert (row.rating, row.watch) == (14, Watch(date(2020, 12, 31), rewatch=True))


@pytest.mark.parametrize(("stars", "half_points"), [("0.5", 2), ("3.5", 14), ("5", 20), ("4,5", 18)])
def test_stars_become_half_points_exactly(stars: str, half_points: int) -> None:
    text = f'Date,Name,Year,Letterboxd URI,Rating\n2021-01-02,Metropolis,1927,,"{stars}"\n'
    assert sole_row(upload("ratings.csv", text)).rating == half_points


@pytest.mark.parametrize("name", ["watchlist.csv", "watchlist (1).csv", "Watchlist.CSV"])
def test_a_single_file_is_known_by_its_name_as_browsers_change_it(name: str) -> None:
    assert sole_row(upload(name, WATCHLIST)).listed == Listed("Watchlist")


def test_a_renamed_file_that_may_mean_anything_is_asked_back() -> None:
    (problem,) = problems(upload("films of mine.csv", WATCHLIST))
    assert "watchlist.csv" in problem.sentence


def test_a_list_that_a_spreadsheet_saved_with_semicolons_is_read() -> None:
    text = (
        "Letterboxd list export v7;;;;\r\nDate;Name;Tags;URL;Description\r\n01.02.2021;Noir;;;\r\n;;;;\r\n"
        "Position;Name;Year;URL;Description\r\n1;Detour;1945;;\r\n"
    )
    given = upload("noir.csv", text)
    assert [head.name for head in heads(given)] == ["Noir"]
    assert sole_row(given).listed == Listed("Noir", 1)


def test_a_bad_film_of_a_list_costs_only_itself() -> None:
    broken = LIST.replace("1,Sherlock Jr.,1924", "first,Sherlock Jr.,1924")
    given = upload("list.csv", broken)
    assert [row.about.name for row in rows(given)] == ["The General"]
    assert [(problem.line, "position" in problem.sentence) for problem in problems(given)] == [(7, True)]


def test_a_list_without_a_line_about_itself_is_a_problem_of_its_own() -> None:
    (problem,) = problems(archive({"lists/broken.csv": "Letterboxd list export v7\n", "watched.csv": WATCHED}))
    assert (problem.file, problem.line) == ("lists/broken.csv", 0)


def test_the_columns_that_letterboxd_imports_are_read_as_well() -> None:
    given = upload(
        "mine.csv",
        "tmdbID,imdbID,Title,Year,Rating10,WatchedDate,Rewatch,Tags,Review\n19,tt0017136,Metropolis,1927,9,2020-12-31,true,,Big\n",
    )
    assert recognise(given) == "letterboxd"
    row = sole_row(given)
    assert (row.about.ids.tmdb, row.about.ids.imdb, row.rating) == (19, "tt0017136", 18)
    assert (row.watch, row.review) == (Watch(date(2020, 12, 31), rewatch=True), Review("Big"))


def test_a_file_that_lost_its_columns_is_a_problem_of_its_own() -> None:
    given = archive(EXPORT | {"ratings.csv": "Date,Rating\n2021-01-02,4\n"})
    assert [(problem.file, "columns" in problem.sentence) for problem in problems(given)] == [("ratings.csv", True)]


def test_columns_that_were_removed_or_added_are_no_harm() -> None:
    row = sole_row(upload("ratings.csv", "Mood,Rating,Name,Letterboxd URI\nblue,4.5,Metropolis,https://boxd.it/a\n"))
    assert (row.about, row.rating, row.said_at) == (About("movie", "Metropolis"), 18, None)
