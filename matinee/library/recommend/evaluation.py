"""How well the item-item model does on ratings that it has not seen, so that anyone can compare.

The protocol is strong generalisation as in D. Liang et al., "Variational Autoencoders for Collaborative Filtering"
(2018), whose tables many papers continue: ratings from 4 up are likings; people with fewer than 5 are left out; of the
rest some are set aside for validation and as many for the test, so that nothing of them is learnt from; of each of the
test 80 % of the likings are told to the model, which has to find the other 20 %. Titles that only those set aside like
do not count.
"""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matinee.core.errors import BadInput
from matinee.library.recommend import ranking
from matinee.library.recommend.interactions import Interactions
from matinee.library.recommend.positions import Positions
from matinee.library.recommend.regularisation import fold
from matinee.library.recommend.taste import TasteModel
from matinee.library.recommend.training import train

LIKED_FROM = 4.0
_LEAST_LIKED = 5
_LEAST_USERS = 50
_MOST_HELD_OUT = 10_000  # for the test, as published for MovieLens-20M; else a tenth
_SEED = 98765
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over the people of the test; `coverage` is the share of titles that anybody has among the first 20."""

    recall_20: float
    recall_50: float
    ndcg_100: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was found, and of what. Seconds are those of training, and of scoring and ranking one person."""

    users: int
    held_out: int
    judged: int
    titles: int
    likings: int
    model: Quality
    popular: Quality
    training_seconds: float
    seconds_each: float


def evaluate(likings: Interactions) -> Evaluation:
    """Train on most people and judge by the others. Raises BadInput when there are too few."""
    kept = _active(likings)
    users, numbers = np.unique(kept.users, return_inverse=True)
    if len(users) < _LEAST_USERS:
        raise BadInput(
            f"{len(users)} users have at least {_LEAST_LIKED} ratings that count as likings; "
            f"{_LEAST_USERS} are needed to say anything."
        )
    held_out = min(_MOST_HELD_OUT, len(users) // 10)
    place = np.random.default_rng(_SEED).permutation(len(users))[numbers]  # test, then validation, then training
    learnt = place >= 2 * held_out
    started = time.perf_counter()
    model = train(_only(kept, learnt))
    training_seconds = time.perf_counter() - started
    titles = np.concatenate((model.titles, np.setdiff1d(kept.titles[learnt], model.titles)))
    known, wanted = fold(_table(_only(kept, place < held_out), place[place < held_out], held_out, titles), seed=_SEED)
    able = np.diff(wanted.indptr) > 0
    known, wanted = csr_array(known[able]), csr_array(wanted[able])
    if not wanted.shape[0]:
        raise BadInput(
            "Of none of the users set aside anything is left to find: they share too few titles with others."
        )
    started = time.perf_counter()
    quality = _judge(known, wanted, model, popular=False)
    judging_seconds = time.perf_counter() - started
    return Evaluation(
        users=len(users),
        held_out=held_out,
        judged=wanted.shape[0],
        titles=len(titles),
        likings=int(learnt.sum()),
        model=quality,
        popular=_judge(known, wanted, model, popular=True),
        training_seconds=training_seconds,
        seconds_each=judging_seconds / wanted.shape[0],
    )


def _active(likings: Interactions) -> Interactions:
    """Each pair once, of those who like enough."""
    ids, column = np.unique(likings.titles, return_inverse=True)
    pairs = likings.users.astype(np.int64) * max(len(ids), 1) + column
    _, first = np.unique(pairs, return_index=True)
    once = Interactions(likings.users[first], likings.titles[first], likings.strengths[first])
    return _only(once, np.bincount(once.users, minlength=1)[once.users] >= _LEAST_LIKED)


def _only(likings: Interactions, kept: NDArray[np.bool_]) -> Interactions:
    return Interactions(likings.users[kept], likings.titles[kept], likings.strengths[kept])


def _table(likings: Interactions, rows: NDArray[np.int64], people: int, titles: NDArray[np.int64]) -> csr_array:
    """People by these titles; others are left out."""
    columns = Positions(titles).of(likings.titles)
    inside = columns >= 0
    cells = (rows[inside], columns[inside])
    return csr_array((likings.strengths[inside], cells), shape=(people, len(titles)))


def _judge(known: csr_array, wanted: csr_array, model: TasteModel, *, popular: bool) -> Quality:
    """In batches: a table of scores has a column for each title. What the model has no room for is never found."""
    recall_20, recall_50, ndcg = [], [], []
    size, titles = len(model.titles), known.shape[1]
    shown = np.zeros(titles, np.bool_)
    for start in range(0, known.shape[0], _BATCH):
        told, hidden = known[start : start + _BATCH, :size], wanted[start : start + _BATCH]
        scores = np.tile(model.support.astype(np.float32), (told.shape[0], 1))
        if not popular:
            scores = model.scores_of_many(told)
        best = ranking.best_places(scores, told)
        hit, count = ranking.hits(best, hidden), np.diff(hidden.indptr)
        recall_20.append(ranking.recall(hit, count, 20))
        recall_50.append(ranking.recall(hit, count, 50))
        ndcg.append(ranking.ndcg(hit, count))
        shown[best[:, :20]] = True
    return Quality(
        recall_20=float(np.concatenate(recall_20).mean()),
        recall_50=float(np.concatenate(recall_50).mean()),
        ndcg_100=float(np.concatenate(ndcg).mean()),
        coverage=float(shown.mean()),
    )
