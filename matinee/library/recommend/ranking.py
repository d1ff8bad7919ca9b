"""How good a ranking is: the measures of Liang et al. (2018), which divide by the best that was possible."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

LONGEST = 100  # places that any measure looks at


def best_places(scores: NDArray[np.float32], known: csr_array) -> NDArray[np.int64]:
    """The columns of each row's LONGEST best scores, best first, without those that `known` has."""
    scores = scores.copy()
    scores[known.nonzero()] = -np.inf
    count = min(LONGEST, scores.shape[1])
    best = np.argpartition(-scores, count - 1, axis=1)[:, :count]
    order = np.argsort(-np.take_along_axis(scores, best, axis=1), axis=1, kind="stable")
    return np.take_along_axis(best, order, axis=1)


def hits(best: NDArray[np.int64], wanted: csr_array) -> NDArray[np.bool_]:
    """Whether each place of the ranking holds one that is wanted."""
    table = np.zeros(wanted.shape, np.bool_)
    table[wanted.nonzero()] = True
    return np.take_along_axis(table, best, axis=1)


def recall(hit: NDArray[np.bool_], wanted: NDArray[np.int64], places: int) -> NDArray[np.float64]:
    """Share of those wanted (`wanted`: how many, at least 1) among the first places; 1 is the best possible."""
    return np.asarray(hit[:, :places].sum(axis=1) / np.minimum(wanted, places))


def ndcg(hit: NDArray[np.bool_], wanted: NDArray[np.int64]) -> NDArray[np.float64]:
    """Normalised discounted cumulative gain of the whole ranking."""
    discount = 1 / np.log2(np.arange(2, LONGEST + 2))
    ideal = np.cumsum(discount)[np.minimum(wanted, LONGEST) - 1]
    return np.asarray((hit * discount[: hit.shape[1]]).sum(axis=1) / ideal)
