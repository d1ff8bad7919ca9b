# ruff: noqa: E501 - a table
"""What is known of some people beyond their parts, and the collections, genres and watch providers."""

from dataclasses import dataclass, field

from tests.tmdb_replay.world.shapes import Collection, Text


@dataclass(frozen=True)
class Life:
    """Facts of one life."""

    imdb: str
    born: str
    died: str
    birthplace: str
    biographies: dict[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()


LIVES = {
    "Max Schreck": Life(
        "nm0775180", "1879-09-06", "1936-02-20", "Berlin, German Empire",
        {"en-US": "A stage actor of the Munich Kammerspiele, known for one role under heavy make-up.",
         "de-DE": "Bühnenschauspieler in München, bekannt für eine einzige Rolle."},
    ),
    "Fritz Lang": Life(
        "nm0000485", "1890-12-05", "1976-08-02", "Vienna, Austria-Hungary",
        {"en-US": "A director of cities, crowds and guilt, first in Berlin, then in Hollywood."},
        ("Friedrich Christian Anton Lang",),
    ),
    "Buster Keaton": Life(
        "nm0000036", "1895-10-04", "1966-02-01", "Piqua, Kansas, USA",
        {"en-US": "Grew up on the vaudeville stage; never smiled on film, and did his own falls."},
        ("Joseph Frank Keaton", "The Great Stone Face"),
    ),
    "Charlie Chaplin": Life(
        "nm0000122", "1889-04-16", "1977-12-25", "London, England, UK",
        {"en-US": "Actor, director, composer; a tramp with a cane.", "fr-FR": "Acteur et cinéaste; un vagabond à canne."},
        ("Charles Spencer Chaplin",),
    ),
    "Cary Grant": Life("nm0000026", "1904-01-18", "1986-11-29", "Bristol, England, UK", {}, ("Archibald Leach",)),
    "Audrey Hepburn": Life("nm0000030", "1929-05-04", "1993-01-20", "Ixelles, Belgium"),
    "Vincent Price": Life("nm0001637", "1911-05-27", "1993-10-25", "St. Louis, Missouri, USA"),
    "Basil Rathbone": Life("nm0001651", "1892-06-13", "1967-07-21", "Johannesburg, South Africa"),
    "Lucille Ball": Life("nm0000840", "1911-08-06", "1989-04-26", "Jamestown, New York, USA"),
}  # fmt: skip

COLLECTIONS = (
    Collection(
        id=99001,
        texts={
            "en-US": Text(
                "Sherlock Holmes (Rathbone) Collection", "Holmes and Watson against the crimes of the forties."
            ),
            "de-DE": Text("Sherlock Holmes (Rathbone) Filmreihe", ""),
        },
    ),
)

MOVIE_GENRES = {
    28: ("Action", "Action", "Action", "Ação", "Acción"),
    12: ("Adventure", "Abenteuer", "Aventure", "Aventura", "Aventura"),
    16: ("Animation", "Animation", "Animation", "Animação", "Animación"),
    35: ("Comedy", "Komödie", "Comédie", "Comédia", "Comedia"),
    80: ("Crime", "Krimi", "Crime", "Crime", "Crimen"),
    99: ("Documentary", "Dokumentarfilm", "Documentaire", "Documentário", "Documental"),
    18: ("Drama", "Drama", "Drame", "Drama", "Drama"),
    10751: ("Family", "Familie", "Familial", "Família", "Familia"),
    14: ("Fantasy", "Fantasy", "Fantastique", "Fantasia", "Fantasía"),
    36: ("History", "Historie", "Histoire", "História", "Historia"),
    27: ("Horror", "Horror", "Horreur", "Terror", "Terror"),
    10402: ("Music", "Musik", "Musique", "Música", "Música"),
    9648: ("Mystery", "Mystery", "Mystère", "Mistério", "Misterio"),
    10749: ("Romance", "Liebesfilm", "Romance", "Romance", "Romance"),
    878: ("Science Fiction", "Science Fiction", "Science-Fiction", "Ficção científica", "Ciencia ficción"),
    10770: ("TV Movie", "TV-Film", "Téléfilm", "Cinema TV", "Película de TV"),
    53: ("Thriller", "Thriller", "Thriller", "Thriller", "Suspense"),
    10752: ("War", "Kriegsfilm", "Guerre", "Guerra", "Bélica"),
    37: ("Western", "Western", "Western", "Faroeste", "Western"),
}
TV_ONLY_GENRES = {
    10759: (
        "Action & Adventure",
        "Action & Adventure",
        "Action & Adventure",
        "Action & Adventure",
        "Action & Adventure",
    ),
    10762: ("Kids", "Kids", "Kids", "Kids", "Kids"),
    10763: ("News", "News", "News", "News", "News"),
    10764: ("Reality", "Reality", "Reality", "Reality", "Reality"),
    10765: ("Sci-Fi & Fantasy", "Sci-Fi & Fantasy", "Sci-Fi & Fantasy", "Sci-Fi & Fantasy", "Sci-Fi & Fantasy"),
    10766: ("Soap", "Soap", "Soap", "Soap", "Soap"),
    10767: ("Talk", "Talk", "Talk", "Talk", "Talk"),
    10768: ("War & Politics", "War & Politics", "War & Politics", "War & Politics", "War & Politics"),
}
_IN_BOTH = (16, 35, 80, 99, 18, 10751, 9648, 37)
TV_GENRES = {number: MOVIE_GENRES[number] for number in _IN_BOTH} | TV_ONLY_GENRES
GENRE_LANGUAGES = ("en", "de", "fr", "pt", "es")

WATCH_PROVIDERS = {8001: "Reel House", 8002: "Silver Stream", 8003: "The Rental Counter"}
