"""The lists that every provider has, by the names of their addresses, in the order they are shown."""

from dataclasses import dataclass

from matinee.catalog.providers.base import Kind

# Trending has an address of its own, with a window; the rest are one address each.
LIST_NAMES: dict[Kind, tuple[str, ...]] = {
    "movie": ("popular", "top-rated", "upcoming", "now-playing"),
    "tv": ("popular", "top-rated", "airing-today", "on-the-air"),
}


@dataclass(frozen=True, slots=True)
class NamedList:
    """`name` is what people read; `picks` is what it is called where nobody counts what is trending.

    `position` is its place among all lists; the curated ones stand from 20 on.
    """

    slug: str
    kind: str
    name: str
    position: int
    picks: str = ""


NAMED_LISTS = {
    one.slug: one
    for one in (
        NamedList("movies-trending-day", "movie", "Films trending today", 0, "Films for today"),
        NamedList("tv-trending-day", "tv", "Shows trending today", 1, "Shows for today"),
        NamedList("movies-popular", "movie", "Popular films", 2),
        NamedList("tv-popular", "tv", "Popular shows", 3),
        NamedList("movies-now-playing", "movie", "Now in cinemas", 4),
        NamedList("tv-airing-today", "tv", "On television today", 5),
        NamedList("movies-upcoming", "movie", "Coming to cinemas", 70),
        NamedList("tv-on-the-air", "tv", "Running shows", 71),
        NamedList("movies-top-rated", "movie", "Best rated films", 72),
        NamedList("tv-top-rated", "tv", "Best rated shows", 73),
        NamedList("movies-trending-week", "movie", "Films trending this week", 74, "Films for this week"),
        NamedList("tv-trending-week", "tv", "Shows trending this week", 75, "Shows for this week"),
    )
}
