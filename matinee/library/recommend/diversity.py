"""Picking what is good and not all the same: maximal marginal relevance (Carbonell & Goldstein, 1998).

What is like a title that is picked already is worth less. Here also what is like most of those picked is: the nearest
alone does not see that of two sorts one has had its turn nine times.
"""

import numpy as np
from numpy.typing import NDArray

from matinee.library.recommend.blending import Blend, Floats

_MOST_POOLED = 200
_POOL_PER_PICK = 5


def pick(
    blend: Blend, relevance: Floats, candidates: NDArray[np.bool_], n: int, *, variety: float, of_a_collection: int
) -> NDArray[np.int64]:
    """At most `n` places, best first. `variety` (0-1): how much a likeness to what is picked already takes away.

    `of_a_collection`: at most so many of one.
    """
    pool = _best(np.where(candidates, relevance, 0.0), min(max(_POOL_PER_PICK * n, 50), max(_MOST_POOLED, n)))
    alike, collections = _alike(blend, pool), _collections(blend, pool)
    nearest = np.zeros(len(pool), np.float32)  # likeness to the one that is nearest of those picked
    together = np.zeros(len(pool), np.float32)  # sum of the likenesses to them
    left = np.ones(len(pool), np.bool_)
    picked: list[int] = []
    while left.any() and len(picked) < n:
        repeated = (nearest + together / max(len(picked), 1)) / 2
        value = np.where(left, (1 - variety) * relevance[pool] - variety * repeated, -np.inf)
        at = int(value.argmax())
        picked.append(at)
        left[at] = False
        nearest = np.maximum(nearest, alike[at])
        together += alike[at]
        same = collections == collections[at]
        if collections[at] >= 0 and np.count_nonzero(same[picked]) >= of_a_collection:
            left &= ~same
    return pool[picked]


def _best(relevance: Floats, count: int) -> NDArray[np.int64]:
    """The places of what has any relevance, best first; of equals the first."""
    able = np.flatnonzero(relevance > 0)
    if len(able) > count:
        least = np.partition(relevance[able], len(able) - count)[len(able) - count]
        able = able[relevance[able] >= least]
    return able[np.argsort(-relevance[able], kind="stable")][:count]


def _alike(blend: Blend, pool: NDArray[np.int64]) -> Floats:
    """How alike any two of the pool are, each wholly like itself."""
    found = np.zeros((len(pool), len(pool)), np.float32)
    rows = blend.in_content[pool]
    if blend.content is not None and (known := rows >= 0).any():
        table = blend.content.between(rows[known], rows[known])
        lengths = np.sqrt(np.maximum(np.diag(table), 1e-9))
        found[np.ix_(known, known)] = table / lengths / lengths[:, None]
    return found


def _collections(blend: Blend, pool: NDArray[np.int64]) -> NDArray[np.int32]:
    if blend.content is None:
        return np.full(len(pool), -1, np.int32)
    rows = blend.in_content[pool]
    return np.where(rows >= 0, np.append(blend.content.collections, -1)[rows], -1).astype(np.int32)
