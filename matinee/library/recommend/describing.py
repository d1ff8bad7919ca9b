"""Making the content model of what titles are, in one pass over them."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import islice
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from matinee.library.recommend.content import KINDS, PROVIDER, ContentModel
from matinee.library.recommend.positions import Positions
from matinee.library.recommend.shapes import TitleFeatures
from matinee.library.recommend.words import words

MOST_TITLES = 60_000  # the first; more would take longer than a page may
_MOST_CAST, _MOST_OF_A_KIND, _MOST_WORDS = 15, 50, 30
_MOST_NEIGHBOURS = 40
_LONGEST_NAME = 200
_COMMONEST = 0.5  # of all titles: a word that more have says nothing

_Feature = tuple[int, str]


def describe(titles: Iterable[TitleFeatures]) -> ContentModel:
    """The model of at most MOST_TITLES, so give the best known first. An id that comes twice counts once."""
    gathered = _Gathered()
    for title in islice(titles, MOST_TITLES):
        gathered.add(title)
    return gathered.model()


class _Gathered:
    """Rows as they come: what each title has, as numbers of features."""

    def __init__(self) -> None:
        self._numbers: dict[_Feature, int] = {}
        self._collections: dict[str, int] = {}
        self._ids: dict[int, None] = {}
        self._renown, self._collection = array("f"), array("i")
        self._rows, self._features, self._counts = array("i"), array("i"), array("f")
        self._edge_rows, self._edge_ids, self._edge_weights = array("i"), array("q"), array("f")

    def add(self, title: TitleFeatures) -> None:
        """One more title."""
        if title.id in self._ids:
            return
        row = len(self._ids)
        self._ids[title.id] = None
        self._renown.append(max(title.renown, 0.0))
        number = self._collections.setdefault(title.collection, len(self._collections)) if title.collection else -1
        self._collection.append(number)
        for feature, count in _features_of(title):
            self._rows.append(row)
            self._features.append(self._numbers.setdefault(feature, len(self._numbers)))
            self._counts.append(count)
        for rank, neighbour in enumerate(dict.fromkeys(title.neighbours[:_MOST_NEIGHBOURS])):
            self._edge_rows.append(row)
            self._edge_ids.append(neighbour)
            self._edge_weights.append(PROVIDER / (1 + rank / 10))

    def model(self) -> ContentModel:
        """Of all that were added."""
        titles = np.fromiter(self._ids, np.int64)
        kind_of = np.fromiter((kind for kind, _ in self._numbers), np.uint8, len(self._numbers))
        matrix, kept = _weighed(
            (np.frombuffer(self._rows, np.int32), np.frombuffer(self._features, np.int32)),
            np.frombuffer(self._counts, np.float32),
            kind_of,
            len(titles),
        )
        edges = self._edges(titles)
        used = set(np.flatnonzero(kept).tolist())
        names = [name.encode("utf-8", "replace") for at, (_, name) in enumerate(self._numbers) if at in used]
        return ContentModel(
            titles=titles,
            renown=np.array(self._renown, np.float32),
            collections=np.array(self._collection, np.int32),
            starts=matrix.indptr.astype(np.int32),
            features=matrix.indices.astype(np.int32),
            weights=matrix.data,
            edge_starts=edges.indptr.astype(np.int32),
            edge_targets=edges.indices.astype(np.int32),
            edge_weights=edges.data,
            kinds=kind_of[kept],
            names=np.frombuffer(b"".join(names), np.uint8),
            ends=np.cumsum([len(name) for name in names], dtype=np.int64),
        )

    def _edges(self, titles: NDArray[np.int64]) -> csr_array:
        rows, weights = np.frombuffer(self._edge_rows, np.int32), np.frombuffer(self._edge_weights, np.float32)
        targets = Positions(titles).of(np.frombuffer(self._edge_ids, np.int64))
        inside = (targets >= 0) & (targets != rows)
        cells = (rows[inside], targets[inside].astype(np.int32))
        return csr_array((weights[inside], cells), shape=(len(titles), len(titles)))


def _features_of(title: TitleFeatures) -> Iterator[tuple[_Feature, float]]:
    """Each once, with how much it counts among those of its kind."""
    number = {kind: place for place, kind in enumerate(KINDS)}
    lists = {
        "collection": (title.collection,),
        "director": title.directors,
        "creator": title.creators,
        "writer": title.writers,
        "keywords": title.keywords,
        "genres": title.genres,
        "decade": (str(title.year // 10 * 10),) if title.year else (),
    }
    for kind, names in lists.items():
        for name in dict.fromkeys(names[:_MOST_OF_A_KIND]):
            if name:
                yield (number[kind], name[:_LONGEST_NAME]), 1.0
    for place, name in enumerate(dict.fromkeys(title.cast[:_MOST_CAST])):
        yield (number["cast"], name[:_LONGEST_NAME]), 1 / sqrt(1 + place)
    for word, times in words(title.overview).items():
        yield (number["text"], word), 1 + log(times)


def _weighed(
    cells: tuple[NDArray[np.int32], NDArray[np.int32]],
    counts: NDArray[np.float32],
    kind_of: NDArray[np.uint8],
    titles: int,
) -> tuple[csr_array, NDArray[np.bool_]]:
    """The rows by tf-idf, each kind as long as its weight; and which of the features are in it.

    What one title alone has links it to none and is left out, but only after the lengths were measured: a cast of whom
    nobody else is known but one is not the same as a cast of that one.
    """
    rows, features = cells
    having = np.bincount(features, minlength=len(kind_of))
    values = (counts * np.log1p(titles / np.maximum(having, 1))[features]).astype(np.float32)
    kinds = kind_of[features]
    text = kinds == list(KINDS).index("text")
    values[text & (having[features] > max(_COMMONEST * titles, 2))] = 0.0
    values[_beyond(rows, values, text)] = 0.0
    part = rows.astype(np.int64) * len(KINDS) + kinds
    length = np.sqrt(np.bincount(part, values**2, minlength=titles * len(KINDS)))[part]
    shares = np.sqrt(np.array(list(KINDS.values())))[kinds]
    values = np.divide(values * shares, length, out=np.zeros_like(length), where=length > 0)
    linking = (having[features] > 1) & (values > 0)
    kept = np.zeros(len(kind_of), np.bool_)
    kept[features[linking]] = True
    columns = (np.cumsum(kept) - 1)[features[linking]].astype(np.int32)
    data = values[linking].astype(np.float32)
    return csr_array((data, (rows[linking], columns)), shape=(titles, int(kept.sum()))), kept


def _beyond(rows: NDArray[np.int32], values: NDArray[np.float32], text: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The words of each title after its most telling."""
    at = np.flatnonzero(text)
    at = at[np.lexsort((-values[at], rows[at]))]
    firsts = np.searchsorted(rows[at], rows[at])
    return at[np.arange(len(at)) - firsts >= _MOST_WORDS]
