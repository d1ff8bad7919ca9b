# ruff: noqa: E501, RUF001 - a table: long lines and foreign letters are its nature
"""The films: true facts about works in the public domain or under open licences, our own texts, made-up votes."""

from tests.tmdb_replay.world.shapes import Text, Title

_HOUSE, _STREAM, _RENTAL = 8001, 8002, 8003
ANYWHERE = (
    ("US", "flatrate", _HOUSE), ("US", "rent", _RENTAL), ("DE", "flatrate", _STREAM), ("GB", "ads", _HOUSE)
)  # fmt: skip
IN_GERMANY = (("DE", "flatrate", _STREAM), ("DE", "buy", _RENTAL))

EUROPEAN = (
    Title(
        id=653, imdb="tt0013442", original="Nosferatu, eine Symphonie des Grauens", spoken="de", released="1922-03-15",
        runtime=95, genres=(27, 14), countries=("DE",), rating=7.7, votes=2140, popularity=28.4,
        cast="Max Schreck: Graf Orlok; Gustav von Wangenheim: Hutter; Greta Schröder: Ellen; Alexander Granach: Knock",
        crew="F. W. Murnau: Director; Henrik Galeen: Writer; Fritz Arno Wagner: Director of Photography",
        keywords=("vampire", "plague", "silent film"), certifications={"US": "NR", "DE": "12"}, watch=ANYWHERE,
        trailer="FC6jFoYm3xs",
        texts={
            "en-US": Text("Nosferatu", "A clerk rides to the Carpathians to sell a house; the buyer follows him home with "
                          "rats, coffins and a hunger for his wife.", "A shadow climbs the stairs"),
            "de-DE": Text("Nosferatu – Eine Symphonie des Grauens", "Ein Makler reist in die Karpaten, um ein Haus zu "
                          "verkaufen. Der Käufer bringt die Pest in die Stadt."),
            "fr-FR": Text("Nosferatu le vampire", "Un clerc part vendre une maison à un comte qui dort le jour."),
            "pt-BR": Text("", "Um corretor viaja aos Cárpatos e traz a peste consigo."),
            "es-ES": Text("Nosferatu", ""),
        },
    ),
    Title(
        id=19, imdb="tt0017136", original="Metropolis", spoken="de", released="1927-01-10", runtime=153,
        genres=(18, 878), countries=("DE",), rating=8.1, votes=2950, popularity=31.2,
        cast="Brigitte Helm: Maria; Gustav Fröhlich: Freder; Alfred Abel: Joh Fredersen; Rudolf Klein-Rogge: Rotwang",
        crew="Fritz Lang: Director; Thea von Harbou: Writer; Karl Freund: Director of Photography",
        keywords=("dystopia", "robot", "silent film"), certifications={"US": "NR", "DE": "6"}, watch=IN_GERMANY,
        trailer="PDfWvzuuYIY", on_now=True,
        texts={
            "en-US": Text("Metropolis", "The son of a city's master goes down to the machines and comes up changed."),
            "de-DE": Text("Metropolis", "Der Sohn des Herrschers steigt zu den Maschinen hinab.", "Oben und unten"),
            "pt-BR": Text("Metrópolis", "O filho do senhor da cidade desce até as máquinas."),
            "es-ES": Text("Metrópolis", "El hijo del amo baja a las máquinas."),
        },
    ),
    Title(
        id=234, imdb="tt0010323", original="Das Cabinet des Dr. Caligari", spoken="de", released="1920-02-27",
        runtime=77, genres=(27, 53, 9648), countries=("DE",), rating=7.9, votes=1510, popularity=17.5,
        cast="Werner Krauss: Dr. Caligari; Conrad Veidt: Cesare; Lil Dagover: Jane; Friedrich Feher: Franzis",
        crew="Robert Wiene: Director; Carl Mayer: Writer; Hans Janowitz: Writer",
        keywords=("hypnosis", "silent film", "fairground"), certifications={"DE": "12"}, watch=ANYWHERE,
        texts={
            "en-US": Text("The Cabinet of Dr. Caligari", "A showman keeps a sleeper in a box, and the town starts dying."),
            "de-DE": Text("Das Cabinet des Dr. Caligari", "Ein Schausteller, ein Schlafwandler, eine Mordserie."),
            "fr-FR": Text("Le Cabinet du docteur Caligari", ""),
        },
    ),
    Title(
        id=775, imdb="tt0000417", original="Le Voyage dans la Lune", spoken="fr", released="1902-09-01", runtime=15,
        genres=(12, 878), countries=("FR",), rating=8.0, votes=1880, popularity=14.1,
        cast="Georges Méliès: Prof. Barbenfouillis; Bleuette Bernon: Phoebe", crew="Georges Méliès: Director",
        keywords=("moon", "rocket", "silent film"), watch=ANYWHERE,
        texts={
            "en-US": Text("A Trip to the Moon", "Astronomers are shot from a cannon and land in the Moon's eye."),
            "fr-FR": Text("Le Voyage dans la Lune", "Des savants partent en obus, droit dans l'œil de la Lune."),
            "de-DE": Text("Die Reise zum Mond", ""),
        },
    ),
    Title(
        id=643, imdb="tt0015648", original="Броненосец Потёмкин", spoken="ru", released="1925-12-24", runtime=75,
        genres=(18, 36), countries=("SU",), rating=7.6, votes=1290, popularity=12.3,
        cast="Aleksandr Antonov: Vakulinchuk; Grigori Aleksandrov: Giliarovsky", crew="Sergei Eisenstein: Director",
        keywords=("mutiny", "silent film"), certifications={"DE": "12"},
        texts={
            "en-US": Text("Battleship Potemkin", "Maggots in the meat, a mutiny aboard, and soldiers on the steps."),
            "de-DE": Text("Panzerkreuzer Potemkin", "Eine Meuterei im Schwarzen Meer."),
        },
    ),
    Title(
        id=57283, imdb="tt0013257", original="Häxan", spoken="sv", released="1922-09-18", runtime=105,
        genres=(27, 99), countries=("SE",), rating=7.5, votes=640, popularity=9.4,
        cast="Benjamin Christensen: The Devil; Maren Pedersen: The Witch", crew="Benjamin Christensen: Director",
        keywords=("witch", "silent film"),
        texts={"en-US": Text("Häxan", "A lecture on witches that keeps turning into a nightmare."),
               "de-DE": Text("Hexen", "")},
    ),
    Title(
        id=26317, imdb="tt0019760", original="Человек с киноаппаратом", spoken="ru", released="1929-01-08", runtime=68,
        genres=(99,), countries=("SU",), rating=7.8, votes=870, popularity=8.8, crew="Dziga Vertov: Director",
        cast="Mikhail Kaufman: The Cameraman", keywords=("city", "silent film"),
        texts={"en-US": Text("Man with a Movie Camera", "A day in the life of a city, and of the lens that sees it.")},
    ),
)  # fmt: skip

