"""JSON made to harm, or broken on its way."""

import json
from time import process_time

import pytest

from matinee.core.errors import BadInput
from matinee.library.transfer.formats import recognise, uploads
from matinee.library.transfer.formats.entries import LONGEST_ENTRY
from tests.library.transfer.files import problems, rows, upload

GOOD = '{"rated_at": "2020-12-31T20:15:00.000Z", "rating": 9, "type": "movie", "movie": {"title": "Metropolis [1927]"}}'


def read(*entries: str) -> tuple[list[int], list[int]]:
    """The numbers of the entries that are understood, and of those that are not."""
    given = upload("ratings-movies.json", f"[{', '.join([GOOD, *entries])}]")
    return [row.line for row in rows(given)], [problem.line for problem in problems(given)]


@pytest.mark.parametrize(
    "bad",
    [
        GOOD.replace("9,", "NaN,"),
        GOOD.replace("9,", "Infinity,"),
        GOOD.replace("9,", f"{'9' * 5000},"),
        GOOD.replace("9,", "-9,"),
        GOOD.replace("9,", "9,,"),
        GOOD.replace("Metropolis", "\\ud800"),
        GOOD.replace("Metropolis", "\\u0000"),
        GOOD.replace("Metropolis", "line\nend"),
        GOOD.replace('"Metropolis [1927]"', f"{'[' * 5000}{']' * 5000}"),
        GOOD.replace('"Metropolis [1927]"', '{"a":' * 5000 + "1" + "}" * 5000),
        GOOD.replace("Metropolis", "x" * (LONGEST_ENTRY + 1)),
        GOOD.replace("Metropolis", '\\"' * LONGEST_ENTRY),
        "17",
        "[]",
    ],
    ids=[
        "NaN",
        "infinity",
        "huge",
        "below",
        "comma",
        "half",
        "NUL",
        "line",
        "lists",
        "objects",
        "long",
        "quotes",
        "17",
        "list",
    ],
)
def test_a_bad_entry_costs_only_itself(bad: str) -> None:
    assert read(bad, GOOD) == ([1, 3], [2])


def test_a_huge_id_is_no_id() -> None:
    assert read(GOOD.replace('{"title"', '{"ids": {"tmdb": 99999999999999999999}, "title"')) == ([1], [2])


def test_brackets_and_quotes_in_texts_are_no_structure() -> None:
    title = 'A "]}" \\ {[ title \\'
    entry = GOOD.replace('"Metropolis [1927]"', json.dumps(title))
    given = upload("ratings.json", f"[{entry},{GOOD}]")
    assert [row.about.name for row in rows(given)] == [title, "Metropolis [1927]"]


def test_where_a_chunk_ends_makes_no_difference() -> None:
    for length in range(65_400, 65_560):
        padded = GOOD.replace("Metropolis [1927]", "x" * length + '\\\\\\"]')
        assert read(padded, GOOD) == ([1, 2, 3], [])


def test_a_file_that_is_cut_off_gives_what_is_there() -> None:
    given = upload("ratings.json", f"[{GOOD}, {GOOD[:40]}")
    assert len(rows(given)) == 1
    (problem,) = problems(given)
    assert "middle" in problem.sentence


_MANY = 1_000_000


@pytest.mark.parametrize(
    "bad",
    ["[" * _MANY + "]" * _MANY, '{"a":[' + "[]," * _MANY + "0]}", ",".join(["[" * 5_000 + "]" * 5_000] * 200)],
    ids=["deep", "wide", "again and again"],
)
def test_brackets_without_end_are_not_read_to_their_end(bad: str) -> None:
    given = upload("ratings-movies.json", f"[{GOOD}, {bad}, {GOOD}]")
    alone = upload("ratings-movies.json", f"[{bad}, {GOOD}]")
    started = process_time()

    assert [row.line for row in rows(given)] == [1]
    assert "more brackets than any entry" in problems(given)[-1].sentence
    with pytest.raises(BadInput, match="no export that we know"):
        recognise(alone)
    assert process_time() - started < 2


def test_an_entry_may_be_of_a_show_that_never_ends() -> None:
    at = {"last_watched_at": "2020-12-31T20:15:00.000Z"}
    episodes = [{"number": number, **at} for number in range(10_000)]
    show = {"show": {"title": "Every evening"}, **at, "seasons": [{"number": 1, "episodes": episodes}]}
    given = upload("watched-shows.json", json.dumps([show, show], separators=(",", ":")))
    assert len(rows(given)) == 20_000


def test_more_brackets_than_any_export_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_MARKS", 100_000)
    with pytest.raises(BadInput, match="lines and brackets"):
        upload("ratings.json", f'[{GOOD}, {{"a": [{"[]," * 200_000}0]}}, {GOOD}]')


def test_a_file_of_nothing_but_brackets_ends() -> None:
    for text in ("[" * 200_000, "[]", "{}", "]", '"' + "x" * 200_000, "[[[]]]"):
        with pytest.raises(BadInput):
            recognise(upload("ratings.json", text))


@pytest.mark.parametrize("text", ['{"a":' * 400_000, "{" + '"a":{},' * 400_000], ids=["deep", "wide"])
def test_a_file_without_a_list_is_not_searched_for_one_to_its_end(text: str) -> None:
    given = upload("mine.json", text)
    started = process_time()
    with pytest.raises(BadInput, match="no export that we know"):
        recognise(given)
    assert process_time() - started < 4
