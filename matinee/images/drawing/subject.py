"""What a drawing is made from."""

from dataclasses import dataclass
from typing import Literal

# Raised when drawings change. Whoever gives drawings their names puts it into them, because browsers keep a name's
# picture for a year.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Subject:
    """A film, a show or a person. `genres` are slugs like "science-fiction", the most telling first.

    `seed` decides the design together with the genres; without one, title and year do. With one, a corrected or
    translated title keeps its design.
    """

    title: str
    kind: Literal["movie", "tv", "person"]
    original_title: str = ""
    year: int | None = None
    director: str = ""
    genres: tuple[str, ...] = ()
    seed: str = ""

    @property
    def chance(self) -> str:
        """What the design hangs on."""
        return f"{self.kind}/{self.seed}" if self.seed else f"{self.kind}/{self.title}/{self.year}"
