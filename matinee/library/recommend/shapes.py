"""What goes into recommendations and what comes out. Titles are our own ids."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TitleFeatures:
    """What a title is, by whatever names it: slugs, ids as text, words. A reason gives the same names back."""

    id: int
    genres: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()  # best billed first
    collection: str = ""
    year: int | None = None
    overview: str = ""  # in any language
    renown: float = 0.0  # how well known, in votes or whatever grows with it
    neighbours: tuple[int, ...] = ()  # the titles that its provider names beside it, nearest first


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a title is recommended.

    `kind` is one of content.KINDS when `because_of` shares `names` with it, "provider" when the provider puts it beside
    that, "taste" when those who liked that like it too, and "popular" when it is well known and no more is to be said.
    """

    kind: str
    because_of: int | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pick:
    """One recommended title, with a reason for each person asked. `score`, 0-1, compares within one answer."""

    title: int
    score: float
    reasons: tuple[Reason, ...]
