"""The distinct words of all names, and finding those that a misspelt word may stand for.

Two words within d typing errors of one another become equal when at most d letters are left out of each. So every
word is kept under what remains of its beginning with one or two letters left out (its gaps, as numbers), and a
misspelt word finds its neighbours by a few dozen exact look-ups, however many words there are. (The idea is
W. Garbe's symmetric delete.) A true distance, in which swapped neighbours count as one error, then decides.
"""

import json
from collections.abc import Mapping
from itertools import combinations
from zlib import crc32

from django.db import connection
from rapidfuzz.distance import OSA

_SHORT = 5  # letters up to which one error is forgiven; two beyond
_LEAST = 3
_BEGINNING = 7  # letters of a word that its gaps are made of
_MOST_NEIGHBOURS = 8

# A JSON object {word: change} or {word: [gaps]} carries any number of rows in one parameter.
_CHANGES = {"sqlite": "json_each(%s)", "postgresql": "json_each_text(%s::json)"}
_GAPS = {
    "sqlite": "SELECT gap.value, given.key FROM json_each(%s) AS given, json_each(given.value) AS gap",
    "postgresql": "SELECT gap.value::int, given.key FROM json_each(%s::json) AS given, "
    "json_array_elements_text(given.value) AS gap",
}


def errors_forgiven(word: str) -> int:
    """How many typing errors a word of this length may have."""
    if len(word) < _LEAST or word.isdigit():
        return 0
    return 1 if len(word) <= _SHORT else 2


def _gaps(word: str) -> list[int]:
    """Numbers for what remains of the word's beginning; few other remains share a number."""
    beginning = word[:_BEGINNING]
    remains = {
        "".join(letters)
        for left_out in range(errors_forgiven(word) + 1)
        for letters in combinations(beginning, len(beginning) - left_out)
    }
    return sorted(crc32(remain.encode()) - (1 << 31) for remain in remains)


def count(changes: Mapping[str, int]) -> None:
    """Add to the words' frequencies, or take away: three statements at most, however many words."""
    # In one order everywhere, so that two transactions never wait for one another.
    changes = {word: change for word, change in sorted(changes.items()) if change}
    if not changes:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO catalog_searchword (word, frequency)
            SELECT key, CAST(value AS integer) FROM {_CHANGES[connection.vendor]} WHERE true
            ON CONFLICT (word) DO UPDATE SET frequency = catalog_searchword.frequency + excluded.frequency
            RETURNING word, frequency
            """,  # noqa: S608 - one of two constants
            [json.dumps(changes)],
        )
        frequencies: dict[str, int] = dict(cursor.fetchall())
    if new := [word for word, frequency in frequencies.items() if frequency == changes[word] > 0]:
        _keep_gaps(new)
    if unused := [word for word, frequency in frequencies.items() if frequency <= 0]:
        _drop(unused)


def _keep_gaps(words: list[str]) -> None:
    gaps = json.dumps({word: _gaps(word) for word in words})
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO catalog_searchgap (gap, word) {_GAPS[connection.vendor]} WHERE true ON CONFLICT DO NOTHING",
            [gaps],
        )


def _drop(words: list[str]) -> None:
    gaps = json.dumps({word: _gaps(word) for word in words})
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM catalog_searchgap WHERE (gap, word) IN ({_GAPS[connection.vendor]})", [gaps])  # noqa: S608
        cursor.execute(
            f"DELETE FROM catalog_searchword WHERE word IN (SELECT key FROM {_CHANGES[connection.vendor]})",  # noqa: S608
            [json.dumps(dict.fromkeys(words, 0))],
        )


def neighbours(word: str, *, is_unfinished: bool) -> dict[str, int]:
    """Known words within the errors forgiven, nearest first and then the most frequent, with their errors.

    `is_unfinished`: the word may be the beginning of one.
    """
    forgiven = errors_forgiven(word)
    if not forgiven:
        return {}
    gaps = _gaps(word)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT word, frequency FROM catalog_searchgap JOIN catalog_searchword USING (word) "  # noqa: S608
            f"WHERE gap IN ({', '.join(['%s'] * len(gaps))})",
            gaps,
        )
        candidates: list[tuple[str, int]] = cursor.fetchall()
    near = (
        (errors, -frequency, candidate)
        for candidate, frequency in candidates
        if (errors := _distance(word, candidate, forgiven, is_unfinished=is_unfinished)) <= forgiven
    )
    return {candidate: errors for errors, _, candidate in sorted(near)[:_MOST_NEIGHBOURS]}


def _distance(word: str, candidate: str, forgiven: int, *, is_unfinished: bool) -> int:
    """Typing errors between the two; more than `forgiven` for any greater number."""
    errors = OSA.distance(word, candidate, score_cutoff=forgiven)
    if is_unfinished and len(candidate) > len(word):
        ends = (len(word) - 1, len(word), len(word) + 1)
        errors = min(errors, *(OSA.distance(word, candidate[:end], score_cutoff=forgiven) for end in ends))
    return errors
