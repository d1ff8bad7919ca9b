"""Titles to keep."""

from dataclasses import dataclass

from matinee.catalog.actions.naming import seed_genres
from matinee.catalog.models import Completeness, Credit, Episode, Genre, Person, Season, Title, TitleGenre

_EACH = 6


@dataclass(frozen=True)
class Shelf:
    """Ids of films and of shows, "Reel 0" to "Reel 5" of each. The first show has six seasons of six episodes."""

    films: list[int]
    shows: list[int]

    @classmethod
    def filled(cls) -> "Shelf":
        """Stored now."""
        seed_genres()
        shelf = cls(_stored("movie"), _stored("tv"))
        _cast(shelf.films)
        _episodes(shelf.shows[0])
        return shelf


def _stored(kind: str) -> list[int]:
    rows = Title.objects.bulk_create(
        Title(
            kind=kind,
            starter_key=f"{kind}-{number}",
            imdb_id=f"tt{9_000_000 + number * 2 + (kind == 'tv')}",
            name=f"Reel {number}",
            original_name=f"Rolle {number}",
            original_language="de",
            language="en",
            overview=f"What is on reel {number}.",
            year=1920 + number,
            released_on=f"{1920 + number}-01-01",
            runtime=80 + number,
            popularity=number,
            completeness=Completeness.COMPLETE,
        )
        for number in range(_EACH)
    )
    genres = [Genre.objects.get(slug=slug) for slug in ("drama", "comedy")]
    TitleGenre.objects.bulk_create(TitleGenre(title=row, genre=genre) for row in rows for genre in genres)
    return [row.pk for row in rows]


def _cast(films: list[int]) -> None:
    people = Person.objects.bulk_create(
        Person(starter_key=f"somebody-{number}", name=f"Somebody {number}") for number in range(_EACH)
    )
    Credit.objects.bulk_create(
        Credit(title_id=film, person=one, kind=Credit.Kind.CAST, character="A part", position=position)
        for film in films
        for position, one in enumerate(people)
    )


def _episodes(show: int) -> None:
    seasons = Season.objects.bulk_create(
        Season(
            title_id=show,
            number=number + 1,
            name=f"Season {number + 1}",
            episode_count=_EACH,
            completeness=Completeness.COMPLETE,
        )
        for number in range(_EACH)
    )
    Episode.objects.bulk_create(
        Episode(season=season, number=number + 1, name=f"Chapter {number + 1}")
        for season in seasons
        for number in range(_EACH)
    )
