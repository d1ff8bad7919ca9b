"""A small shelf for every age: titles of all ages that share people, genre, collection, keyword and lists."""

from dataclasses import dataclass

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
    Json,
    Kind,
)
from matinee.core.access import Viewer

FORBIDDEN = "Grimwold"
"""In every name of what is above twelve, and in nothing else."""

CHILD = Viewer(age_cap=12, unrated=False)
TEENAGER = Viewer(age_cap=12, unrated=True)


@dataclass(frozen=True)
class Sample:
    """One title to store. `ratings`: certifications by country."""

    key: str
    kind: Kind
    name: str
    ratings: tuple[tuple[str, str], ...] = ()


FILMS = (
    Sample("lullaby", "movie", "Lullaby", (("US", "G"),)),
    Sample("puzzle", "movie", "Puzzle", (("US", "NR"), ("DE", "12"))),
    Sample("feud", "movie", f"{FORBIDDEN} Feud", (("US", "R"), ("DE", "12"))),
    Sample("gore", "movie", f"{FORBIDDEN} Gore", (("GB", "18"),)),
    Sample("riddle", "movie", "Riddle", (("US", "NR"),)),
)
SHOWS = (
    Sample("garden", "tv", "Garden", (("US", "TV-Y7"),)),
    Sample("cellar", "tv", f"{FORBIDDEN} Cellar", (("US", "TV-MA"),)),
)


def store_ages() -> None:
    """Store the shelf, and two lists of it: one with all films, one with what is only for the old."""
    seed_genres()
    store_complete([complete(one, FILMS) for one in FILMS], ages=False)
    store_complete([complete(one, SHOWS) for one in SHOWS], ages=False)
    _list("all-ages", "All ages", ["feud", "gore", "lullaby", "puzzle", "riddle"])
    _list("for-the-old", f"{FORBIDDEN} and more", ["feud", "gore"])
    _list("movies-popular", "Popular films", ["gore", "lullaby"])
    _list("tv-popular", "Popular shows", ["cellar", "garden"])


def pk(key: str) -> int:
    """The id of the title with that key."""
    return Title.objects.get(starter_key=key).pk


def _list(slug: str, name: str, keys: list[str]) -> None:
    row = MediaList.objects.create(slug=slug, kind="mixed", origin="curated", name=name, total=len(keys) + 40)
    place_titles(row, [pk(key) for key in keys], start=0, last=True)


def _card(one: Sample) -> FoundTitle:
    return FoundTitle(
        kind=one.kind,
        starter_key=one.key,
        name=one.name,
        original_name=one.name,
        original_language="en",
        overview=f"All about {one.name}.",
        year=1950,
        rating=9.0 if FORBIDDEN in one.name else 5.0,
        votes=1000 if FORBIDDEN in one.name else 10,
        popularity=50.0 if FORBIDDEN in one.name else 5.0,
        poster=f"tmdb-{one.key}-poster.jpg",
        backdrop=f"tmdb-{one.key}-backdrop.jpg",
        genres=("drama",),
    )


def complete(one: Sample, shelf: tuple[Sample, ...]) -> CompleteTitle:
    """All about it; the others of its shelf are its neighbours."""
    others = tuple(_card(other) for other in shelf if other is not one)
    player = FoundPerson(starter_key="the-player", name="The Player", popularity=9.0, profile="tmdb-player.jpg")
    maker = FoundPerson(starter_key="the-maker", name="The Maker", popularity=8.0)
    credits = [FoundCredit(player, FoundPart(kind="cast", character="Somebody", department="Acting"))]
    if FORBIDDEN in one.name:
        credits.append(FoundCredit(maker, FoundPart(kind="crew", job="Director", department="Directing")))
    releases: list[Json] = [
        {"country": country, "certification": word, "released": None, "type": "cinema"} for country, word in one.ratings
    ]
    gallery: list[Json] = [{"name": f"tmdb-{one.key}-gallery.jpg", "width": 500, "height": 750, "language": None}]
    return CompleteTitle(
        title=_card(one),
        language="en",
        collection=_collection(one),
        seasons=(_season(one),) if one.kind == "tv" else (),
        credits=tuple(credits),
        recommended=others,
        similar=others,
        facets=(FoundFacet("keyword", "age"),),
        metadata={"releases": releases, "posters": gallery, "watch_names": {"8": ["Player", "tmdb-service.jpg"]}},
    )


def _collection(one: Sample) -> FoundCollection | None:
    if one.kind == "tv":
        return None
    if one.key == "gore":
        return FoundCollection(starter_key="gores", name=f"{FORBIDDEN} collection", poster="tmdb-gores.jpg")
    return FoundCollection(starter_key="all", name="The collection", poster="tmdb-all.jpg")


def _season(one: Sample) -> FoundSeason:
    guest = FoundCredit(
        FoundPerson(tmdb_id=77, name="A Guest", profile="tmdb-guest.jpg"), FoundPart(kind="cast", character="Guest")
    )
    episode = FoundEpisode(number=1, name=f"{one.name} begins", still=f"tmdb-{one.key}-still.jpg", guests=(guest,))
    return FoundSeason(number=1, name=f"{one.name} 1", poster=f"tmdb-{one.key}-season.jpg", episodes=(episode,))
