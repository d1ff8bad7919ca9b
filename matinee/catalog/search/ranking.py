"""How well a document answers a reading: how closely a name matches, and how well known its subject is.

Points are on the scale of renown (0 to 31.5, half a point for each doubling of votes), so that each number below
says how much fame a closer match is worth.
"""

from dataclasses import dataclass, replace

from matinee.catalog.search.folding import SMALL_WORDS, without_small
from matinee.catalog.search.reading import Reading

_EXACT = 14.0
_TO_THE_LETTER = 2.0  # with the same small words: "die hard" is not "Hard"
_BEGINS = 7.0
_IN_ORDER = 3.0
_COVERAGE = 4.0  # for the share of the name that was typed
_ERROR = -5.0
_SCATTERED = -6.0  # each word is in some name, but no name has all
_YEAR_APART = -2.0
_MOST_YEARS_APART = 5


@dataclass(frozen=True, slots=True)
class Match:
    """How a document matches: points without its renown, and the asked words as they were found."""

    points: float
    is_exact: bool
    errors: int
    words: tuple[str, ...]


def rate(reading: Reading, names: str, year: int | None) -> Match:
    """Rate the best of a document's names (one a line). A year near the asked one is better than a far one."""
    matches = (match for name in names.split("\n") if (match := _rate_name(reading, name)))
    scattered = Match(_SCATTERED, is_exact=False, errors=0, words=reading.words)
    best = max(matches, key=lambda match: match.points, default=scattered)
    if reading.near_year is None:
        return best
    apart = _MOST_YEARS_APART if year is None else min(abs(year - reading.near_year), _MOST_YEARS_APART)
    return replace(best, points=best.points + apart * _YEAR_APART, is_exact=best.is_exact and apart <= 1)


def _rate_name(reading: Reading, name: str) -> Match | None:
    """None when a word is missing. Spaces do not count: "spiderman" is in "spider man"."""
    whole = name.replace(" ", "")
    found, errors, end, in_order = [], 0, 0, True
    for word, variants in zip(reading.words, reading.variants, strict=True):
        variant = next((variant for variant in variants if variant in whole), None)
        if variant is None:
            if word not in SMALL_WORDS:
                return None
            variant = word
        else:
            place = whole.find(variant, end)
            in_order, end = in_order and place >= 0, place + len(variant)
            errors += variants[variant]
        found.append(variant)
    bare, asked_whole = "".join(without_small(name.split(" "))), "".join(found)
    asked_bare = "".join(without_small(found))
    is_exact = bare == asked_bare or whole == asked_whole
    points = errors * _ERROR + _COVERAGE * min(len(asked_bare) / len(bare), 1)
    if is_exact:
        points += _EXACT
    elif bare.startswith(asked_bare) or whole.startswith(asked_whole):
        points += _BEGINS
    elif in_order:
        points += _IN_ORDER
    if whole.startswith(asked_whole):
        points += _TO_THE_LETTER
    return Match(points, is_exact, errors, tuple(found))
