"""Which of some titles does a file mean, when it gives only a name and a year?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from rapidfuzz import fuzz

from matinee.catalog.search.folding import words
from matinee.library.transfer.formats.rows import About, Kind

_MOST_CHOICES = 8
_CLOSE = 80.0  # of 100: less is another name
_ALIKE = 94.0  # a typing error or two in a longer name
_EXACT = 100.0
_YEAR_OFF = 4.0  # what a year's difference costs: festivals and cinemas do not agree on when a film came out
_CLEAR_LEAD = 3.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that it may be. `names`: its name, the original one, and others by which it is known."""

    id: int
    kind: Kind
    names: Sequence[str]
    year: int | None


@dataclass(frozen=True, slots=True)
class Matched:
    """It is this one."""

    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """It may be any of these, the likeliest first. There may be only one, which a person should look at."""

    choices: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """None of them."""


Match: TypeAlias = Matched | Ambiguous | NotFound


@lru_cache(5000)  # what a file calls a title is mostly what the title is called, in one language and the other
def folded(name: str) -> str:
    """A name as it is compared: without case, accents, punctuation; "Rocky II" is "rocky 2"."""
    return " ".join(words(name))


def match(about: About, candidates: Iterable[Candidate]) -> Match:
    """Compare by name, kind and year. A year may be off by one; ids are not looked at.

    Without doubt is only a title whose name is the same or nearly, and which no other comes close to.
    """
    wanted = folded(about.name)
    scored = [(score, one) for one in candidates if (score := _score(about, wanted, one)) >= _CLOSE]
    if not wanted or not scored:
        return NotFound()
    scored.sort(key=lambda pair: (-pair[0], pair[1].id))
    best, candidate = scored[0]
    runner_up = scored[1][0] if len(scored) > 1 else 0.0
    years_agree = about.year is None or candidate.year is None or about.year == candidate.year
    enough = _ALIKE if years_agree else _EXACT - _YEAR_OFF
    if best >= enough and best - runner_up >= _CLEAR_LEAD:
        return Matched(candidate)
    return Ambiguous(tuple(one for _, one in scored[:_MOST_CHOICES]))


def _score(about: About, wanted: str, candidate: Candidate) -> float:
    """0-100; 0 for one that it cannot be."""
    if about.kind is not None and about.kind != candidate.kind:
        return 0.0
    off = abs(about.year - candidate.year) if about.year and candidate.year else 0
    if off > 1:
        return 0.0
    likeness = max((_likeness(wanted, folded(name)) for name in candidate.names), default=0.0)
    return max(0.0, likeness - off * _YEAR_OFF)


def _likeness(one: str, other: str) -> float:
    """Numbers are never typing errors: "Rocky 2" is another film than "Rocky 3"."""
    if one == other:
        return _EXACT if one else 0.0
    if _numbers(one) != _numbers(other):
        return 0.0
    return min(fuzz.ratio(one, other), _EXACT - 0.5)


def _numbers(name: str) -> list[str]:
    return [word for word in name.split() if word.isdecimal()]
