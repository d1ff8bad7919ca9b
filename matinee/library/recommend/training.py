"""Learning the item-item model, block by block, so that memory does not grow with the square of the titles.

The best supported titles, at most MOST_EXACT, predict: their inverse is the largest thing in memory, four bytes for
each pair. Titles beyond are predicted by ridge regression on those, which the same inverse gives, and predict nothing.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import lapack
from scipy.sparse import csr_array

from matinee.library.recommend.interactions import Interactions
from matinee.library.recommend.regularisation import best_ridge
from matinee.library.recommend.taste import Floats, TasteModel

MOST_EXACT = 10_000
MOST_TITLES = 30_000  # the best supported; for what is liked less, content says more
_PREDICTORS = 200  # kept for each title, the strongest
_NEIGHBOURS = 50
_BLOCK = 400  # titles at once
_SHRINK = 10.0  # likers in common at which a likeness counts half

Ints = NDArray[np.int32]
Best = tuple[Ints, Floats]
"""For each row, the columns of its largest numbers, and these numbers."""


def train(interactions: Interactions, *, most_exact: int = MOST_EXACT, most_titles: int = MOST_TITLES) -> TasteModel:
    """Learn from who liked what. The same likings in the same order give the same model."""
    liked, titles, support = _table(interactions, most_titles)
    exact = min(most_exact, len(titles))
    by_title = liked.T.tocsr()
    near: list[Best] = []
    gram = np.empty((exact, exact), np.float32)
    for rows, together in _together(by_title, liked, 0, exact):
        gram[rows] = together[:, :exact]
        near.append(_nearest(together, rows, support))
    strongest: list[Best] = []
    if exact:
        inverse = _inverse(gram, best_ridge(liked))
        strongest += _weights_of_exact(inverse)
        for rows, together in _together(by_title, liked, exact, len(titles)):
            near.append(_nearest(together, rows, support))
            strongest.append(_largest(together[:, :exact] @ inverse, _PREDICTORS))
    return _model(titles, support, strongest, near)


def _table(interactions: Interactions, most_titles: int) -> tuple[csr_array, NDArray[np.int64], Floats]:
    """People by titles, best supported first; the ids of these titles; how many like each."""
    ids, column = np.unique(interactions.titles, return_inverse=True)
    people = int(interactions.users.max(initial=-1)) + 1
    shape = (people, len(ids))
    table = csr_array((interactions.strengths, (interactions.users, column.astype(np.int32))), shape=shape)
    table.data = np.minimum(table.data, 1.0)  # said twice is not meant twice
    likers = np.bincount(table.indices, minlength=len(ids))
    kept = np.argsort(-likers, kind="stable")[:most_titles]
    table = csr_array(table[:, kept])
    table.sort_indices()
    return table, ids[kept], likers[kept].astype(np.float32)


def _together(by_title: csr_array, liked: csr_array, first: int, end: int) -> Iterator[tuple[slice, Floats]]:
    """How much each title of a block is liked together with each of all."""
    for start in range(first, end, _BLOCK):
        rows = slice(start, min(start + _BLOCK, end))
        yield rows, (by_title[rows] @ liked).toarray()


def _nearest(together: Floats, rows: slice, support: Floats) -> Best:
    """By the cosine of their likers, shrunk where these are few."""
    likeness: Floats = together * together / (together + np.float32(_SHRINK))
    likeness /= np.sqrt(support[rows])[:, None]
    likeness /= np.sqrt(support)
    likeness[np.arange(len(likeness)), np.arange(rows.start, rows.stop)] = 0.0
    return _largest(likeness, _NEIGHBOURS)


def _inverse(gram: Floats, ridge: float) -> Floats:
    """Of the matrix with `ridge` on its diagonal, in its own memory. It is symmetric, so rows are columns."""
    gram[np.diag_indices_from(gram)] += ridge
    # LAPACK works by columns, to which an array of rows is its own transpose: nothing is copied.
    factor, failed = lapack.spotrf(gram.T, lower=1, overwrite_a=1)
    if not failed:
        inverse, failed = lapack.spotri(factor, lower=1, overwrite_c=1)
    if failed:
        raise ArithmeticError(f"the likings cannot be inverted with a ridge of {ridge}")
    half: Floats = inverse.T  # only its upper triangle is filled
    for start in range(0, len(half), _BLOCK):
        end = start + _BLOCK
        half[start:end, :start] = half[:start, start:end].T
        block = half[start:end, start:end]
        block[:] = np.triu(block) + np.triu(block, 1).T
    return half


def _weights_of_exact(inverse: Floats) -> Iterator[Best]:
    """For each of these titles its strongest predictors among them."""
    diagonal = np.diag(inverse)
    for start in range(0, len(inverse), _BLOCK):
        weights = inverse[start : start + _BLOCK] / -diagonal[start : start + _BLOCK, None]
        weights[np.arange(len(weights)), np.arange(start, start + len(weights))] = 0.0
        yield _largest(weights, _PREDICTORS)


def _largest(table: Floats, count: int) -> Best:
    """By size, whatever the sign."""
    count = min(count, table.shape[1])
    columns = np.argpartition(-np.abs(table), count - 1, axis=1)[:, :count]
    numbers = np.take_along_axis(table, columns, axis=1)
    order = np.argsort(-np.abs(numbers), axis=1, kind="stable")
    return (
        np.take_along_axis(columns, order, axis=1).astype(np.int32),
        np.take_along_axis(numbers, order, axis=1).astype(np.float32),
    )


def _model(titles: NDArray[np.int64], support: Floats, strongest: list[Best], near: list[Best]) -> TasteModel:
    """Predictors were found for each title; those who ask come from a predictor, so they are turned round."""
    predictors, weights = _stacked(strongest)
    neighbours, nearness = _stacked(near)
    predicted = np.repeat(np.arange(len(titles), dtype=np.int32), predictors.shape[1])
    kept = np.flatnonzero(weights.ravel())
    by_predictor = kept[np.argsort(predictors.ravel()[kept], kind="stable")]
    counts = np.bincount(predictors.ravel()[kept], minlength=len(titles))
    return TasteModel(
        titles=titles,
        support=support.astype(np.int32),
        starts=np.concatenate(([0], np.cumsum(counts))).astype(np.int32),
        targets=predicted[by_predictor],
        weights=weights.ravel()[by_predictor],
        near=np.where(nearness > 0, neighbours, -1).astype(np.int32),
        nearness=nearness,
    )


def _stacked(parts: list[Best]) -> Best:
    if not parts:
        return np.empty((0, 0), np.int32), np.empty((0, 0), np.float32)
    return np.concatenate([columns for columns, _ in parts]), np.concatenate([numbers for _, numbers in parts])
