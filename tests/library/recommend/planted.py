"""Made-up people whose tastes are known, because they were planted: each likes titles of one circle only.

Titles 1-40 are the first circle, 41-80 the second, and so on. The first few of each circle are the best known.
"""

from collections.abc import Iterator

import numpy as np

from matinee.library.recommend import TitleFeatures
from matinee.library.recommend.interactions import Interactions
from matinee.library.recommend.recommender import Recommender
from matinee.library.recommend.training import train

CIRCLES, SIZE = 5, 40
EACH = 12  # titles that each person likes


def circle(title: int) -> int:
    """The circle of a title, from 0."""
    return (title - 1) // SIZE


def likings(people: int = 300) -> Iterator[tuple[str, int, float]]:
    """(person, title, strength); the person's name ends with their circle."""
    chance = np.random.default_rng(3)
    known = 1 / (np.arange(SIZE) + 3.0)
    for person in range(people):
        own = person % CIRCLES
        for place in chance.choice(SIZE, EACH, replace=False, p=known / known.sum()):
            yield f"{person} of {own}", own * SIZE + int(place) + 1, 1.0


def taught(people: int = 300) -> Recommender:
    """A recommender that has learnt from them, and knows nothing of what the titles are."""
    return Recommender(train(Interactions.gathered(likings(people))))


SHELF = (
    TitleFeatures(
        1,
        genres=("drama", "scifi"),
        directors=("lang",),
        cast=("helm", "abel"),
        keywords=("robot", "future city"),
        year=1927,
        overview="A city of workers beneath a city of masters, and a robot.",
        renown=900,
        neighbours=(8,),
    ),
    TitleFeatures(2, genres=("crime",), directors=("lang",), keywords=("murderer",), year=1931, renown=800),
    TitleFeatures(3, genres=("horror",), collection="nosferatu", keywords=("vampire",), year=1922, renown=700),
    TitleFeatures(4, genres=("horror",), collection="nosferatu", keywords=("vampire",), year=1979, renown=300),
    TitleFeatures(5, genres=("horror",), collection="nosferatu", keywords=("vampire",), year=2024, renown=350),
    TitleFeatures(6, genres=("horror",), keywords=("vampire", "count"), year=1931, renown=600),
    TitleFeatures(7, genres=("comedy",), cast=("keaton",), keywords=("train", "war"), year=1926, renown=750),
    TitleFeatures(8, genres=("comedy",), cast=("keaton",), keywords=("ship",), year=1924, renown=400),
    TitleFeatures(9, genres=("scifi",), keywords=("moon", "rocket"), overview="A rocket to the moon.", renown=500),
    TitleFeatures(10, genres=("scifi",), keywords=("robot",), overview="Robots rise.", year=1921, renown=100),
    TitleFeatures(11, genres=("documentary",), keywords=("everyday life",), year=1929, renown=450),
)
"""Eleven titles that anybody can tell apart."""
