"""The lists that every provider has, by the names of their addresses, and the order they are shown in."""

from matinee.catalog.models import TitleKind

# Trending has an address of its own, with a window; the rest are one address each.
LIST_NAMES: dict[TitleKind, tuple[str, ...]] = {
    TitleKind.MOVIE: ("popular", "top-rated", "upcoming", "now-playing"),
    TitleKind.TV: ("popular", "top-rated", "airing-today", "on-the-air"),
}
