"""The distinct words of all names, and finding those that a misspelt word may stand for.

Two words within d typing errors of one another become equal when at most d letters are left out of each. So every
word is kept under what remains of its beginning with one or two letters left out (its gaps, as numbers), and a
misspelt word finds its neighbours by a few dozen exact look-ups, however many words there are. (The idea is
W. Garbe's symmetric delete.) A true distance, in which swapped neighbours count as one error, then decides.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from zlib import crc32

from django.db import connection
from rapidfuzz.distance import OSA

from matinee.catalog.models import SearchWord
from matinee.catalog.search import given

_SHORT = 5  # letters up to which one error is forgiven; two beyond
_LEAST = 3
_BEGINNING = 7  # letters of a word that its gaps are made of
_MOST_NEIGHBOURS = 8


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
    """Add to the words' frequencies, or take away: four statements at most, however many words."""
    # In one order everywhere, so that two transactions never wait for one another.
    changed = sorted((word, change) for word, change in changes.items() if change)
    if not changed:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO catalog_searchword (word, frequency) "
            + given.rows(word="text", frequency="integer")
            + " ON CONFLICT (word) DO UPDATE SET frequency = catalog_searchword.frequency + excluded.frequency"
            " RETURNING word, frequency",
            [given.parameter(changed)],
        )
        frequencies: dict[str, int] = dict(cursor.fetchall())
    if new := [word for word, change in changed if change == frequencies[word] > 0]:
        _keep_gaps(new)
    if unused := [word for word, frequency in frequencies.items() if frequency <= 0]:
        _drop(unused)


def _gap_rows(words: Iterable[str]) -> str:
    return given.parameter(sorted((gap, word) for word in words for gap in _gaps(word)))


def _keep_gaps(words: list[str]) -> None:
    rows = given.rows(gap="integer", word="text")
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO catalog_searchgap (gap, word) {rows} ON CONFLICT DO NOTHING",
            [_gap_rows(words)],
        )


def _drop(words: list[str]) -> None:
    rows = given.rows(gap="integer", word="text")
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM catalog_searchgap WHERE (gap, word) IN ({rows})", [_gap_rows(words)])  # noqa: S608
    SearchWord.objects.filter(pk__in=words).delete()


def neighbours(words: Collection[str], unfinished: Collection[str]) -> dict[str, dict[str, int]]:
    """For each word the known words within the errors forgiven, with their errors: nearest first, then most frequent.

    `unfinished`: those that may be the beginning of one. Two queries, however many words.
    """
    gaps = {word: _gaps(word) for word in words if errors_forgiven(word)}
    with_gap = _words_with_gaps({gap for of_word in gaps.values() for gap in of_word})
    near = {
        word: _nearest(word, {one for gap in of_word for one in with_gap[gap]}, is_unfinished=word in unfinished)
        for word, of_word in gaps.items()
    }
    frequencies = dict(SearchWord.objects.filter(pk__in=set().union(*near.values())).values_list("word", "frequency"))
    return {
        word: dict(
            sorted(
                ((candidate, errors) for candidate, errors in found.items() if candidate in frequencies),
                key=lambda pair: (pair[1], -frequencies[pair[0]], pair[0]),
            )[:_MOST_NEIGHBOURS]
        )
        for word, found in near.items()
    }


def _words_with_gaps(gaps: set[int]) -> dict[int, list[str]]:
    words: dict[int, list[str]] = defaultdict(list)
    if gaps:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT gap, word FROM catalog_searchgap WHERE gap IN ({', '.join(['%s'] * len(gaps))})",  # noqa: S608
                list(gaps),
            )
            for gap, word in cursor.fetchall():
                words[gap].append(word)
    return words


def _nearest(word: str, candidates: Iterable[str], *, is_unfinished: bool) -> dict[str, int]:
    """Those within the errors forgiven, with their errors."""
    forgiven = errors_forgiven(word)
    near = {}
    for candidate in candidates:
        errors = OSA.distance(word, candidate, score_cutoff=forgiven)
        if is_unfinished and len(candidate) > len(word):
            ends = (len(word) - 1, len(word), len(word) + 1)
            errors = min(errors, *(OSA.distance(word, candidate[:end], score_cutoff=forgiven) for end in ends))
        if 0 < errors <= forgiven:  # what begins as typed is found without help
            near[candidate] = errors
    return near