SILENT = (
    Title(
        id=961, imdb="tt0017925", original="The General", released="1926-12-31", runtime=79, genres=(28, 35, 12, 10752),
        rating=7.9, votes=1360, popularity=15.0, keywords=("locomotive", "civil war", "silent film"),
        cast="Buster Keaton: Johnnie Gray; Marion Mack: Annabelle Lee; Glen Cavender: Captain Anderson",
        crew="Buster Keaton: Director; Clyde Bruckman: Director", certifications={"US": "G", "DE": "6"}, watch=ANYWHERE,
        texts={
            "en-US": Text("The General", "An engine driver chases his stolen locomotive through two armies."),
            "de-DE": Text("Der General", "Ein Lokführer jagt seine gestohlene Lokomotive."),
            "fr-FR": Text("Le Mécano de la « General »", "Un mécanicien poursuit sa locomotive volée."),
        },
    ),
    Title(
        id=962, imdb="tt0015864", original="The Gold Rush", released="1925-07-13", runtime=95, genres=(12, 35, 18),
        rating=8.0, votes=1750, popularity=16.6, keywords=("klondike", "hunger", "silent film"),
        cast="Charlie Chaplin: The Lone Prospector; Georgia Hale: Georgia; Mack Swain: Big Jim McKay",
        crew="Charlie Chaplin: Director; Charlie Chaplin: Writer", certifications={"US": "G"},
        texts={"en-US": Text("The Gold Rush", "A tramp looks for gold and finds a shoe to boil."),
               "de-DE": Text("Goldrausch", "Ein Tramp sucht Gold und kocht einen Schuh."),
               "es-ES": Text("La quimera del oro", "")},
    ),
    Title(
        id=10098, imdb="tt0012349", original="The Kid", released="1921-02-06", runtime=68, genres=(35, 18), rating=8.1,
        votes=2010, popularity=18.2, keywords=("orphan", "silent film"), certifications={"US": "G"},
        cast="Charlie Chaplin: The Tramp; Jackie Coogan: The Child; Edna Purviance: The Mother",
        crew="Charlie Chaplin: Director", watch=ANYWHERE,
        texts={"en-US": Text("The Kid", "A glazier without a home finds a baby without a mother."),
               "de-DE": Text("Der Vagabund und das Kind", "")},
    ),
    Title(
        id=992, imdb="tt0015324", original="Sherlock Jr.", released="1924-04-17", runtime=45, genres=(35, 28), rating=8.0,
        votes=1150, popularity=11.9, keywords=("projectionist", "dream", "silent film"),
        cast="Buster Keaton: Projectionist; Kathryn McGuire: The Girl", crew="Buster Keaton: Director",
        texts={"en-US": Text("Sherlock Jr.", "A projectionist walks into the picture he is showing.")},
    ),
    Title(
        id=22596, imdb="tt0014429", original="Safety Last!", released="1923-04-01", runtime=74, genres=(35, 28, 53),
        rating=7.8, votes=720, popularity=9.9, keywords=("clock", "silent film"),
        cast="Harold Lloyd: The Boy; Mildred Davis: The Girl", crew="Fred C. Newmeyer: Director; Sam Taylor: Director",
        texts={"en-US": Text("Safety Last!", "A clerk climbs a department store, floor by floor, to a clock.")},
    ),
    Title(
        id=964, imdb="tt0016220", original="The Phantom of the Opera", released="1925-09-06", runtime=93,
        genres=(27, 18), rating=7.2, votes=690, popularity=10.7, keywords=("mask", "opera", "silent film"),
        cast="Lon Chaney: The Phantom; Mary Philbin: Christine Daaé; Norman Kerry: Raoul", crew="Rupert Julian: Director",
        texts={"en-US": Text("The Phantom of the Opera", "Under the Paris Opera lives a man who will be a star's teacher."),
               "fr-FR": Text("Le Fantôme de l'Opéra", "")},
    ),
    Title(
        id=16624, original="Roundhay Garden Scene", genres=(99,), countries=("GB",), popularity=2.0, pictured=False,
        crew="Louis Le Prince: Director",
        texts={"en-US": Text("Roundhay Garden Scene", "")},
    ),
    Title(
        id=90001, original="A Free Ride", released="1915-01-01", runtime=9, genres=(35,), adult=True, popularity=3.0,
        texts={"en-US": Text("A Free Ride", "A stag reel of the silent days, flagged for adults.")},
    ),
)  # fmt: skip

