"""Made-up ratings of many people, as unevenly spread as real ones: a few titles that everybody knows, and tastes.

Titles belong to a niche within a field, as a kind of noir belongs to crime; people like a few fields and in each a few
niches, follow the crowd for the rest, and rate what suits them higher. The same numbers always make the same ratings.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_FIELDS, _NICHES = 30, 10  # niches in each field
_SKEW = 0.9  # of popularity, over the rank
_CROWD = 0.15  # share of what somebody watches because all do
_IN_FIELD, _ELSEWHERE = 0.08, 0.001  # how a niche's people weigh titles outside of it
_FIELDS_EACH, _NICHES_EACH = 3, 2
_DRAWN = 1.3  # visits for each rating: who comes upon a title twice rates it once

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Ratings:
    """Columns of one length: who (from 0), which title (from 0, best known first), 0.5 to 5."""

    users: Ints
    titles: Ints
    ratings: Floats


def made_up(users: int, titles: int, ratings: int, *, seed: int = 7) -> Ratings:
    """About so many ratings."""
    chance = np.random.default_rng(seed)
    niche_of = chance.integers(_FIELDS * _NICHES, size=titles)
    who = _activity(users, round(ratings * _DRAWN), chance)
    through = _niches_of(users, chance)[who, chance.integers(_FIELDS_EACH * _NICHES_EACH, size=len(who))]
    through[chance.random(len(who)) < _CROWD] = -1
    which = _seen(through, niche_of, chance)
    _, first = np.unique(who.astype(np.int64) * titles + which, return_index=True)
    who, which, through = who[first], which[first], through[first]
    return Ratings(who, which, _rated(niche_of[which], through, which, titles, chance))


def _activity(users: int, ratings: int, chance: np.random.Generator) -> Ints:
    """The person of each rating: most have few, some have thousands."""
    each = chance.lognormal(0.0, 1.0, users)
    each = np.maximum(20 * ratings / users / 100, each * ratings / each.sum())
    return np.repeat(np.arange(users, dtype=np.int32), np.rint(each * ratings / each.sum()).astype(np.int64))


def _niches_of(users: int, chance: np.random.Generator) -> Ints:
    """The niches of each person, as a table."""
    fields = chance.integers(_FIELDS, size=(users, _FIELDS_EACH, 1))
    niches = chance.integers(_NICHES, size=(users, _FIELDS_EACH, _NICHES_EACH))
    return (fields * _NICHES + niches).reshape(users, -1).astype(np.int32)


def _seen(through: Ints, niche_of: NDArray[np.int64], chance: np.random.Generator) -> Ints:
    """A title for each visit, drawn by popularity among what the niche shows; -1 is the crowd."""
    popularity = (np.arange(len(niche_of)) + 20.0) ** -_SKEW
    which = np.empty(len(through), np.int32)
    order = np.argsort(through, kind="stable")
    bounds = np.searchsorted(through[order], np.arange(-1, _FIELDS * _NICHES + 1))
    for niche in range(-1, _FIELDS * _NICHES):
        visits = order[bounds[niche + 1] : bounds[niche + 2]]
        weight = popularity
        if niche >= 0:
            same_field = niche_of // _NICHES == niche // _NICHES
            weight = popularity * np.where(niche_of == niche, 1.0, np.where(same_field, _IN_FIELD, _ELSEWHERE))
        until = np.cumsum(weight)
        drawn = np.searchsorted(until, chance.random(len(visits)) * until[-1])
        which[visits] = np.minimum(drawn, len(niche_of) - 1)
    return which


def _rated(niche: NDArray[np.int64], through: Ints, which: Ints, titles: int, chance: np.random.Generator) -> Floats:
    """Better what was sought, and what is good at all."""
    good = chance.normal(0.0, 0.3, titles)[which]
    suits = np.where(through == niche, 0.6, np.where(through == -1, -0.5, 0.0))
    rating = 3.5 + good + suits + chance.normal(0.0, 0.6, len(which))
    return (np.clip(np.rint(rating * 2), 1, 10) / 2).astype(np.float32)
