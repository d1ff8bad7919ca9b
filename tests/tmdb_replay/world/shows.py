# ruff: noqa: E501 - a table
"""The shows, with their seasons: a few true episodes each, our own texts, made-up votes."""

from tests.tmdb_replay.world.shapes import Episode, Season, Text, Title

SHERLOCK = Title(
    kind="tv", id=5201, imdb="tt0046643", original="Sherlock Holmes", released="1954-10-18", runtime=27,
    genres=(80, 9648), countries=("US", "FR"), rating=7.6, votes=84, popularity=11.0, on_now=True, coming=True,
    cast="Ronald Howard: Sherlock Holmes; H. Marion Crawford: Dr. Watson; Archie Duncan: Inspector Lestrade",
    crew="Sheldon Reynolds: Creator; Steve Previn: Director", keywords=("detective", "london"),
    certifications={"US": "TV-PG"}, watch=(("US", "flatrate", 8001),),
    texts={
        "en-US": Text("Sherlock Holmes", "A young Holmes and a hearty Watson set up house in Baker Street."),
        "de-DE": Text("Sherlock Holmes (1954)", "Ein junger Holmes zieht in die Baker Street."),
        "fr-FR": Text("", "Un jeune Holmes s'installe à Baker Street."),
    },
    seasons=[
        Season(1, [
            Episode(1, "The Case of the Cunningham Heritage", "1954-10-18", "How the two of them met.",
                    "Ursula Howells: Joan; Meg Lemonnier: Mrs. Cunningham", 27,
                    {"de-DE": Text("Das Erbe der Cunninghams", "Wie sich die beiden kennenlernten.")}),
            Episode(2, "The Case of Lady Beryl", "1954-10-25", "A lady confesses too readily.", "Paulette Goddard: Lady Beryl"),
            Episode(3, "The Case of the Pennsylvania Gun", "1954-11-01", "A moat, a shotgun and a body."),
            Episode(4, "The Case of the Texas Cowgirl", "1954-11-08", "A wild west show comes to London.",
                    "Lucille Vines: Minnie"),
            Episode(5, "The Case of the Belligerent Ghost", "1954-11-15"),
            Episode(6, "The Case of the Shy Ballerina", "1954-11-22", "", "", None),
        ], "Baker Street, with modest fog."),
    ],
)  # fmt: skip

BEYOND = Title(
    kind="tv", id=5202, imdb="tt0052502", original="One Step Beyond", released="1959-01-20", runtime=25,
    genres=(18, 9648, 10765), rating=7.4, votes=61, popularity=7.5, keywords=("anthology", "supernatural"),
    cast="John Newland: Host", crew="Merwin Gerard: Creator; John Newland: Director",
    texts={"en-US": Text("One Step Beyond", "Stories told as true, and not explained."),
           "de-DE": Text("", "Geschichten, die niemand erklären kann.")},
    seasons=[
        Season(1, [
            Episode(1, "The Bride Possessed", "1959-01-20", "A bride remembers another woman's death."),
            Episode(2, "Night of April 14th", "1959-01-27", "Dreams of cold water, in 1912."),
            Episode(3, "Emergency Only", ""),
            Episode(4, "The Dark Room", "1959-02-10", "", "Cloris Leachman: Rita Wallace"),
        ]),
        Season(2, [
            Episode(1, "Delusion", "1959-09-15", "A blood donor knows what will become of the patient."),
            Episode(2, "Ordeal on Locust Street", "1959-09-22"),
        ]),
    ],
)  # fmt: skip

LUCY = Title(
    kind="tv", id=5203, imdb="tt0055686", original="The Lucy Show", released="1962-10-01", genres=(35,), rating=7.1,
    votes=92, popularity=9.6, keywords=("widow", "sitcom"), certifications={"US": "TV-G", "DE": "6"},
    cast="Lucille Ball: Lucy Carmichael; Vivian Vance: Vivian Bagley; Gale Gordon: Theodore J. Mooney",
    crew="Jack Donohue: Director", on_now=True,
    texts={"en-US": Text("The Lucy Show", "Two women share a house in Danfield, and Lucy shares her schemes."),
           "de-DE": Text("Hier ist Lucy", "Zwei Frauen, ein Haus und zu viele Einfälle.")},
    seasons=[
        Season(0, [Episode(1, "Lucy in London", "1966-10-24", "A coach tour of London that goes off the map.", "", 52)],
               "What was shown on its own."),
        Season(1, [
            Episode(1, "Lucy Waits Up for Chris", "1962-10-01", "A first dance, and a mother on the roof."),
            Episode(2, "Lucy Digs Up a Date", "1962-10-08"),
            Episode(3, "Lucy Is a Referee", "1962-10-15", "Nobody else would take the whistle."),
        ]),
        Season(2, [
            Episode(1, "Lucy Plays Cleopatra", "1963-09-30"),
            Episode(2, "Kiddie Parties, Inc.", "1963-10-07"),
        ]),
    ],
)  # fmt: skip

BONANZA = Title(
    kind="tv", id=5204, imdb="tt0052451", original="Bonanza", released="1959-09-12", runtime=49, genres=(37, 18),
    rating=7.5, votes=240, popularity=21.3, keywords=("ranch", "nevada"), certifications={"US": "TV-PG", "DE": "6"},
    cast="Lorne Greene: Ben Cartwright; Pernell Roberts: Adam; Dan Blocker: Hoss; Michael Landon: Little Joe",
    crew="David Dortort: Creator", watch=(("US", "flatrate", 8001), ("DE", "rent", 8003)),
    texts={"en-US": Text("Bonanza", "A widower and three sons keep a ranch bigger than some countries."),
           "de-DE": Text("Bonanza", "Ein Witwer, drei Söhne und eine riesige Ranch."),
           "es-ES": Text("Bonanza", "")},
    seasons=[
        Season(1, [
            Episode(1, "A Rose for Lotta", "1959-09-12", "An actress is hired to lure a son to town.", "Yvonne De Carlo: Lotta"),
            Episode(2, "Death on Sun Mountain", "1959-09-19"),
            Episode(3, "The Newcomers", "1959-09-26"),
        ]),
        Season(2, [Episode(1, "Showdown", "1960-09-10"), Episode(2, "The Mission", "1960-09-17")]),
    ],
)  # fmt: skip

SHOWS = (SHERLOCK, BEYOND, LUCY, BONANZA)
