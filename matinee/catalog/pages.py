"""A page of something, by ids: what an action found out and a query then shows."""

from dataclasses import dataclass, field

from matinee.catalog.freshness import Freshness

PER_PAGE = 20
MOST_PAGES = 500  # as TMDB has it; nobody scrolls further

Ref = tuple[str, int]
""" ("movie" | "tv" | "person" | "collection" | "list", our id). """


@dataclass(frozen=True, slots=True)
class FoundRefs:
    """One page, in order. `total` is None where nobody has counted what the viewer may meet."""

    refs: tuple[Ref, ...]
    page: int
    total: int | None
    pages: int
    freshness: Freshness = field(default_factory=Freshness)
    corrected: str | None = None
    query: str = ""

    def ids(self, *kinds: str) -> list[int]:
        """The ids of some kinds."""
        return [pk for kind, pk in self.refs if kind in kinds]


def page_count(total: int) -> int:
    """How many pages that makes, of those that can be asked for."""
    return min(-(-total // PER_PAGE), MOST_PAGES)
