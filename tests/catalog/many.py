"""Any number of made-up titles that share people, a collection, keywords and lists."""

from datetime import date

from matinee.catalog import search
from matinee.catalog.actions.asking import place_titles
from matinee.catalog.actions.naming import seed_genres
from matinee.catalog.actions.storing_details import store_complete
from matinee.catalog.models import MediaList, Title
from matinee.catalog.providers.base import (
    CompleteTitle,
    FoundCollection,
    FoundCredit,
    FoundEpisode,
    FoundFacet,
    FoundPart,
    FoundPerson,
    FoundSeason,
    FoundTitle,
    FoundTranslation,
    Kind,
)

_GENRES = ("drama", "comedy", "horror", "western")


def store_many(count: int) -> None:
    """Store so many films and so many shows, all of them neighbours in every way, and two lists of them."""
    seed_genres()
    films, shows = ([_complete(kind, number, count) for number in range(count)] for kind in ("movie", "tv"))
    store_complete(films, ages=False)
    store_complete(shows, ages=False)
    for slug, kind in (("movies-popular", "movie"), ("our-films", "movie"), ("tv-popular", "tv")):
        ids = list(Title.objects.filter(kind=kind).order_by("-popularity").values_list("pk", flat=True))
        row = MediaList.objects.create(slug=slug, kind=kind, origin="curated", name=f"{slug} on reels", total=len(ids))
        place_titles(row, ids, start=0, last=True)
        search.index_lists([row.pk])


def key(kind: Kind, number: int) -> str:
    """The starter key of the title with that number."""
    return f"made-up-{kind}-{number}"


def _card(kind: Kind, number: int) -> FoundTitle:
    return FoundTitle(
        kind=kind,
        starter_key=key(kind, number),
        name=f"Reel {number}",
        original_name=f"Rolle {number}",
        original_language="de",
        overview=f"What is on reel {number}.",
        released_on=date(1920 + number % 80, 1 + number % 12, 1),
        year=1920 + number % 80,
        rating=number % 10 + 0.5,
        votes=number * 10,
        popularity=float(number),
        genres=(_GENRES[number % 4], _GENRES[(number + 1) % 4]),
    )


def _complete(kind: Kind, number: int, count: int) -> CompleteTitle:
    neighbours = tuple(_card(kind, other) for other in range(count) if other != number)
    seasons = tuple(_season(season, count) for season in range(count)) if kind == "tv" and number == 0 else ()
    return CompleteTitle(
        title=_card(kind, number),
        language="en",
        runtime=80 + number % 40,
        imdb_id=f"tt{9_000_000 + number * 2 + (kind == 'tv')}",
        collection=FoundCollection(starter_key="reels", name="All reels") if kind == "movie" else None,
        seasons=seasons,
        credits=tuple(_credit(one) for one in range(count)),
        translations=(FoundTranslation(language="de", name=f"Rolle {number}", overview="Was darauf ist."),),
        recommended=neighbours[:20],
        similar=neighbours[:20],
        facets=(FoundFacet("keyword", "reel"), FoundFacet("provider", "8", "US")),
        metadata={"keywords": ["reel"]},
    )


def _credit(number: int) -> FoundCredit:
    person = FoundPerson(starter_key=f"somebody-{number}", name=f"Somebody {number}", popularity=float(number))
    return FoundCredit(person, FoundPart(kind="cast", character=f"Part {number}", department="Acting"))


def _season(number: int, episodes: int) -> FoundSeason:
    listed = tuple(FoundEpisode(number=one + 1, name=f"Chapter {one + 1}") for one in range(episodes))
    return FoundSeason(number=number + 1, name=f"Season {number + 1}", episodes=listed)
