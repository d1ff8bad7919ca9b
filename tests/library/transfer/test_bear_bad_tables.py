"""Tables as they come out of other people's spreadsheets and editors."""

import codecs
from datetime import UTC, date, datetime, timedelta
from time import monotonic

import pytest

from matinee.core.errors import BadInput
from matinee.library.transfer.formats import RowProblem, uploads
from matinee.library.transfer.formats.rows import When
from tests.library.transfer.files import archive, problems, rows, sole_row, upload
from tests.library.transfer.test_read_letterboxd import RATINGS, WATCHED

HEAD = "Date,Name,Year,Letterboxd URI,Rating\n"


def ratings(*lines: str) -> str:
    """A table of ratings."""
    return HEAD + "".join(f"{line}\n" for line in lines)


def good(name: str) -> str:
    """A line of it."""
    return f"2021-01-02,{name},1927,,4.5"


def names(text: str | bytes) -> list[str]:
    """Of which films it is understood."""
    return [row.about.name for row in rows(upload("ratings.csv", text))]


# How it is written down


ACCENTED = ratings(good("Die Büchse der Pandora"), good("L'Âge d'or"), good("Häxan \u2026 1922"))


@pytest.mark.parametrize(
    "data",
    [
        ACCENTED.encode(),
        codecs.BOM_UTF8 + ACCENTED.encode(),
        ACCENTED.encode("utf-16"),
        codecs.BOM_UTF16_BE + ACCENTED.encode("utf-16-be"),
        ACCENTED.encode("utf-16-le"),
        ACCENTED.encode("utf-16-be"),
        ACCENTED.encode("cp1252"),
        codecs.BOM_UTF32_LE + ACCENTED.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + ACCENTED.encode("utf-32-be"),
    ],
    ids=[
        "utf-8",
        "utf-8 with mark",
        "utf-16 le",
        "utf-16 be",
        "le without mark",
        "be without mark",
        "windows-1252",
        "utf-32 le",
        "utf-32 be",
    ],
)
def test_every_usual_encoding_is_understood(data: bytes) -> None:
    assert names(data) == ["Die Büchse der Pandora", "L'Âge d'or", "Häxan \u2026 1922"]


def test_an_unreadable_file_among_others_costs_only_itself() -> None:
    given = archive({"ratings.csv": b"\x81\x8d\x01\xff" * 50, "watched.csv": WATCHED})
    assert len(rows(given)) == 1
    assert [(problem.file, problem.line) for problem in problems(given)] == [("ratings.csv", 0)]


def test_a_damaged_file_is_refused_rather_than_read_as_gibberish() -> None:
    with pytest.raises(BadInput, match="not readable as text"):
        upload("ratings.csv", ACCENTED.encode() + "Häxan".encode("cp1252"))
    with pytest.raises(BadInput, match="not readable as text"):
        upload("ratings.csv", ACCENTED.encode()[:-1] + "ä".encode()[:1])


def test_a_nul_costs_only_its_line() -> None:
    text = ratings(good("Metropolis"), good("No\0sferatu"), good("Faust"))
    assert names(text) == ["Metropolis", "Faust"]
    assert [problem.line for problem in problems(upload("ratings.csv", text))] == [3]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_are_the_same(ends: str) -> None:
    assert names(ratings(good("Metropolis"), good("Faust")).replace("\n", ends)) == ["Metropolis", "Faust"]


@pytest.mark.parametrize("sign", [";", "\t"])
@pytest.mark.parametrize("note", ["", "sep={}\n"])
def test_tables_divided_by_other_signs_are_understood(sign: str, note: str) -> None:
    text = note.format(sign) + ratings(good("Metropolis")).replace(",", sign).replace("4.5", "4,5")
    row = sole_row(upload("ratings.csv", text))
    assert (row.about.name, row.rating) == ("Metropolis", 18)


# Lines that are not as they should be


def test_an_open_quote_costs_only_its_line() -> None:
    text = ratings(good("Metropolis"), good('"Nosferatu'), good('"Faust, the film"'), good("The Golem"))
    assert names(text) == ["Metropolis", "Faust, the film", "The Golem"]
    assert [(one.line, "quot" in one.sentence) for one in problems(upload("ratings.csv", text))] == [(3, True)]


def test_an_open_quote_with_nothing_behind_it_to_close_it_costs_only_its_line() -> None:
    lines = [good(f"Reel {number}") for number in range(5000)]
    text = ratings(good('"Nosferatu'), *lines)
    assert len(names(text)) == 5000


def test_a_quote_inside_of_a_text_costs_only_its_line() -> None:
    text = ratings(good('"The "Golem" returns"'), good('The 5" Reel'), good('"The ""Golem"" returns"'))
    assert names(text) == ['The 5" Reel', 'The "Golem" returns']


def test_a_text_of_ten_megabytes_costs_only_its_line() -> None:
    text = ratings(good("Metropolis"), good("x" * (10 << 20)), good('"' + "y" * 200_000 + '"'), good("Faust"))
    assert names(text) == ["Metropolis", "Faust"]
    assert [problem.line for problem in problems(upload("ratings.csv", text))] == [3, 4]


def test_missing_last_cells_are_empty_and_further_ones_a_problem() -> None:
    text = ratings("2021-01-02,Metropolis,1927", good("Faust") + ",,,", good("Sunrise, the film"))
    assert names(text) == ["Metropolis", "Faust"]
    (problem,) = problems(upload("ratings.csv", text))
    assert problem == RowProblem("ratings.csv", 4, "It has 6 cells and not 5. Put texts with commas in quotes")


