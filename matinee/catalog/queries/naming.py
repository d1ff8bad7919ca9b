"""Finding titles by whole names, many at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from matinee.catalog.search import folding, vocabulary
from matinee.catalog.search.database import of_database
from matinee.catalog.search.documents import WHOLE, YEAR, Rank, whole_keys
from matinee.catalog.search.index import Term, Wanted

_MOST_FOUND = 12  # of a name and kind
_AT_ONCE = 200  # questions in a statement
_MOST_WORDS = 10

_Groups = list[tuple[Term, ...]]
_Reader = Callable[[list[str]], _Groups]
"""From the words of a name to what a title has to have."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is looked for. Without a kind it may be a film or a show; a year may be off by one."""

    name: str
    kind: Literal["movie", "tv"] | None = None
    year: int | None = None


def titles_named(asked: Sequence[Named]) -> list[list[int]]:
    """For each the ids of titles that are called so; else those that have all of its words; else words like them."""
    words = [folding.words(one.name) for one in asked]
    found: dict[int, list[int]] = {}
    for reading in (_called_so, _with_its_words, _with_words_alike):
        rest = [(place, asked[place], words[place]) for place in range(len(asked)) if place not in found]
        found |= _ask(rest, reading([name for _, _, name in rest]))
    return [found.get(place, []) for place in range(len(asked))]


def _ask(asked: Iterable[tuple[int, Named, list[str]]], groups: _Reader) -> dict[int, list[int]]:
    """By place; those for which nothing is found are left out."""
    questions = (
        (place, Wanted(kind, (*groups(words), *_years(one.year)), _MOST_FOUND))
        for place, one, words in asked
        if words
        for kind in ((one.kind,) if one.kind else ("movie", "tv"))
    )
    found: dict[int, list[int]] = defaultdict(list)
    while some := list(islice(questions, _AT_ONCE)):
        answers = of_database().ask([wanted for _, wanted in some])
        for (place, _), keys in zip(some, answers, strict=True):
            if keys:
                found[place] += [Rank.of_key(key).subject_id for key in keys]
    return dict(found)


def _called_so(_names: Iterable[list[str]]) -> _Reader:
    return lambda words: [tuple(Term(WHOLE + key) for key in sorted(whole_keys(words)))]


def _with_its_words(_names: Iterable[list[str]]) -> _Reader:
    return lambda words: [(Term(word),) for word in _telling(words)]


def _with_words_alike(names: Iterable[list[str]]) -> _Reader:
    """`names`: all that are asked for, so that the neighbours of their words are looked up at once."""
    alike = vocabulary.neighbours(set().union(*names) - folding.SMALL_WORDS, unfinished=())
    return lambda words: [(Term(word), *map(Term, alike.get(word, ()))) for word in _telling(words)]


def _telling(words: list[str]) -> Sequence[str]:
    return folding.without_small(words)[:_MOST_WORDS]


def _years(year: int | None) -> _Groups:
    return [tuple(Term(f"{YEAR}{near}") for near in (year - 1, year, year + 1))] if year else []
