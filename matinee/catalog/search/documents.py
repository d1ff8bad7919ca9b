"""From a title or person to its search document."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from math import log2
from typing import Literal, NamedTuple

from matinee.catalog.age_ratings import OLDEST
from matinee.catalog.models import SearchDocument
from matinee.catalog.search import folding

Kind = Literal["movie", "tv", "person", "collection", "list"]
KINDS: tuple[Kind, ...] = ("movie", "tv", "person", "collection", "list")
SINGLE_KINDS = KINDS[:3]
TITLE_KINDS = KINDS[:2]
"""Those in the full-text index; groups of titles are few and have a table of their own (`groups`)."""

BUCKETS = 64
_KIND_SHIFT, _BUCKET_SHIFT = 46, 40
_SUBJECT_MASK = (1 << _BUCKET_SHIFT) - 1
_MOST_NAMES = 60
_LONGEST_KEY = 80
_LEAST_LETTERS = 3  # shorter words are not corrected

WHOLE = "="
"""Before a whole name written as one word: a name's beginning is asked for whatever the spaces."""
YEAR = "@"
"""Before a year of release, to tell it from a number in a name."""
UNRATED = "@u"
"""In the place of an age mark for a title whose minimum age is not known."""
_AGE_BITS = 5  # enough for OLDEST


class Rank(NamedTuple):
    """A document's key taken apart: the best known of a kind have the lowest numbers."""

    kind: Kind
    bucket: int
    subject_id: int

    def key(self) -> int:
        """The number that the document is stored under."""
        return (KINDS.index(self.kind) << _KIND_SHIFT) | (self.bucket << _BUCKET_SHIFT) | self.subject_id

    @classmethod
    def of_key(cls, key: int) -> "Rank":
        """The opposite of `key`."""
        return cls(KINDS[key >> _KIND_SHIFT], key >> _BUCKET_SHIFT & BUCKETS - 1, key & _SUBJECT_MASK)

    @classmethod
    def of_renown(cls, kind: Kind, renown: float, subject_id: int) -> "Rank":
        """Two buckets for each doubling of fame."""
        return cls(kind, max(0, BUCKETS - 1 - int(2 * renown)), subject_id)

    @property
    def renown(self) -> float:
        """How well known, from 0 to 31.5."""
        return (BUCKETS - 1 - self.bucket) / 2


def fame(key: int) -> int:
    """Sorts keys of all kinds, the best known first."""
    return key & (1 << _KIND_SHIFT) - 1


def key_range(kind: Kind) -> tuple[int, int]:
    """The lowest and the highest key of a kind's documents."""
    low = KINDS.index(kind) << _KIND_SHIFT
    return low, low + (1 << _KIND_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Subject:
    """What search has to know of a title or person. `votes` is 0 for people, and `minimum_age` means nothing."""

    kind: Kind
    id: int
    names: tuple[str, ...]
    year: int | None
    votes: int
    popularity: float
    minimum_age: int | None = None


def renown(votes: int, popularity: float) -> float:
    """A title's: a point for each doubling of votes (lasting fame) and of popularity (fame of the day)."""
    return log2(1 + max(popularity, 0)) + log2(1 + votes)


def _renown(subject: Subject) -> float:
    """People have no votes; a film's popularity and its votes rise together, so theirs counts fourfold."""
    fame_of_the_day = renown(0, subject.popularity)
    return fame_of_the_day * 4 if subject.kind == "person" else renown(subject.votes, subject.popularity)


def age_mark(age: int, left_out: int = 0) -> str:
    """Every title has the mark of its minimum age, so that the index itself can keep to an age cap.

    The age is written in binary, in letters. With the last `left_out` bits left out it is the beginning of the marks
    of 2 ** left_out ages: so a handful of beginnings covers all ages up to a cap.
    """
    bits = f"{age:0{_AGE_BITS}b}"[: _AGE_BITS - left_out]
    return "@" + bits.replace("0", "a").replace("1", "b")


def age_marks_up_to(cap: int) -> list[str]:
    """Beginnings of the marks of all ages from 0 to `cap`, and of no other."""
    end = min(cap, OLDEST) + 1
    # 13 ages, 0b1101 of them, are eight, four and one.
    return [age_mark((end >> bit + 1) << bit + 1, bit) for bit in range(_AGE_BITS) if end >> bit & 1]


def whole_keys(name_words: list[str]) -> set[str]:
    """The name written as one word: with its small words, without the first, and without any."""
    bare = folding.without_small(name_words)
    tail = name_words[1:] if name_words[0] in folding.SMALL_WORDS and len(name_words) > 1 else name_words
    return {"".join(version)[:_LONGEST_KEY] for version in (name_words, tail, bare)}


def _written(name_words: list[str]) -> str:
    """The name as one word, and without its small words where it has any: what ranking compares."""
    whole, bare = "".join(name_words), "".join(folding.without_small(name_words))
    return whole if whole == bare else f"{whole} {bare}"


@dataclass(frozen=True, slots=True)
class Spelling:
    """All names of a subject, made ready to be ranked and to be looked up."""

    names: str
    tokens: tuple[str, ...]


def spell(all_names: Iterable[str]) -> Spelling | None:
    """None when no name has a letter or digit."""
    tokens: dict[str, None] = {}
    names: dict[str, None] = {}
    for name in dict.fromkeys(islice(all_names, _MOST_NAMES)):
        name_words = folding.words(name)
        if not name_words or (written := _written(name_words)) in names:
            continue
        names[written] = None
        tokens |= dict.fromkeys(name_words) | dict.fromkeys(folding.joined_words(name))
        tokens |= dict.fromkeys(WHOLE + key for key in sorted(whole_keys(name_words)))
    return Spelling("\n".join(names), tuple(tokens)) if names else None


def make(subject: Subject) -> SearchDocument | None:
    """The document, or None for a name that has neither letter nor digit."""
    spelling = spell(subject.names)
    if spelling is None:
        return None
    tokens = [*spelling.tokens]
    if subject.year:
        tokens.append(f"{YEAR}{subject.year}")
    if subject.kind != "person":
        tokens.append(UNRATED if subject.minimum_age is None else age_mark(subject.minimum_age))
    return SearchDocument(
        id=Rank.of_renown(subject.kind, _renown(subject), subject.id).key(),
        is_person=subject.kind == "person",
        subject_id=subject.id,
        year=subject.year,
        names=spelling.names,
        tokens=" ".join(tokens),
    )


def vocabulary(tokens: str) -> Iterable[str]:
    """The words among a document's tokens that somebody may misspell."""
    return (
        token
        for token in tokens.split(" ")
        if len(token) >= _LEAST_LETTERS and token[0] not in (WHOLE, YEAR) and not token.isdigit()
    )