SOUND = (
    Title(
        id=10331, imdb="tt0063350", original="Night of the Living Dead", released="1968-10-04", runtime=96,
        genres=(27, 53), rating=7.6, votes=2480, popularity=33.0, keywords=("zombie", "farmhouse"),
        cast="Duane Jones: Ben; Judith O'Dea: Barbra; Karl Hardman: Harry; Marilyn Eastman: Helen; Keith Wayne: Tom",
        crew="George A. Romero: Director; John Russo: Writer", certifications={"US": "NR", "DE": "16"}, watch=ANYWHERE,
        trailer="k6eGRhCJkbg", on_now=True,
        texts={
            "en-US": Text("Night of the Living Dead", "Strangers board up a farmhouse while the dead gather outside.",
                          "They will not stay dead"),
            "de-DE": Text("Die Nacht der lebenden Toten", "Fremde verschanzen sich in einem Farmhaus."),
            "fr-FR": Text("La Nuit des morts-vivants", "Des inconnus se barricadent dans une ferme."),
        },
    ),
    Title(
        id=3085, imdb="tt0032599", original="His Girl Friday", released="1940-01-18", runtime=92, genres=(35, 10749, 18),
        rating=7.4, votes=1180, popularity=13.8, keywords=("newspaper", "remarriage"), certifications={"US": "NR"},
        cast="Cary Grant: Walter Burns; Rosalind Russell: Hildy Johnson; Ralph Bellamy: Bruce Baldwin",
        crew="Howard Hawks: Director; Charles Lederer: Writer",
        texts={"en-US": Text("His Girl Friday", "An editor will try anything to keep his best reporter from marrying."),
               "de-DE": Text("Sein Mädchen für besondere Fälle", "Ein Chefredakteur gibt nicht auf.")},
    ),
    Title(
        id=4808, imdb="tt0056923", original="Charade", released="1963-12-01", runtime=113,
        genres=(35, 9648, 10749, 53), rating=7.6, votes=1620, popularity=19.7, certifications={"US": "NR", "DE": "12"},
        cast="Cary Grant: Peter Joshua; Audrey Hepburn: Regina Lampert; Walter Matthau: Hamilton Bartholomew",
        crew="Stanley Donen: Director; Peter Stone: Writer", keywords=("paris", "stolen gold"), watch=ANYWHERE, on_now=True,
        texts={"en-US": Text("Charade", "A widow in Paris, four men, and a fortune nobody can find."),
               "de-DE": Text("Charade", "Eine Witwe in Paris und ein Vermögen, das alle suchen."),
               "fr-FR": Text("Charade", "")},
    ),
    Title(
        id=18995, imdb="tt0042369", original="D.O.A.", released="1949-12-23", runtime=83, genres=(80, 18, 53), rating=7.0,
        votes=310, popularity=7.1, keywords=("poison", "film noir"),
        cast="Edmond O'Brien: Frank Bigelow; Pamela Britton: Paula Gibson", crew="Rudolph Maté: Director",
        texts={"en-US": Text("D.O.A.", "A poisoned man has days to find out who killed him.")},
    ),
    Title(
        id=20367, imdb="tt0037638", original="Detour", released="1945-11-30", runtime=68, genres=(80, 18), rating=7.2,
        votes=420, popularity=7.7, keywords=("hitchhiker", "film noir"),
        cast="Tom Neal: Al Roberts; Ann Savage: Vera", crew="Edgar G. Ulmer: Director",
        texts={"en-US": Text("Detour", "A pianist thumbs a ride west and every mile makes it worse.")},
    ),
    Title(
        id=25503, imdb="tt0038057", original="Scarlet Street", released="1945-12-28", runtime=102, genres=(80, 18),
        rating=7.6, votes=480, popularity=8.0, keywords=("painter", "film noir"),
        cast="Edward G. Robinson: Christopher Cross; Joan Bennett: Kitty March", crew="Fritz Lang: Director",
        texts={"en-US": Text("Scarlet Street", "A cashier who paints on Sundays meets the wrong admirer."),
               "de-DE": Text("Straße der Versuchung", "")},
    ),
    Title(
        id=22744, imdb="tt0051744", original="House on Haunted Hill", released="1959-02-17", runtime=75, genres=(27, 9648),
        rating=6.7, votes=560, popularity=10.1, keywords=("haunted house", "party"), watch=ANYWHERE,
        cast="Vincent Price: Frederick Loren; Carol Ohmart: Annabelle Loren", crew="William Castle: Director",
        texts={"en-US": Text("House on Haunted Hill", "Ten thousand dollars to anyone who lives through the night.")},
    ),
    Title(
        id=21159, imdb="tt0058700", original="The Last Man on Earth", spoken="it", released="1964-03-08", runtime=86,
        genres=(27, 878), countries=("IT", "US"), rating=6.6, votes=430, popularity=9.2, keywords=("vampire", "plague"),
        cast="Vincent Price: Robert Morgan; Franca Bettoia: Ruth", crew="Sidney Salkow: Director",
        texts={"en-US": Text("The Last Man on Earth", "By day he hunts, by night they knock.")},
    ),
    Title(
        id=10513, imdb="tt0052077", original="Plan 9 from Outer Space", released="1957-03-15", runtime=79,
        genres=(27, 878), rating=4.2, votes=650, popularity=9.0, keywords=("alien", "flying saucer"),
        cast="Gregory Walcott: Jeff Trent; Tor Johnson: Inspector Clay; Vampira: Vampire Girl", crew="Ed Wood: Director",
        texts={"en-US": Text("Plan 9 from Outer Space", "Visitors raise the dead to make a point.")},
    ),
    Title(
        id=16093, imdb="tt0055830", original="Carnival of Souls", released="1962-09-26", runtime=78, genres=(27, 9648),
        rating=6.9, votes=510, popularity=8.6, keywords=("organist", "pavilion"), cast="Candace Hilligoss: Mary Henry",
        crew="Herk Harvey: Director", texts={"en-US": Text("Carnival of Souls", "A drowned car, and a woman who walks on.")},
    ),
    Title(
        id=28501, imdb="tt0056983", original="Dementia 13", released="1963-09-25", runtime=75, genres=(27,), rating=5.7,
        votes=280, popularity=6.0, cast="William Campbell: Richard Haloran", crew="Francis Ford Coppola: Director",
        texts={"en-US": Text("Dementia 13", "A castle, a pond, an axe, and a family that cannot forget.")},
    ),
    Title(
        id=24452, imdb="tt0054033", original="The Little Shop of Horrors", released="1960-09-14", runtime=72,
        genres=(35, 27), rating=6.1, votes=470, popularity=8.1, cast="Jonathan Haze: Seymour; Jackie Joseph: Audrey",
        crew="Roger Corman: Director", keywords=("plant",), texts={"en-US": Text("The Little Shop of Horrors", "Feed it.")},
    ),
)  # fmt: skip

