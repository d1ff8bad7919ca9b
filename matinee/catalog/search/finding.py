"""Finding things by what somebody typed. Any text is fine; none raises, and all take bounded time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from matinee.catalog.models import SearchDocument
from matinee.catalog.search import groups, reading
from matinee.catalog.search.database import of_database
from matinee.catalog.search.documents import SINGLE_KINDS, TITLE_KINDS, Kind, Rank, fame
from matinee.catalog.search.groups import GROUP_KINDS
from matinee.catalog.search.index import Term
from matinee.catalog.search.ranking import Match, Rater
from matinee.catalog.search.reading import Reading
from matinee.catalog.search.works import works_of
from matinee.core.access import Viewer

AnyKind = Literal["all", "movie", "tv", "person", "collection", "list"]

MOST_COUNTED = 1000
_NEAR = 20  # of each kind, of the narrow questions
_RATED = 40  # of each kind and question
_SUGGESTED = 16
_GROUPS = 5  # of each kind, where everything is asked for
_GROUPS_SUGGESTED = 2
_MOST_GROUPS = 200
_ENOUGH = 5  # fewer than this, and we look for misspelt words too
_PLENTY = 20
_TELLING = 4  # letters
_UNRATED = -100.0  # behind all that was rated


@dataclass(frozen=True, slots=True)
class Hit:
    """A title, person, collection or list. The score orders the hits of one answer and means nothing beyond it."""

    kind: Kind
    id: int
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, best first. `total` is counted up to 1,000.

    `corrected`: what was looked for instead, when the best hit is not spelt as typed. `confident`: what is stored
    answers the question, for the very name is there or many with its words; another catalogue need not be asked.
    """

    hits: tuple[Hit, ...]
    total: int
    corrected: str | None
    confident: bool


_Rated = tuple[float, int, Match]
"""Score, key of a document, and how it matches."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """The best matches, best first; and the keys of further ones, best known first."""

    rated: Sequence[_Rated]
    rest: Sequence[int]

    @property
    def has_exact(self) -> bool:
        return any(match.is_exact for _, _, match in self.rated)

    @property
    def corrected(self) -> str | None:
        """The words of the best hit, when they are not those typed."""
        match = self.rated[0][2] if self.rated else None
        return " ".join(match.words) if match and match.errors else None

    def followed_by(self, other: "_Answer") -> "_Answer":
        """These few, then what only the other has: a guess, however famous, comes after what was typed."""
        known = {key for _, key, _ in self.rated}
        further = [one for one in other.rated if one[1] not in known]
        return _Answer([*self.rated, *further], [key for key in other.rest if key not in known])

    def joined_by(self, others: Iterable[_Rated]) -> "_Answer":
        """With others, each before the first that is no better. What was typed stays before what was guessed."""
        rated = list(self.rated)
        known = {key for _, key, _ in rated}
        for one in sorted((one for one in others if one[1] not in known), key=_best_first):
            place = next((place for place, other in enumerate(rated) if other[0] < one[0]), len(rated))
            rated.insert(place, one)
        joined = {key for _, key, _ in rated}
        return _Answer(rated, [key for key in self.rest if key not in joined])

    @property
    def person(self) -> _Rated | None:
        """Who was probably meant: the best hit if that is a person, or the best of those called exactly so."""
        people = (one for one in self.rated if Rank.of_key(one[1]).kind == "person")
        return next((one for one in people if one[2].is_exact or (one is self.rated[0] and _tells(one[2]))), None)

    def hits(self, first: int, end: int) -> tuple[Hit, ...]:
        """Those from place `first` to before `end`, both counted from 0."""
        rest = self.rest[max(first - len(self.rated), 0) : max(end - len(self.rated), 0)]
        scored = [(score, key) for score, key, _ in self.rated[first:end]] + [(_UNRATED, key) for key in rest]
        return tuple(Hit(rank.kind, rank.subject_id, score) for score, key in scored if (rank := Rank.of_key(key)))

    def __len__(self) -> int:
        return len(self.rated) + len(self.rest)


def find(text: str, kind: AnyKind, page: int, page_size: int = 20, *, viewer: Viewer) -> Found:
    """A page of what the viewer may meet of what matches, counted from 1.

    Misspelt words are allowed for where little is spelt as typed. A person who was probably meant brings what they are
    best known for, where everything is asked for.
    """
    readings = reading.read(text)
    if not readings:
        return Found((), 0, None, confident=False)
    kinds = [one for one in SINGLE_KINDS if kind in ("all", one)]
    ask = partial(_answer, kinds=kinds, near=_NEAR, broad=MOST_COUNTED, ages=reading.age_marks(viewer))
    answer = ask(readings)
    confident = answer.has_exact or len(answer) >= _PLENTY
    if len(answer) < _ENOUGH and not answer.has_exact:
        guesses = reading.loosen(readings)
        answer, readings = answer.followed_by(ask(guesses)), [*readings, *guesses]
    person = answer.person if kind == "all" else None
    works = works_of(person, viewer) if person else []
    most = _GROUPS if kind == "all" else _MOST_GROUPS
    found = groups.find(readings, [one for one in GROUP_KINDS if kind in ("all", one)], most, viewer)
    answer = answer.joined_by([*works, *found])
    total = min(len(answer), MOST_COUNTED)
    hits = answer.hits((page - 1) * page_size, min(page * page_size, total))
    return Found(hits, total, answer.corrected, confident)


def suggest(text: str, limit: int = 8, *, viewer: Viewer, titles_only: bool = False) -> tuple[Hit, ...]:
    """The best hits that the viewer may meet, for a text that is still being typed."""
    readings = reading.read(text)
    if not readings:
        return ()
    kinds = TITLE_KINDS if titles_only else SINGLE_KINDS
    ask = partial(_answer, kinds=kinds, near=_SUGGESTED, broad=_SUGGESTED, ages=reading.age_marks(viewer))
    answer = ask(readings)
    if not answer.rated:
        readings = reading.loosen(readings)
        answer = ask(readings)
    found = [] if titles_only else groups.find(readings, GROUP_KINDS, _GROUPS_SUGGESTED, viewer)
    return answer.joined_by(found).hits(0, limit)


def _answer(
    readings: Sequence[Reading], *, kinds: Sequence[Kind], near: int, broad: int, ages: tuple[Term, ...]
) -> _Answer:
    questions = [
        (one, wanted)
        for one in readings
        for kind in kinds
        if not (one.year and kind == "person")  # people have no year of release
        for wanted in reading.wanted(one, kind, near=near, broad=broad, ages=ages)
    ]
    answers = of_database().ask([wanted for _, wanted in questions]) if questions else []
    found_by: dict[int, set[Reading]] = defaultdict(set)
    rest: set[int] = set()
    for (one, _), keys in zip(questions, answers, strict=True):
        for key in keys[:_RATED]:
            found_by[key].add(one)
        rest.update(keys[_RATED:])
    raters = {one: Rater(one) for one in readings}
    rows = SearchDocument.objects.filter(pk__in=found_by).values_list("pk", "names", "year")
    matches = ((key, max(raters[one].rate(names, year) for one in found_by[key])) for key, names, year in rows)
    rated = [(match.points + Rank.of_key(key).renown, key, match) for key, match in matches]
    return _Answer(sorted(rated, key=_best_first), sorted(rest - found_by.keys(), key=fame))


def _tells(match: Match) -> bool:
    """Whether more than a name's first letters were typed."""
    return sum(map(len, match.words)) >= _TELLING


def _best_first(rated: _Rated) -> tuple[float, int]:
    return -rated[0], rated[1]
