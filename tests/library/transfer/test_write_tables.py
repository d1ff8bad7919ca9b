"""Tables for others to import: they say what they can, run nothing, and come back unchanged."""

import csv
import io
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from matinee.library.transfer.formats import About, Ids, Listed, Review, Row, Watch, exports
from matinee.library.transfer.formats.cells import safe, told_from_formula
from tests.library.transfer.files import sole_row, upload

METROPOLIS = About("movie", "Metropolis", 1927, Ids(tmdb=19, imdb="tt0017136"))
FLASH_GORDON = About("tv", "Flash Gordon", 1954, Ids(imdb="tt0046603"))


def table(pieces: Iterator[bytes]) -> list[dict[str, str]]:
    """As whoever imports it reads it."""
    return list(csv.DictReader(io.StringIO(b"".join(pieces).decode(), newline="")))


def test_letterboxd_gets_films_in_its_columns() -> None:
    said = [
        Row(
            "", 0, METROPOLIS, rating=18, watch=Watch(date(2020, 12, 31), rewatch=True), review=Review("Big,\nand loud")
        ),
        Row("", 0, FLASH_GORDON, rating=18),
        Row("", 0, METROPOLIS, listed=Listed("Silent")),
    ]
    assert table(exports.for_letterboxd(said)) == [
        {
            "tmdbID": "19",
            "imdbID": "tt0017136",
            "Title": "Metropolis",
            "Year": "1927",
            "Rating": "4.5",
            "WatchedDate": "2020-12-31",
            "Rewatch": "true",
            "Tags": "",
            "Review": "Big,\nand loud",
        }
    ]


@pytest.mark.parametrize(
    ("half_points", "stars"), [(0, "0.5"), (1, "0.5"), (2, "0.5"), (3, "1"), (17, "4.5"), (20, "5")]
)
def test_letterboxd_gets_stars_in_halves_and_no_zero(half_points: int, stars: str) -> None:
    (line,) = table(exports.for_letterboxd([Row("", 0, METROPOLIS, rating=half_points)]))
    assert line["Rating"] == stars


def test_imdb_columns_have_ratings_in_whole_points() -> None:
    said = [
        Row("", 0, METROPOLIS, rating=17, said_at=date(2020, 12, 31)),
        Row("", 0, FLASH_GORDON, rating=0),
        Row("", 0, About("movie", "Nameless elsewhere"), rating=10),
        Row("", 0, METROPOLIS, loved=True),
    ]
    lines = table(exports.for_imdb(said))
    assert [(line["Const"], line["Your Rating"], line["Date Rated"], line["Title Type"]) for line in lines] == [
        ("tt0017136", "9", "2020-12-31", "Movie"),
        ("tt0046603", "1", "", "TV Series"),
    ]


def test_both_tables_are_read_back_by_us() -> None:
    said = Row("mine.csv", 2, METROPOLIS, rating=18, watch=Watch(date(2020, 12, 31)), review=Review("Big"))
    assert sole_row(upload("mine.csv", b"".join(exports.for_letterboxd([said])))) == said
    rated = Row("mine.csv", 2, About("movie", "Metropolis", 1927, Ids(imdb="tt0017136")), rating=18)
    assert sole_row(upload("mine.csv", b"".join(exports.for_imdb([rated])))) == rated


FORMULAS = ['=HYPERLINK("http://example.org")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''-"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_run_by_a_spreadsheet(text: str) -> None:
    said = Row("", 0, About("movie", text, ids=METROPOLIS.ids), rating=18, review=Review(text))
    for pieces in (exports.for_letterboxd([said]), exports.for_imdb([said])):
        (line,) = table(pieces)
        assert all(cell[:1] not in tuple("=+-@\t\r") for cell in line.values() if cell)


@pytest.mark.parametrize("text", ["=1+1", "- a dash -", "'tis", "'-", "''=", "@alice", "it's = to"])
def test_texts_like_formulas_come_back_as_they_were(text: str) -> None:
    said = Row("", 0, About("movie", text), rating=18, review=Review(text))
    row = sole_row(upload("mine.csv", b"".join(exports.for_letterboxd([said]))))
    assert (row.about.name, row.review) == (text, Review(text))


@given(some.text())
def test_any_text_comes_back_and_is_no_formula(text: str) -> None:
    assert told_from_formula(safe(text)) == text
    assert safe(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}
