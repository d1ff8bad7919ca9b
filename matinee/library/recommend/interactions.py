"""Who liked what, as columns: ten million rows are 120 MB."""

from array import array
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Interactions:
    """Columns of one length. `users` count from 0; `titles` are ids; `strengths` are above 0 and at most 1."""

    users: NDArray[np.int32]
    titles: NDArray[np.int64]
    strengths: NDArray[np.float32]

    @classmethod
    def gathered(cls, rows: Iterable[tuple[Hashable, int, float]]) -> "Interactions":
        """Of (user, title, strength), read once; users may be named by anything. What has no strength is left out."""
        numbers: dict[Hashable, int] = {}
        users, titles, strengths = array("i"), array("q"), array("f")
        for user, title, strength in rows:
            if strength > 0:
                users.append(numbers.setdefault(user, len(numbers)))
                titles.append(title)
                strengths.append(min(strength, 1.0))
        return cls(
            np.frombuffer(users, np.int32), np.frombuffer(titles, np.int64), np.frombuffer(strengths, np.float32)
        )
