"""How much to distrust the likings: the ridge of the regression, tried out on people who were kept aside.

What is best depends on how many there are and how much noise is in them, by a factor of ten and more. It hardly depends
on how many titles there are, so it is tried on the best supported ones alone, which takes a hundredth of the time.
"""

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_array

from matinee.library.recommend import ranking

_TITLES = 2000
_MOST_PEOPLE = 1000
_LEAST_PEOPLE = 20  # kept aside; fewer say nothing
_SHARE = 0.1
_LEAST_LIKED = 5
_FACTORS = (0.3, 1.0, 3.0, 10.0)
_USUAL = 3.0
_SEED = 20


def best_ridge(liked: csr_array) -> float:
    """The ridge for people by titles, of which the first are the best supported."""
    mean = float(liked.data.sum() / liked.shape[1])
    learners, judges = _set_aside(csr_array(liked[:, :_TITLES]))
    if judges.shape[0] < _LEAST_PEOPLE:
        return _USUAL * mean
    known, wanted = fold(judges)
    gram = (learners.T @ learners).toarray().astype(np.float32)
    quality = {factor * mean: _quality(gram, factor * mean, known, wanted) for factor in _FACTORS}
    return max(quality, key=lambda ridge: quality[ridge])


def _set_aside(liked: csr_array) -> tuple[csr_array, csr_array]:
    """Those to learn from, and those to judge by."""
    able = np.flatnonzero(np.diff(liked.indptr) >= _LEAST_LIKED)
    count = min(_MOST_PEOPLE, int(_SHARE * len(able)))
    aside = np.random.default_rng(_SEED).permutation(able)[:count]
    others = np.setdiff1d(np.arange(liked.shape[0]), aside)
    return csr_array(liked[others]), csr_array(liked[aside])


def fold(people: csr_array, *, seed: int = _SEED) -> tuple[csr_array, csr_array]:
    """What is known of each, and the fifth that is hidden, by chance."""
    order = np.random.default_rng(seed).random(people.nnz)
    person = np.repeat(np.arange(people.shape[0]), np.diff(people.indptr))
    by_chance = np.lexsort((order, person))
    rank = np.empty(people.nnz, np.int64)
    rank[by_chance] = np.arange(people.nnz) - people.indptr[person]
    hidden = rank < (np.diff(people.indptr) // 5)[person]
    return _only(people, ~hidden), _only(people, hidden)


def _only(people: csr_array, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> csr_array:
    counts = np.add.reduceat(np.append(kept, False), people.indptr[:-1]) * (np.diff(people.indptr) > 0)
    starts = np.concatenate(([0], np.cumsum(counts)))
    return csr_array((people.data[kept], people.indices[kept], starts), shape=people.shape)


def _quality(
    gram: np.ndarray[tuple[int, int], np.dtype[np.float32]], ridge: float, known: csr_array, wanted: csr_array
) -> float:
    """The mean gain over those judges of whom something is hidden."""
    inverse = cho_solve(
        cho_factor(gram + ridge * np.eye(len(gram), dtype=np.float32)), np.eye(len(gram), dtype=np.float32)
    )
    weights = inverse / -np.diag(inverse)
    np.fill_diagonal(weights, 0.0)
    able = np.diff(wanted.indptr) > 0
    best = ranking.best_places(known[able] @ weights, known[able])
    return float(ranking.ndcg(ranking.hits(best, wanted[able]), np.diff(wanted.indptr)[able]).mean())
