"""Finding titles and people by what somebody typed. Any text is fine; none raises, and all take bounded time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Literal

from matinee.catalog.models import SearchDocument
from matinee.catalog.search import reading
from matinee.catalog.search.documents import KINDS, Kind, Rank
from matinee.catalog.search.index import of_database
from matinee.catalog.search.ranking import Match, rate
from matinee.catalog.search.reading import Reading

MOST_COUNTED = 1000
_NEAR = 30  # of each kind, of the narrow questions
_RATED = 60  # of each kind and question
_SUGGESTED = 30
_ENOUGH = 5  # fewer than this, and we look for misspelt words too
_PLENTY = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A title or person. The score orders the hits of one answer and means nothing beyond it."""

    kind: Kind
    id: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, best first. `total` is counted up to 1,000.

    `corrected`: what was looked for instead, when the best hit is not spelt as typed. `confident`: what is stored
    answers the question; another catalogue need not be asked.
    """

    hits: tuple[Hit, ...]
    total: int
    corrected: str | None
    confident: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    """The best matches, rated, best first; and the keys of further ones, best known first."""

    rated: tuple[tuple[Hit, Match], ...]
    rest: tuple[int, ...]

    @property
    def has_exact(self) -> bool:
        return any(match.is_exact for _, match in self.rated)

    def __len__(self) -> int:
        return len(self.rated) + len(self.rest)


def find(text: str, kind: Literal["all", "movie", "tv", "person"], page: int, page_size: int = 20) -> Found:
    """A page of what matches, counted from 1. Misspelt words are allowed for where little is spelt as typed."""
    kinds = KINDS if kind == "all" else (kind,)
    readings = reading.read(text)
    if not readings:
        return Found((), 0, None, confident=False)
    answer = _answer(readings, kinds, near=_NEAR, broad=MOST_COUNTED)
    confident = answer.has_exact or len(answer) >= _PLENTY
    if len(answer) < _ENOUGH and not answer.has_exact:
        answer = _answer([*readings, *reading.loosen(readings)], kinds, near=_NEAR, broad=MOST_COUNTED)
    hits = [hit for hit, _ in answer.rated] + [_unrated(key) for key in answer.rest]
    first, total = (page - 1) * page_size, min(len(hits), MOST_COUNTED)
    return Found(tuple(hits[first : min(first + page_size, total)]), total, _corrected(readings, answer), confident)


def suggest(text: str, limit: int = 8) -> tuple[Hit, ...]:
    """The best hits for a text that is still being typed."""
    readings = reading.read(text)
    if not readings:
        return ()
    answer = _answer(readings, KINDS, near=_SUGGESTED, broad=_SUGGESTED)
    if not answer.rated:
        answer = _answer(reading.loosen(readings), KINDS, near=_SUGGESTED, broad=_SUGGESTED)
    return tuple(hit for hit, _ in answer.rated[:limit])


def _answer(readings: Sequence[Reading], kinds: Sequence[Kind], *, near: int, broad: int) -> _Answer:
    questions = [(one, wanted) for one in readings for wanted in reading.wanted(one, near=near, broad=broad)]
    answers = of_database().ask([wanted for _, wanted in questions], kinds)
    found_by: dict[int, set[Reading]] = defaultdict(set)
    rest: dict[int, None] = {}
    for (one, _), keys in zip(questions, answers, strict=True):
        for _, of_kind in groupby(keys, key=lambda key: Rank.of_key(key).kind):
            for key in islice(of_kind, _RATED):
                found_by[key].add(one)
            rest |= dict.fromkeys(of_kind)
    rated = sorted(_rate(found_by), key=lambda pair: (-pair[0].score, pair[0].id))
    unrated = sorted(rest.keys() - found_by.keys(), key=lambda key: Rank.of_key(key)[1:])
    return _Answer(tuple(rated), tuple(unrated))


def _rate(found_by: Mapping[int, Iterable[Reading]]) -> Iterable[tuple[Hit, Match]]:
    rows = SearchDocument.objects.filter(pk__in=found_by).values_list("pk", "names", "year")
    for key, names, year in rows:
        match = max((rate(one, names, year) for one in found_by[key]), key=lambda match: match.points)
        rank = Rank.of_key(key)
        yield Hit(rank.kind, rank.subject_id, match.points + rank.renown), match


def _unrated(key: int) -> Hit:
    rank = Rank.of_key(key)
    return Hit(rank.kind, rank.subject_id, -float(rank.bucket))


def _corrected(readings: Sequence[Reading], answer: _Answer) -> str | None:
    """The best hit's words, if they are not those typed."""
    if not answer.rated:
        return None
    match = answer.rated[0][1]
    return " ".join(match.words) if match.errors else None
