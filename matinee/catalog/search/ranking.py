"""How well a document answers a reading: how closely a name matches, and how well known its subject is.

Points are on the scale of renown (0 to 31.5, a point for each doubling of votes), so that each number below says how
much fame a closer match is worth.
"""

from collections.abc import Sequence
from typing import NamedTuple

from matinee.catalog.search.folding import SMALL_WORDS, without_small
from matinee.catalog.search.reading import Reading

_EXACT = 17.0  # a name typed to its end must not be lost among those that begin so
_TO_THE_LETTER = 2.0  # with the same small words: "die hard" is not "Hard"
_BEGINS = 7.0
_IN_ORDER = 3.0
_COVERAGE = 4.0  # for the share of the name that was typed
_ERROR = -5.0
_SCATTERED = -6.0  # each word is in some name, but no name has all
_YEAR_APART = -2.0
_MOST_YEARS_APART = 5


class Match(NamedTuple):
    """How a document matches: points without its renown, and the asked words as they were found."""

    points: float
    is_exact: bool
    errors: int
    words: tuple[str, ...]


class Rater:
    """Rates documents for one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._typed = self._joined(reading.words)
        self._scattered = Match(_SCATTERED, is_exact=False, errors=0, words=reading.words)

    @staticmethod
    def _joined(words: Sequence[str]) -> tuple[str, str]:
        return "".join(words), "".join(without_small(words))

    def rate(self, names: str, year: int | None) -> Match:
        """Rate by the best of a document's names. A year near the asked one is better than a far one."""
        best = max(filter(None, map(self._rate_name, names.split("\n"))), default=self._scattered)
        if self._reading.near_year is None:
            return best
        apart = _MOST_YEARS_APART if year is None else min(abs(year - self._reading.near_year), _MOST_YEARS_APART)
        return best._replace(points=best.points + apart * _YEAR_APART, is_exact=best.is_exact and apart <= 1)

    def _rate_name(self, name: str) -> Match | None:
        """None when a word is missing. Spaces do not count: "spiderman" is in "spider man"."""
        whole, _, bare = name.partition(" ")
        bare = bare or whole
        words, errors, is_in_order = self._reading.words, 0, True
        typed_whole, typed_bare = self._typed
        if typed_bare not in whole or self._reading.is_corrected:
            found = self._find_words(whole)
            if found is None:
                return None
            words, errors, is_in_order = found
            typed_whole, typed_bare = self._joined(words)
        points = errors * _ERROR + _COVERAGE * min(len(typed_bare) / len(bare), 1)
        is_exact = bare == typed_bare or whole == typed_whole
        if is_exact:
            points += _EXACT
        elif bare.startswith(typed_bare) or whole.startswith(typed_whole):
            points += _BEGINS
        elif is_in_order:
            points += _IN_ORDER
        if whole.startswith(typed_whole):
            points += _TO_THE_LETTER
        return Match(points, is_exact, errors, words)

    def _find_words(self, whole: str) -> tuple[tuple[str, ...], int, bool] | None:
        """The words as they are in the name, their errors, and whether they come in the asked order."""
        found, errors, end, is_in_order = [], 0, 0, True
        for word, variants in zip(self._reading.words, self._reading.variants, strict=True):
            variant = next((variant for variant in variants if variant in whole), None)
            if variant is not None:
                place = whole.find(variant, end)
                is_in_order, end = is_in_order and place >= 0, place + len(variant)
                errors += variants[variant]
            elif word not in SMALL_WORDS:
                return None
            found.append(variant or word)
        return tuple(found), errors, is_in_order