def test_blank_lines_and_lines_of_nothing_but_commas_are_passed_over() -> None:
    assert names("\n\n" + ratings(good("Metropolis"), "", ",,,,", "   ", good("Faust"))) == ["Metropolis", "Faust"]


def test_more_lines_than_any_export_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_MARKS", 1_000)
    for name in ("ratings.csv", "ratings"):
        with pytest.raises(BadInput, match="lines and brackets"):
            upload(name, HEAD + "\n" * 1_000)


def test_a_line_that_names_no_title_says_so() -> None:
    (problem,) = problems(upload("ratings.csv", ratings(good(""))))
    assert problem.sentence == "It names no title. Give it a name or an id"


def test_a_table_of_nothing_but_names_of_columns_has_no_rows() -> None:
    assert rows(upload("ratings.csv", HEAD)) == []


@pytest.mark.parametrize("rating", ["5.5", "0", "-1", "good", "4.3", "1e1", "NaN", "99999999999999999999", "1.2.3"])
def test_a_rating_that_is_none_says_what_ratings_are(rating: str) -> None:
    text = ratings(good("Metropolis"), f"2021-01-02,Nosferatu,1922,,{rating}")
    assert names(text) == ["Metropolis"]
    (problem,) = problems(upload("ratings.csv", text))
    assert "Ratings go" in problem.sentence


@pytest.mark.parametrize("year", ["27", "nineteen", "1492", "20250"])
def test_a_year_that_is_none_says_so(year: str) -> None:
    (problem,) = problems(upload("ratings.csv", ratings(f"2021-01-02,Metropolis,{year},,4")))
    assert "four digits" in problem.sentence


# Dates, as spreadsheets rewrite them


def dates(*texts: str) -> list[When | str | None]:
    """How the dates of a file are understood; the sentence for those that are not."""
    text = ratings(*(f'"{one}",Metropolis,1927,,4' for one in texts))
    given = upload("ratings.csv", text)
    found: dict[int, When | str | None] = {row.line: row.said_at for row in rows(given)}
    found |= {problem.line: problem.sentence for problem in problems(given)}
    return [found[line] for line in sorted(found)]


LAST_OF_2020 = date(2020, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2020-12-31",
        "2020/12/31",
        "12/31/2020",
        "31/12/2020",
        "31.12.2020",
        "31-12-2020",
        "12/31/20",
        "44196",
        "31-Dec-20",
        "31 December 2020",
        "Dec 31, 2020",
        "Thu Dec 31 00:00:00 2020",
    ],
)
def test_a_date_is_understood_however_it_is_written(text: str) -> None:
    assert dates(text) == [LAST_OF_2020]


@pytest.mark.parametrize(
    "text",
    [
        "2020-12-31T20:15:00Z",
        "2020-12-31 20:15:00",
        "2020-12-31 20:15",
        "2020-12-31T22:15:00.000+02:00",
        "2020-12-31 20:15:00 UTC",
        "12/31/2020 20:15",
        "12/31/2020 8:15:00 PM",
        "31.12.2020 20:15",
        "44196.84375",
        "44196,84375",
    ],
)
def test_a_time_of_day_is_kept(text: str) -> None:
    assert dates(text) == [datetime(2020, 12, 31, 20, 15, tzinfo=UTC)]


def test_a_doubtful_date_is_decided_by_the_others_of_its_file() -> None:
    assert dates("03/04/2020", "31/12/2020") == [date(2020, 4, 3), LAST_OF_2020]
    assert dates("03/04/2020", "12/31/2020") == [date(2020, 3, 4), LAST_OF_2020]
    assert dates("03.04.2020") == [date(2020, 4, 3)]
    assert dates("05/05/2020") == [date(2020, 5, 5)]


def test_a_doubtful_date_that_nothing_decides_is_asked_back() -> None:
    alone, other = dates("03/04/2020", "05/06/2020")
    assert "can be two days" in str(alone)
    assert "can be two days" in str(other)
    assert "can be two days" in str(dates("03/04/2020", "31/12/2020", "12/31/2020")[0])


@pytest.mark.parametrize(
    "text", ["yesterday", "2020", "2020-13-01", "30/30/2020", "31/02/2020", "0", "99999", "2020-02-30"]
)
def test_what_is_no_date_says_how_to_write_one(text: str) -> None:
    (sentence,) = dates(text)
    assert "2020-12-31" in str(sentence)


@pytest.mark.parametrize("text", ["1" + " " * 100_000 + "2", "Mon Jan 1" + " " * 100_000 + "x", "4500," + "1" * 5_000])
def test_an_endless_date_is_found_to_be_none_at_once(text: str) -> None:
    started = monotonic()
    (problem,) = problems(upload("ratings.csv", ratings(f'"{text}",Metropolis,1927,,4.5', good("M"))))
    assert "is no date that can be read" in problem.sentence
    assert monotonic() - started < 2


def test_a_film_may_have_been_watched_as_soon_as_there_were_films() -> None:
    assert sole_row(upload("ratings.csv", ratings("1888-10-15,Roundhay Garden Scene,1888,,4.5"))).said_at == date(
        1888, 10, 15
    )


def test_a_date_in_the_future_is_not_believed() -> None:
    (sentence,) = dates((datetime.now(UTC).date() + timedelta(days=30)).isoformat())
    assert "cannot be right" in str(sentence)


def test_a_file_named_nothing_is_read_for_what_it_is() -> None:
    assert len(rows(upload("download", RATINGS))) == 1
