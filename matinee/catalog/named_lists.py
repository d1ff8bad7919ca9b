"""The lists that every provider has, by the names of their addresses, in the order they are shown."""

from dataclasses import dataclass, field

from matinee.catalog.providers.base import Kind

# Trending has an address of its own, with a window; the rest are one address each.
LIST_NAMES: dict[Kind, tuple[str, ...]] = {
    "movie": ("popular", "top-rated", "upcoming", "now-playing"),
    "tv": ("popular", "top-rated", "airing-today", "on-the-air"),
}


@dataclass(frozen=True, slots=True)
class NamedList:
    """`names` is what people read, by language; `picks` is what it is called where nobody counts what is trending.

    `position` is its place among all lists; the curated ones stand from 20 on.
    """

    slug: str
    kind: str
    position: int
    names: dict[str, str]
    picks: dict[str, str] = field(default_factory=dict)


def _words(en: str, de: str, fr: str, es: str, ar: str) -> dict[str, str]:
    return {"en": en, "de": de, "fr": fr, "es": es, "ar": ar}


NAMED_LISTS = {
    one.slug: one
    for one in (
        NamedList(
            "movies-trending-day",
            "movie",
            0,
            _words(
                "Films trending today",
                "Filme im Trend heute",
                "Films en vogue aujourd'hui",
                "Películas del momento",
                "أفلام رائجة اليوم",
            ),
            _words("Films for today", "Filme für heute", "Films du jour", "Películas para hoy", "أفلام لليوم"),
        ),
        NamedList(
            "tv-trending-day",
            "tv",
            1,
            _words(
                "Shows trending today",
                "Serien im Trend heute",
                "Séries en vogue aujourd'hui",
                "Series del momento",
                "مسلسلات رائجة اليوم",
            ),
            _words("Shows for today", "Serien für heute", "Séries du jour", "Series para hoy", "مسلسلات لليوم"),
        ),
        NamedList(
            "movies-popular",
            "movie",
            2,
            _words("Popular films", "Beliebte Filme", "Films populaires", "Películas populares", "أفلام شائعة"),
        ),
        NamedList(
            "tv-popular",
            "tv",
            3,
            _words("Popular shows", "Beliebte Serien", "Séries populaires", "Series populares", "مسلسلات شائعة"),
        ),
        NamedList(
            "movies-now-playing",
            "movie",
            4,
            _words("Now in cinemas", "Jetzt im Kino", "À l'affiche", "En cartelera", "في دور السينما الآن"),
        ),
        NamedList(
            "tv-airing-today",
            "tv",
            5,
            _words(
                "On television today",
                "Heute im Fernsehen",
                "À la télévision aujourd'hui",
                "Hoy en televisión",
                "على التلفزيون اليوم",
            ),
        ),
        NamedList(
            "movies-upcoming",
            "movie",
            70,
            _words(
                "Coming to cinemas",
                "Demnächst im Kino",
                "Prochainement au cinéma",
                "Próximamente en cines",
                "قريبًا في دور السينما",
            ),
        ),
        NamedList(
            "tv-on-the-air",
            "tv",
            71,
            _words("Running shows", "Laufende Serien", "Séries en cours", "Series en emisión", "مسلسلات مستمرة"),
        ),
        NamedList(
            "movies-top-rated",
            "movie",
            72,
            _words(
                "Best rated films",
                "Bestbewertete Filme",
                "Films les mieux notés",
                "Películas mejor valoradas",
                "الأفلام الأعلى تقييمًا",
            ),
        ),
        NamedList(
            "tv-top-rated",
            "tv",
            73,
            _words(
                "Best rated shows",
                "Bestbewertete Serien",
                "Séries les mieux notées",
                "Series mejor valoradas",
                "المسلسلات الأعلى تقييمًا",
            ),
        ),
        NamedList(
            "movies-trending-week",
            "movie",
            74,
            _words(
                "Films trending this week",
                "Filme im Trend diese Woche",
                "Films de la semaine",
                "Películas de la semana",
                "أفلام رائجة هذا الأسبوع",
            ),
            _words(
                "Films for this week",
                "Filme für diese Woche",
                "Films pour la semaine",
                "Películas para la semana",
                "أفلام لهذا الأسبوع",
            ),
        ),
        NamedList(
            "tv-trending-week",
            "tv",
            75,
            _words(
                "Shows trending this week",
                "Serien im Trend diese Woche",
                "Séries de la semaine",
                "Series de la semana",
                "مسلسلات رائجة هذا الأسبوع",
            ),
            _words(
                "Shows for this week",
                "Serien für diese Woche",
                "Séries pour la semaine",
                "Series para la semana",
                "مسلسلات لهذا الأسبوع",
            ),
        ),
    )
}
