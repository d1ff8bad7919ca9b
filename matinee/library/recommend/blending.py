"""One number for each title out of two models, each believed as far as it knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matinee.library.recommend.content import ContentModel
from matinee.library.recommend.positions import Positions
from matinee.library.recommend.taste import TasteModel

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

_MOST_LIKED = 300  # titles of a person that are looked at
_ENOUGH_LIKERS = 10.0  # of a title, at which taste says as much of it as content
_ENOUGH_LIKED = 5.0  # titles of a person, likewise
_CONTENT_STAYS = 0.3  # share that content has even with those of whom much is known
_TASTE_OF_NEIGHBOURS = 0.5  # share that taste may have in what is like a title
_FAME = 0.25  # of what content finds: of two that are alike, rather the one that others know
_LAST_RESORT = 1e-3  # fame alone fills up


@dataclass(frozen=True, slots=True)
class Liked:
    """What one person likes: places in a Blend, and how much. `evidence`: how far taste may be believed, 0 to 1."""

    places: Places
    strengths: Floats
    evidence: float


class Blend:
    """Both models on one row of titles; either may be missing."""

    def __init__(self, taste: TasteModel | None, content: ContentModel | None) -> None:
        self.taste, self.content = taste, content
        parts = [model.titles for model in (taste, content) if model is not None]
        self.titles = np.unique(np.concatenate(parts)) if parts else np.empty(0, np.int64)
        self.positions = Positions(self.titles)
        nowhere = np.full(len(self.titles), -1, np.int64)
        self.in_taste = taste.positions.of(self.titles) if taste else nowhere
        self.in_content = content.positions.of(self.titles) if content else nowhere
        self.support = self._spread(taste.support, self.in_taste) if taste else np.zeros(len(self.titles), np.float32)
        self._believed = self.support / (self.support + _ENOUGH_LIKERS)

    @cached_property
    def fame(self) -> Floats:
        """How well known each is, 0 to 1."""
        renown = self._spread(self.content.renown, self.in_content) if self.content else np.zeros_like(self.support)
        return (_to_one(np.log1p(self.support)) + _to_one(np.log1p(renown))) / np.float32(2)

    def liked(self, likings: Iterable[tuple[int, float]]) -> Liked:
        """What is known of what somebody likes. Of many the strongest, and of equal ones the first."""
        wanted = [(title, strength) for title, strength in likings if strength > 0]
        places = self.positions.of([title for title, _ in wanted])
        strengths = np.array([strength for _, strength in wanted], np.float32)[places >= 0]
        places = places[places >= 0]
        best = np.argsort(-strengths, kind="stable")[:_MOST_LIKED]
        known = float(np.minimum(self.support[places[best]] / _ENOUGH_LIKERS, 1.0).sum())
        return Liked(places[best], strengths[best], known / (known + _ENOUGH_LIKED))

    def relevance(self, liked: Liked, candidates: NDArray[np.bool_]) -> Floats:
        """How well each title suits a person, 0 to 1 among the candidates."""
        taste = _to_one(np.where(candidates, self._taste_for(liked), 0.0))
        content = _to_one(np.where(candidates, self._content_for(liked) * (1 - _FAME + _FAME * self.fame), 0.0))
        share = liked.evidence * self._believed
        damped = 1 - (1 - _CONTENT_STAYS) * liked.evidence
        return _to_one(share * taste + (1 - share) * damped * content + _LAST_RESORT * self.fame)

    def likeness(self, place: int) -> Floats:
        """How near each title is to one, about 0 to 1; nothing for itself."""
        one = np.array([place])
        alone = Liked(one, np.ones(1, np.float32), 1.0)
        content = self._content_for(alone) * (1 - _FAME + _FAME * self.fame)
        content[place] = 0.0
        share = _TASTE_OF_NEIGHBOURS * self._believed[place] * self._believed
        return _to_one(share * _to_one(self.nearness(place)) + (1 - share) * _to_one(content))

    def nearness(self, place: int) -> Floats:
        """How far each title is liked by those who like this."""
        found = np.zeros(len(self.titles), np.float32)
        row = self.in_taste[place]
        if self.taste is not None and row >= 0:
            near = self.taste.near[row]
            found[self.positions.of(self.taste.titles[near[near >= 0]])] = self.taste.nearness[row][near >= 0]
        return found

    def _taste_for(self, liked: Liked) -> Floats:
        rows = self.in_taste[liked.places]
        if self.taste is None or not (rows >= 0).any():
            return np.zeros(len(self.titles), np.float32)
        return np.maximum(
            self._spread(self.taste.scores(rows[rows >= 0], liked.strengths[rows >= 0]), self.in_taste), 0.0
        )

    def _content_for(self, liked: Liked) -> Floats:
        rows = self.in_content[liked.places]
        if self.content is None or not (rows >= 0).any():
            return np.zeros(len(self.titles), np.float32)
        return self._spread(self.content.likeness(rows[rows >= 0], liked.strengths[rows >= 0]), self.in_content)

    def _spread(self, values: NDArray[np.int32] | Floats, places: Places) -> Floats:
        """What a model says of its own titles, for all."""
        return np.where(places >= 0, np.append(values, 0)[places], 0).astype(np.float32)


def _to_one(values: Floats) -> Floats:
    """So that the largest is 1."""
    largest = float(values.max(initial=0.0))
    return values / np.float32(largest) if largest > 0 else values
