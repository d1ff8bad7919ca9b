"""What a drawing is made from."""

import hashlib
from dataclasses import dataclass
from typing import Literal

# Raised whenever drawings change: the addresses of the old ones, which browsers keep for a year, then end.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Subject:
    """A film, a show or a person. `genres` are English names; `seed` tells apart what is otherwise alike."""

    title: str
    kind: Literal["movie", "tv", "person"]
    original_title: str = ""
    year: int | None = None
    director: str = ""
    genres: tuple[str, ...] = ()
    seed: str = ""

    @property
    def fingerprint(self) -> str:
        """16 hex digits that change when any fact, or the way of drawing, does. Belongs into the image's name."""
        facts = (VERSION, self.title, self.kind, self.original_title, self.year, self.director, self.genres, self.seed)
        return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
