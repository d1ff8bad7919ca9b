"""The questions: what is like this, what for this person, what for several together."""

from collections.abc import Collection, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from matinee.library.recommend import diversity, reasons
from matinee.library.recommend.blending import Blend, Floats
from matinee.library.recommend.content import ContentModel
from matinee.library.recommend.shapes import Pick
from matinee.library.recommend.taste import TasteModel

MOST = 200  # picks of one question

_VARIETY = 0.3
_VARIETY_OF_SIMILAR = 0.1  # who asks for more of a thing wants it
_SIMILAR_OF_A_COLLECTION = 3
_LEAST_CONTENT = 0.75  # what suits the one who likes it less counts so much

Likings = Iterable[tuple[int, float]]
"""Titles with their strengths (`strengths.strength`), newest first; 0 for what was seen or disliked, which is not
recommended either."""


class Recommender:
    """Answers from a taste model and a content model, or from what there is of them.

    `allowed`: the titles that may be picked, None for all; a viewer's age cap or the time they have goes in there.
    `exclude`: those that may not, such as dismissed ones. `n` is at most MOST.
    """

    def __init__(self, taste: TasteModel | None = None, content: ContentModel | None = None) -> None:
        self._blend = Blend(taste, content)

    def similar(
        self, title: int, n: int, *, exclude: Collection[int] = (), allowed: Collection[int] | None = None
    ) -> list[Pick]:
        """What is like a title, best first; nothing when the title is unknown."""
        place = int(self._blend.positions.of([title])[0])
        if place < 0:
            return []
        candidates = self._candidates({title, *exclude}, allowed)
        relevance = np.where(candidates, self._blend.likeness(place), 0.0).astype(np.float32)
        picked = self._pick(relevance, candidates, n, _VARIETY_OF_SIMILAR, _SIMILAR_OF_A_COLLECTION)
        near = self._blend.nearness(place)
        return [
            Pick(
                int(self._blend.titles[other]),
                float(relevance[other]),
                (reasons.between(self._blend, place, int(other), by_taste=bool(near[other] > 0)),),
            )
            for other in picked
        ]

    def for_user(
        self,
        interactions: Likings,
        exclude: Collection[int] = (),
        allowed: Collection[int] | None = None,
        n: int = 20,
    ) -> list[Pick]:
        """What one person may like and has not seen. Of whom nothing is known gets what is well known."""
        return self.together([interactions], exclude, allowed, n)

    def together(
        self,
        people: Sequence[Likings],
        exclude: Collection[int] = (),
        allowed: Collection[int] | None = None,
        n: int = 20,
    ) -> list[Pick]:
        """What all of these people may like and none has seen; reasons in the order of the people."""
        likings = [list(person) for person in people]
        seen = {title for person in likings for title, _ in person}
        candidates = self._candidates(seen.union(exclude), allowed)
        liked = [self._blend.liked(person) for person in likings]
        relevance = _joint([self._blend.relevance(person, candidates) for person in liked], len(self._blend.titles))
        picked = self._pick(relevance, candidates, n, _VARIETY, 1)
        told = [reasons.for_person(self._blend, person, picked) for person in liked]
        return [
            Pick(int(self._blend.titles[place]), float(relevance[place]), why)
            for place, why in zip(picked, zip(*told, strict=True), strict=True)
        ]

    def _candidates(self, exclude: Collection[int], allowed: Collection[int] | None) -> NDArray[np.bool_]:
        blend = self._blend
        candidates = np.full(len(blend.titles), allowed is None)
        if allowed is not None:
            candidates[_inside(blend.positions.of(allowed))] = True
        candidates[_inside(blend.positions.of(exclude))] = False
        return candidates

    def _pick(
        self, relevance: Floats, candidates: NDArray[np.bool_], n: int, variety: float, of_a_collection: int
    ) -> NDArray[np.int64]:
        count = min(n, MOST)
        return diversity.pick(
            self._blend, relevance, candidates, count, variety=variety, of_a_collection=of_a_collection
        )


def _inside(places: NDArray[np.int64]) -> NDArray[np.int64]:
    return places[places >= 0]


def _joint(relevances: list[Floats], titles: int) -> Floats:
    """Mostly what the least pleased thinks of it."""
    if not relevances:
        return np.zeros(titles, np.float32)
    table = np.stack(relevances)
    return np.asarray(_LEAST_CONTENT * table.min(axis=0) + (1 - _LEAST_CONTENT) * table.mean(axis=0), np.float32)
