"""Ratings as MovieLens publishes them, read row by row: what is kept of ten million are 80 MB at most."""

import csv
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

import numpy as np

from matinee.core.errors import BadInput, NotFound
from matinee.library.recommend.interactions import Interactions

COLUMNS = ("userId", "movieId", "rating", "timestamp")
_LONGEST_LINE = 4096
_HIGHEST = 10.0


def read_ratings(
    path: Path, *, liked_from: float, progress: Callable[[int], None] = lambda _rows: None
) -> Interactions:
    """Who rated what at least `liked_from`. `progress` hears the number of rows, each million.

    Raises NotFound without such a file, and BadInput for one that cannot be understood, naming the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _read(_Reader(path, file), liked_from, progress)
    except FileNotFoundError:
        raise NotFound(f"There is no file {path}. Name a CSV with the columns {', '.join(COLUMNS)}.") from None
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}. Name a CSV file that this user may read.") from error
    except UnicodeDecodeError:
        raise BadInput(f"{path} is not text in UTF-8. Save it as CSV in UTF-8.") from None


class _Reader:
    """Rows with their columns in our order; knows the line for what it has to complain of."""

    def __init__(self, path: Path, file: TextIO) -> None:
        self._path = path
        self._rows = csv.reader(self._lines(file))
        self.line = 0

    def _lines(self, file: TextIO) -> Iterator[str]:
        while line := file.readline(_LONGEST_LINE):
            self.line += 1
            if len(line) == _LONGEST_LINE:
                raise self.wrong(f"is longer than {_LONGEST_LINE} characters, which no rating is")
            yield line

    def wrong(self, what: str) -> BadInput:
        """The complaint about the line that was read last."""
        return BadInput(f"{self._path}, line {self.line}: {what}.")

    def row(self) -> list[str] | None:
        """The next row; None at the end."""
        try:
            return next(self._rows, None)
        except csv.Error as error:
            raise self.wrong(f"is not CSV ({error})") from None

    def places(self) -> tuple[int, int, int]:
        """Where user, title and rating stand, by the first line."""
        names = self.row()
        if names is None:
            raise BadInput(f"{self._path} is empty. Its first line should be {','.join(COLUMNS)}.")
        missing = [name for name in COLUMNS[:3] if name not in names]
        if missing:
            raise self.wrong(f"the columns {', '.join(missing)} are missing; it should be {','.join(COLUMNS)}")
        user, title, rating = (names.index(name) for name in COLUMNS[:3])
        return user, title, rating


def _read(reader: _Reader, liked_from: float, progress: Callable[[int], None]) -> Interactions:
    at_user, at_title, at_rating = reader.places()
    numbers: dict[int, int] = {}
    users, titles = array("i"), array("q")
    while (row := reader.row()) is not None:
        if not row:
            continue  # an empty line at the end
        try:
            user, title, rating = int(row[at_user]), int(row[at_title]), float(row[at_rating])
            if rating >= liked_from:
                titles.append(title)
                users.append(numbers.setdefault(user, len(numbers)))
        except (ValueError, IndexError, OverflowError):
            raise reader.wrong(_complaint(row, at_user, at_title, at_rating)) from None
        if not 0 <= rating <= _HIGHEST:  # nor NaN
            raise reader.wrong(f"the rating {row[at_rating]} is not between 0 and {_HIGHEST:g}")
        if reader.line % 1_000_000 == 0:
            progress(reader.line)
    return Interactions(
        np.frombuffer(users, np.int32), np.frombuffer(titles, np.int64), np.ones(len(users), np.float32)
    )


def _complaint(row: list[str], *places: int) -> str:
    if len(row) <= max(places):
        return f"has {len(row)} columns, too few"
    user, title, rating = (row[place][:40] for place in places)
    return f"userId {user!r} and movieId {title!r} should be whole numbers, the rating {rating!r} a number"
