"""The item-item model: how much liking one title says about another, learnt from everybody's likings.

It is EASE (H. Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", 2019): each title's column of weights is a
ridge regression on all others, and all of them together need one inverse. docs/decisions/recommendations.md says what
was left out to keep it small.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matinee.library.recommend.positions import Positions

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class TasteModel:
    """What was learnt. Row i of the weights (`starts`, `targets`, `weights` as in CSR) is what liking i adds to others.

    Titles stand in the order of `support`, which is how many liked them. `near` and `nearness` are tables with a row
    for each title: those liked by the same people, nearest first, padded with -1.
    """

    TYPES: ClassVar = {
        "titles": ("<i8", 1),
        "support": ("<i4", 1),
        "starts": ("<i4", 1),
        "targets": ("<i4", 1),
        "weights": ("<f4", 1),
        "near": ("<i4", 2),
        "nearness": ("<f4", 2),
    }

    titles: NDArray[np.int64]
    support: NDArray[np.int32]
    starts: NDArray[np.int32]
    targets: NDArray[np.int32]
    weights: Floats
    near: NDArray[np.int32]
    nearness: Floats

    def __post_init__(self) -> None:
        """Raises ValueError when the arrays do not fit together: compiled code goes where they point."""
        count = len(self.titles)
        if len(self.support) != count or self.near.shape != self.nearness.shape or len(self.near) != count:
            raise ValueError("the arrays differ in length")
        if self.near.size and not -1 <= int(self.near.min()) <= int(self.near.max()) < count:
            raise ValueError("a neighbour is outside of the table")
        self.matrix.check_format(full_check=True)

    @cached_property
    def matrix(self) -> csr_array:
        """The weights."""
        count = len(self.titles)
        return csr_array((self.weights, self.targets, self.starts), shape=(count, count), copy=False)

    @cached_property
    def positions(self) -> Positions:
        """Where each title stands."""
        return Positions(self.titles)

    def scores(self, places: NDArray[np.int64], strengths: Floats) -> Floats:
        """For every title, how well it suits who likes those at `places` so much; below 0 is ill."""
        rows = self.matrix[places]
        return np.bincount(
            rows.indices, rows.data * np.repeat(strengths, np.diff(rows.indptr)), minlength=len(self.titles)
        ).astype(np.float32)

    def scores_of_many(self, liked: csr_array) -> Floats:
        """The same for many at once, who are the rows of `liked`: a row of scores for each."""
        return np.asarray((liked @ self.matrix).toarray(), np.float32)
