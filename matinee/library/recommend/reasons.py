"""Why a title was picked, as a person would say it."""

import numpy as np
from numpy.typing import NDArray

from matinee.library.recommend.blending import Blend, Floats, Liked
from matinee.library.recommend.content import SPECIFIC
from matinee.library.recommend.shapes import Reason

_LEAST_PART = 0.02  # of a likeness, of which somebody would say: because of that
_MOST_NAMES = 3
_POPULAR = Reason("popular")


def for_person(blend: Blend, liked: Liked, picks: NDArray[np.int64]) -> list[Reason]:
    """For each pick (a place), because of which title it is there, and how."""
    if not len(liked.places):
        return [_POPULAR] * len(picks)
    taste = _parts_of_taste(blend, liked, picks)
    content = _parts_of_content(blend, liked, picks)
    share = liked.evidence
    parts = share * _columns_to_one(taste) + (1 - share) * _columns_to_one(content)
    # Of liked titles that speak for it about alike, rather one that shares something with it.
    parts += 0.25 * content / max(float(content.max(initial=0.0)), 1e-9)
    found = []
    for column, pick in enumerate(picks):
        row = int(parts[:, column].argmax())
        if parts[row, column] <= 0:
            found.append(_POPULAR)
        else:
            found.append(between(blend, int(liked.places[row]), int(pick), by_taste=bool(taste[row, column] > 0)))
    return found


def between(blend: Blend, one: int, other: int, *, by_taste: bool) -> Reason:
    """What most connects a place with another; `by_taste`: whether those who like the one like the other."""
    title = int(blend.titles[one])
    rows = int(blend.in_content[one]), int(blend.in_content[other])
    shared = blend.content.shared(*rows) if blend.content is not None and min(rows) >= 0 else {}
    told = [kind for kind in shared if kind in SPECIFIC and shared[kind][0] >= _LEAST_PART]
    if not told and by_taste:
        return Reason("taste", title)
    if not (told := told or list(shared)):
        return _POPULAR
    kind = max(told, key=lambda kind: shared[kind][0])
    return Reason(kind, title, shared[kind][1][:_MOST_NAMES])


def _parts_of_taste(blend: Blend, liked: Liked, picks: NDArray[np.int64]) -> Floats:
    """What each liked title adds to each pick."""
    rows, columns = blend.in_taste[liked.places], blend.in_taste[picks]
    found = np.zeros((len(rows), len(columns)), np.float32)
    if blend.taste is not None and (rows >= 0).any() and (columns >= 0).any():
        known = np.ix_(rows >= 0, columns >= 0)
        found[known] = blend.taste.matrix[rows[rows >= 0]][:, columns[columns >= 0]].toarray()
    return np.asarray(np.maximum(found * liked.strengths[:, None], 0.0))


def _parts_of_content(blend: Blend, liked: Liked, picks: NDArray[np.int64]) -> Floats:
    rows, columns = blend.in_content[liked.places], blend.in_content[picks]
    found = np.zeros((len(rows), len(columns)), np.float32)
    if blend.content is not None and (rows >= 0).any() and (columns >= 0).any():
        known = np.ix_(rows >= 0, columns >= 0)
        some, others = rows[rows >= 0], columns[columns >= 0]
        found[known] = blend.content.between(some, others) + blend.content.edges[some][:, others].toarray()
    return found * liked.strengths[:, None]


def _columns_to_one(table: Floats) -> Floats:
    return np.asarray(table / np.maximum(table.max(axis=0, initial=0.0, keepdims=True), 1e-9))
