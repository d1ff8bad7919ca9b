"""From ids of titles to their rows in an array."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


class Positions:
    """Where each id stands. Ids come in any order, each once."""

    def __init__(self, ids: NDArray[np.int64]) -> None:
        self._order = np.argsort(ids, kind="stable")
        self._sorted = np.asarray(ids)[self._order]

    def of(self, ids: Iterable[int] | NDArray[np.int64]) -> NDArray[np.int64]:
        """The row of each id, in the same order; -1 where there is none."""
        wanted = ids if isinstance(ids, np.ndarray) else np.fromiter(ids, np.int64)
        if not len(self._sorted):
            return np.full(len(wanted), -1, np.int64)
        places = np.minimum(np.searchsorted(self._sorted, wanted), len(self._sorted) - 1)
        return np.where(self._sorted[places] == wanted, self._order[places], -1)
