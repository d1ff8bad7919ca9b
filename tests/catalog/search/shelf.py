"""A small shelf of films, shows and people to search in."""

from django.db import transaction

from matinee.catalog import search
from matinee.catalog.models import Person, Title, TitleTranslation
from matinee.catalog.search import Hit
from matinee.core.access import EVERYTHING


def store_title(
    name: str,
    year: int | None = None,
    *,
    kind: str = "movie",
    votes: int = 0,
    original_name: str = "",
    translations: dict[str, str] | None = None,
) -> Title:
    """Store one title, unknown to search as yet."""
    title = Title.objects.create(
        kind=kind,
        name=name,
        original_name=original_name or name,
        year=year,
        votes=votes,
        popularity=votes / 100,
        language="en",
    )
    for language, translated in (translations or {}).items():
        TitleTranslation.objects.create(title=title, language=language, name=translated)
    return title


def store_person(name: str, *, aliases: tuple[str, ...] = ()) -> Person:
    """Store one person, unknown to search as yet."""
    return Person.objects.create(name=name, popularity=5.0, metadata={"aliases": list(aliases)})


def index_all() -> None:
    """Index all there is."""
    with transaction.atomic():
        search.index_titles(Title.objects.values_list("pk", flat=True))
        search.index_people(Person.objects.values_list("pk", flat=True))


def add_title(
    name: str, year: int | None = None, *, votes: int = 0, translations: dict[str, str] | None = None
) -> Title:
    """Store and index one title."""
    title = store_title(name, year, votes=votes, translations=translations)
    index(title)
    return title


def add_person(name: str) -> Person:
    """Store and index one person."""
    person = store_person(name)
    with transaction.atomic():
        search.index_people([person.pk])
    return person


def index(*titles: Title) -> None:
    """Index titles as the storing actions do."""
    with transaction.atomic():
        search.index_titles([title.pk for title in titles])


def find(text: str, kind: search.AnyKind = "all") -> list[str]:
    """The names on the first page, best first."""
    return names(search.find(text, kind, 1, viewer=EVERYTHING).hits)


def suggest(text: str) -> list[str]:
    """The names suggested, best first."""
    return names(search.suggest(text, viewer=EVERYTHING))


def names(hits: tuple[Hit, ...]) -> list[str]:
    """What the hits are called."""
    return [
        (Person if hit.kind == "person" else Title)._default_manager.values_list("name", flat=True).get(pk=hit.id)
        for hit in hits
    ]
