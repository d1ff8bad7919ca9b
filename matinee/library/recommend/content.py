"""What titles are, as sparse rows whose product is how alike two of them are, from 0 to 1.

Each kind of feature is brought to the length of its weight before all are put into one row. So a likeness is a weighted
sum of one cosine for each kind, a long overview cannot drown a director, and each kind's part can be told.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matinee.library.recommend.positions import Positions

# The weights are shares of a likeness; their sum is 1 less what is the provider's.
KINDS = {
    "collection": 0.16,
    "director": 0.13,
    "creator": 0.08,
    "writer": 0.05,
    "cast": 0.11,
    "keywords": 0.15,
    "genres": 0.13,
    "text": 0.06,
    "decade": 0.03,
}
PROVIDER = 0.10
SPECIFIC = frozenset({"collection", "director", "creator", "writer", "cast", "keywords"})
"""Kinds of which people say: because of that. Nobody wants a film because it is a drama of the same decade."""

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class ContentModel:
    """What is known of titles: features in rows as in CSR, and the provider's edges likewise.

    `collections` has a number for each title, -1 without one. `kinds` is the place of each feature's kind in KINDS;
    `names` all their names in UTF-8, `ends` where each ends.
    """

    TYPES: ClassVar = {
        "titles": ("<i8", 1),
        "renown": ("<f4", 1),
        "collections": ("<i4", 1),
        "starts": ("<i4", 1),
        "features": ("<i4", 1),
        "weights": ("<f4", 1),
        "edge_starts": ("<i4", 1),
        "edge_targets": ("<i4", 1),
        "edge_weights": ("<f4", 1),
        "kinds": ("|u1", 1),
        "names": ("|u1", 1),
        "ends": ("<i8", 1),
    }

    titles: NDArray[np.int64]
    renown: Floats
    collections: NDArray[np.int32]
    starts: NDArray[np.int32]
    features: NDArray[np.int32]
    weights: Floats
    edge_starts: NDArray[np.int32]
    edge_targets: NDArray[np.int32]
    edge_weights: Floats
    kinds: NDArray[np.uint8]
    names: NDArray[np.uint8]
    ends: NDArray[np.int64]

    def __post_init__(self) -> None:
        """Raises ValueError when the arrays do not fit together: compiled code goes where they point."""
        count = len(self.titles)
        if not count == len(self.renown) == len(self.collections) or len(self.kinds) != len(self.ends):
            raise ValueError("the arrays differ in length")
        if self.kinds.max(initial=0) >= len(KINDS):
            raise ValueError("a feature is of an unknown kind")
        self.matrix.check_format(full_check=True)
        self.edges.check_format(full_check=True)

    @cached_property
    def matrix(self) -> csr_array:
        """Titles by features."""
        shape = (len(self.titles), len(self.kinds))
        return csr_array((self.weights, self.features, self.starts), shape=shape, copy=False)

    @cached_property
    def edges(self) -> csr_array:
        """Titles by the titles that the provider puts beside them."""
        shape = (len(self.titles), len(self.titles))
        return csr_array((self.edge_weights, self.edge_targets, self.edge_starts), shape=shape, copy=False)

    @cached_property
    def positions(self) -> Positions:
        """Where each title stands."""
        return Positions(self.titles)

    def likeness(self, places: NDArray[np.int64], strengths: Floats) -> Floats:
        """For every title, its mean likeness with those at `places`, each of which counts by its strength."""
        shares = strengths / max(float(strengths.sum()), 1e-9)
        return np.asarray(
            self.matrix @ (shares @ self.matrix[places]) + shares @ self.edges[places], np.float32
        ).ravel()

    def between(self, some: NDArray[np.int64], others: NDArray[np.int64]) -> Floats:
        """How alike each of some is with each of the others, by features alone."""
        return np.asarray((self.matrix[some] @ self.matrix[others].T).toarray(), np.float32)

    def shared(self, one: int, other: int) -> dict[str, tuple[float, tuple[str, ...]]]:
        """For each kind what two titles share: its part of their likeness, and the names that make most of it."""
        # In plain Python: to numpy and scipy a few dozen numbers are as much work as a thousand.
        first, weights = self._features_of(one), self._features_of(other)
        parts = [(first[feature] * weight, feature) for feature, weight in weights.items() if feature in first]
        kinds, found = list(KINDS), dict[str, tuple[float, tuple[str, ...]]]()
        for share, feature in sorted(parts, key=lambda part: (-part[0], part[1])):
            kind = kinds[self.kinds[feature]]
            part, names = found.get(kind, (0.0, ()))
            found[kind] = (part + share, (*names, self.name(feature)))
        edges = slice(self.edge_starts[one], self.edge_starts[one + 1])
        if edge := float(self.edge_weights[edges][self.edge_targets[edges] == other].sum()):
            found["provider"] = (edge, ())
        return found

    def _features_of(self, place: int) -> dict[int, float]:
        row = slice(self.starts[place], self.starts[place + 1])
        return dict(zip(self.features[row].tolist(), self.weights[row].tolist(), strict=True))

    def name(self, feature: int) -> str:
        """As it was given."""
        start = int(self.ends[feature - 1]) if feature else 0
        return bytes(self.names[start : int(self.ends[feature])]).decode("utf-8", "replace")