_HOLMES = "Basil Rathbone: Sherlock Holmes; Nigel Bruce: Doctor Watson"
HOLMES = (
    Title(
        id=13371, imdb="tt0035318", original="Sherlock Holmes and the Secret Weapon", released="1942-12-25", runtime=68,
        genres=(9648, 80), rating=6.5, votes=190, popularity=6.6, cast=f"{_HOLMES}; Lionel Atwill: Professor Moriarty",
        crew="Roy William Neill: Director", collection=99001, keywords=("detective", "bombsight"),
        texts={"en-US": Text("Sherlock Holmes and the Secret Weapon", "A bombsight in four parts, and Moriarty wants all."),
               "de-DE": Text("Sherlock Holmes und die Geheimwaffe", "")},
    ),
    Title(
        id=13373, original="The Woman in Green", released="1945-07-27", runtime=68, genres=(9648, 80), rating=6.6,
        votes=170, popularity=6.2, cast=f"{_HOLMES}; Hillary Brooke: Lydia Marlowe", crew="Roy William Neill: Director",
        collection=99001, texts={"en-US": Text("The Woman in Green", "Four women are dead, each missing a finger.")},
    ),
    Title(
        id=13375, original="Terror by Night", released="1946-02-01", runtime=60, genres=(9648, 80), rating=6.6, votes=160,
        popularity=6.1, cast=f"{_HOLMES}; Alan Mowbray: Major Duncan-Bleek", crew="Roy William Neill: Director",
        collection=99001, texts={"en-US": Text("Terror by Night", "A diamond on the night train to Edinburgh.")},
    ),
    Title(
        id=13377, original="Dressed to Kill", released="1946-06-07", runtime=72, genres=(9648, 80), rating=6.7, votes=180,
        popularity=6.4, cast=f"{_HOLMES}; Patricia Morison: Hilda Courtney", crew="Roy William Neill: Director",
        collection=99001, texts={"en-US": Text("Dressed to Kill", "Three music boxes made in Dartmoor play a code.")},
    ),
)  # fmt: skip

