"""Storing people, many at once."""

from collections.abc import Collection, Sequence

from django.db.models import Q
from django.utils import timezone

from matinee.catalog import search
from matinee.catalog.events import PersonChanged
from matinee.catalog.models import Completeness, Credit, Person
from matinee.catalog.providers.base import CompletePerson, FoundPart, FoundPerson
from matinee.core import events
from matinee.core.deeds import deed

PersonKey = int | str
_CARD = ("name", "profile", "department", "popularity")


def person_key(found: FoundPerson) -> PersonKey:
    """The identity of a found person."""
    return found.tmdb_id or found.starter_key or ""


@deed
def store_people(found: Sequence[FoundPerson]) -> dict[PersonKey, int]:
    """Store people as lists and casts show them; answers their ids by TMDB's id or the starter's key."""
    wanted = {person_key(one): one for one in found}
    rows = _existing(wanted)
    known = set(rows)
    fresh = [
        Person(tmdb_id=one.tmdb_id, starter_key=one.starter_key, **{name: getattr(one, name) for name in _CARD})
        for key, one in sorted(wanted.items(), key=lambda item: str(item[0]))
        if key not in rows
    ]
    if fresh:
        Person.objects.bulk_create(fresh, ignore_conflicts=True)
        rows |= _existing({key for key in wanted if key not in rows})
    changed = [row for key, row in rows.items() if key in known and _renew(row, wanted[key])]
    Person.objects.bulk_update(sorted(changed, key=lambda row: row.pk), _CARD)
    new_keys = wanted.keys() - known
    if news := sorted({row.pk for row in changed} | {rows[key].pk for key in new_keys if key in rows}):
        search.index_people(news)
    return {key: row.pk for key, row in rows.items()}


def _existing(keys: Collection[PersonKey]) -> dict[PersonKey, Person]:
    """The rows of found people, by what those were found by: a row may have both kinds of key. Locked in one order."""
    tmdb_ids = [key for key in keys if isinstance(key, int)]
    starter_keys = [key for key in keys if isinstance(key, str)]
    match = Q(tmdb_id__in=tmdb_ids) | Q(starter_key__in=starter_keys)
    rows = Person.objects.select_for_update(no_key=True).filter(match).order_by("pk").defer("metadata", "biography")
    found = {key: row for row in rows for key in (row.tmdb_id, row.starter_key) if key}
    return {key: row for key, row in found.items() if key in keys}


def _renew(row: Person, found: FoundPerson) -> bool:
    """Take over what the list knows; a list that says less than we know takes nothing away."""
    before = [getattr(row, name) for name in _CARD]
    for name in _CARD:
        if value := getattr(found, name):
            setattr(row, name, value)
    return before != [getattr(row, name) for name in _CARD]


def remember_known_for(titles: dict[int, list[int]]) -> None:
    """Keep which titles a list says each person is known for, until their own page tells what they did in them."""
    rows = Person.objects.filter(pk__in=titles, completeness=Completeness.PARTIAL)
    changed = [row for row in rows if titles[row.pk] and row.metadata.get("known_for") != titles[row.pk]]
    for row in changed:
        row.metadata["known_for"] = titles[row.pk]
    Person.objects.bulk_update(changed, ["metadata"])


@deed
def store_person(found: CompletePerson, title_ids: dict[tuple[str, int | str], int]) -> int:
    """Store all about one person. `title_ids`: the ids of the filmography's titles, already stored."""
    person_id = store_people([found.person])[person_key(found.person)]
    Person.objects.filter(pk=person_id).update(
        imdb_id=found.imdb_id,
        biography=found.biography,
        born_on=found.born_on,
        died_on=found.died_on,
        birthplace=found.birthplace,
        completeness=Completeness.COMPLETE,
        fetched_at=timezone.now(),
        metadata={"aliases": list(found.aliases), "homepage": found.homepage, "biographies": found.biographies},
    )
    search.index_people([person_id])  # once more, now with the other names
    _add_filmography(person_id, found, title_ids)
    events.append(PersonChanged(person_id))
    return person_id


def _add_filmography(person_id: int, found: CompletePerson, title_ids: dict[tuple[str, int | str], int]) -> None:
    """Add the credits of titles whose own page was not fetched; a complete title's credits are the better source."""
    parts: dict[tuple[int, str, str, str], FoundPart] = {}
    for title, part in found.filmography:
        if title_id := title_ids.get((title.kind, title.tmdb_id or title.starter_key or "")):
            parts[title_id, part.kind, part.job, part.character] = part
    Credit.objects.filter(person_id=person_id, title__completeness=Completeness.PARTIAL).delete()
    Credit.objects.bulk_create(
        [
            Credit(
                title_id=title_id,
                person_id=person_id,
                kind=part.kind,
                character=part.character,
                job=part.job,
                department=part.department,
                episode_count=part.episode_count,
                position=500,  # after those whose place in the billing is known
            )
            for (title_id, *_), part in sorted(parts.items())
        ],
        ignore_conflicts=True,
    )
