"""What a typed text may mean: words to find, and perhaps a year."""

import re
from dataclasses import dataclass, replace

from matinee.catalog.search import folding, vocabulary
from matinee.catalog.search.documents import UNRATED, WHOLE, YEAR, Kind, age_marks_up_to, whole_keys
from matinee.catalog.search.index import Term, Wanted
from matinee.core.access import Viewer

_MOST_WORDS = 10
_YEAR = re.compile(r"18[7-9]\d|19\d\d|20\d\d")
_BEGUN_YEAR = re.compile(r"1|18|18[7-9]|19\d?|2|20\d?")


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One meaning of the text. The last word may be unfinished.

    `variants`: for each word what it may stand for, with the typing errors that assumes; the word itself with 0.
    `year`: only titles of that year, or of those that begin so; `near_year`: rather titles of about that year.
    """

    words: tuple[str, ...]
    variants: tuple[dict[str, int], ...]
    year: str = ""
    near_year: int | None = None

    @property
    def is_corrected(self) -> bool:
        """Whether other words than those typed are looked for too."""
        return any(len(meanings) > 1 for meanings in self.variants)


def read(text: str) -> list[Reading]:
    """The meanings as typed: all words are of the name; or the last year-like one is the year. Empty for no words."""
    words = folding.words(text)[:_MOST_WORDS]
    if not words:
        return []
    readings = [_plain(words)]
    place = _place_of_year(words)
    if place is not None and len(words) > 1:
        readings.append(replace(_plain(words[:place] + words[place + 1 :]), year=words[place]))
    return readings


def _place_of_year(words: list[str]) -> int | None:
    if _BEGUN_YEAR.fullmatch(words[-1]):
        return len(words) - 1
    return max((place for place, word in enumerate(words) if _YEAR.fullmatch(word)), default=None)


def _plain(words: list[str]) -> Reading:
    return Reading(tuple(words), tuple({word: 0} for word in words))


def loosen(readings: list[Reading]) -> list[Reading]:
    """For when too little was found: each word's neighbours are allowed, and a year remembered wrongly."""
    words = {word for one in readings for word in one.words} - folding.SMALL_WORDS
    neighbours = vocabulary.neighbours(words, unfinished={one.words[-1] for one in readings})
    forgiven = [
        replace(one, variants=tuple({word: 0} | neighbours.get(word, {}) for word in one.words)) for one in readings
    ]
    return forgiven + [replace(one, year="", near_year=int(one.year)) for one in forgiven if _YEAR.fullmatch(one.year)]


def age_marks(viewer: Viewer) -> tuple[Term, ...]:
    """The marks of titles that the viewer meets, of which a document has to have one; empty for all titles."""
    if viewer.age_cap is None:
        return ()
    rated = tuple(Term(mark, is_beginning=True) for mark in age_marks_up_to(viewer.age_cap))
    return (*rated, Term(UNRATED)) if viewer.unrated else rated


def wanted(reading: Reading, kind: Kind, *, near: int, broad: int, ages: tuple[Term, ...] = ()) -> list[Wanted]:
    """What to ask the index for one reading and kind. `ages`: marks of which a title has to have one, if any.

    Broad: all telling words in any order. If as typed, also, `near` of each: names that begin so whatever their
    spaces, names that are exactly so, and names with the small words as well. Without these a short name such as
    "Up" or "It" would have to be among the best known of all that begin with its letters.
    """
    limits: list[tuple[Term, ...]] = []
    if reading.year:
        limits.append((Term(YEAR + reading.year, is_beginning=len(reading.year) < 4),))
    if ages and kind != "person":
        limits.append(ages)
    telling = [place for place, word in enumerate(reading.words) if word not in folding.SMALL_WORDS]
    places = telling or range(len(reading.words))
    asked = [Wanted(kind, (*(_group(reading, place) for place in places), *limits), broad)]
    if reading.is_corrected:
        return asked
    keys = sorted(whole_keys(list(reading.words)))
    asked.append(Wanted(kind, (tuple(Term(WHOLE + key, is_beginning=True) for key in keys), *limits), near))
    asked.append(Wanted(kind, (tuple(Term(WHOLE + key) for key in keys), *limits), near))
    if len(places) < len(reading.words):
        asked.append(Wanted(kind, (*(_group(reading, place) for place in range(len(reading.words))), *limits), near))
    return asked


def _group(reading: Reading, place: int) -> tuple[Term, ...]:
    is_last = place == len(reading.words) - 1
    word = reading.words[place]
    return tuple(Term(variant, is_beginning=is_last and variant == word) for variant in reading.variants[place])