OPEN = (
    Title(
        id=10378, imdb="tt1254207", original="Big Buck Bunny", released="2008-04-10", runtime=10, genres=(16, 35, 10751),
        countries=("NL",), rating=6.6, votes=330, popularity=7.0, crew="Sacha Goedegebure: Director", watch=ANYWHERE,
        keywords=("rabbit", "open source"), coming=True, certifications={"US": "NR"},
        texts={"en-US": Text("Big Buck Bunny", "A very large rabbit loses patience with three small bullies.")},
    ),
    Title(
        id=45745, imdb="tt1727587", original="Sintel", released="2010-09-30", runtime=15, genres=(16, 14, 28),
        countries=("NL",), rating=7.4, votes=510, popularity=8.3, crew="Colin Levy: Director; Esther Wouda: Writer",
        cast="Halina Reijn: Sintel; Thom Hoffman: Shaman", keywords=("dragon", "open source"), coming=True, certifications={"US": "NR"},
        texts={"en-US": Text("Sintel", "A girl crosses deserts and mountains to find the dragon she once healed."),
               "de-DE": Text("Sintel", "Ein Mädchen sucht den Drachen, den es einst pflegte.")},
    ),
    Title(
        id=133701, imdb="tt2285752", original="Tears of Steel", released="2012-09-26", runtime=12, genres=(878, 28),
        countries=("NL",), rating=6.0, votes=220, popularity=6.5, crew="Ian Hubert: Director", on_now=True,
        cast="Derek de Lint: Old Thom; Rogier Schippers: Young Thom", keywords=("robot", "amsterdam", "open source"), certifications={"US": "NR"},
        texts={"en-US": Text("Tears of Steel", "In Amsterdam a group of scientists restages a break-up to stop robots.")},
    ),
)  # fmt: skip

FILMS = (*EUROPEAN, *SILENT, *SOUND, *HOLMES, *OPEN)
