"""One film, two rows: what the starter ships and what the provider tells become one, the starter's.

Titles are matched by IMDb id, people by their name in the same title; nothing is guessed.
"""

from collections.abc import Collection, Sequence

from matinee.catalog import search
from matinee.catalog.events import TitlesJoined
from matinee.catalog.models import Credit, ListEntry, Person, ProviderCache, Recommendation, Title
from matinee.catalog.providers.base import CompleteTitle
from matinee.core import events


def join_titles(found: Sequence[CompleteTitle]) -> None:
    """Give the starter's rows of these titles the provider's number, so that storing them finds those rows."""
    numbers: dict[tuple[str, str | None], int] = {
        (one.title.kind, one.imdb_id): one.title.tmdb_id for one in found if one.imdb_id and one.title.tmdb_id
    }
    rows = Title.objects.filter(
        imdb_id__in={imdb_id for _, imdb_id in numbers}, starter_key__isnull=False, tmdb_id__isnull=True
    )
    for row in rows:
        if number := numbers.get((row.kind, row.imdb_id)):
            if twin := Title.objects.filter(kind=row.kind, tmdb_id=number).first():
                _absorb(twin, row)
            row.tmdb_id = number
            row.save(update_fields=["tmdb_id"])


def _absorb(twin: Title, row: Title) -> None:
    """Move the twin's places to the row and hide the twin, which people's lists may still point to."""
    ListEntry.objects.filter(title=twin).exclude(list__entries__title=row).update(title=row)
    ListEntry.objects.filter(title=twin).delete()
    known = Recommendation.objects.filter(target=row).values("title")
    Recommendation.objects.filter(target=twin).exclude(title__in=known).exclude(title=row).update(target=row)
    Recommendation.objects.filter(target=twin).delete()
    _replace_in_answers([twin.kind, twin.pk], [row.kind, row.pk])
    twin.tmdb_id, twin.is_active = None, False
    twin.save(update_fields=["tmdb_id", "is_active"])
    search.forget_titles([twin.pk])
    events.append(TitlesJoined(kept=row.pk, gone=twin.pk))


def _replace_in_answers(old: list[object], new: list[object]) -> None:
    """Let kept answers name the row instead of the twin. There are few of them, and a join happens once per title."""
    answers = ProviderCache.objects.filter(type__in=("list", "browse", "search"))
    for answer in answers:
        if old in answer.body["refs"]:
            answer.body["refs"] = [new if ref == old else ref for ref in answer.body["refs"] if ref != new]
            answer.save(update_fields=["body"])


def join_people(found: dict[int, CompleteTitle]) -> set[int]:
    """Give the starter's people of these titles the provider's numbers; answers all starter people's ids."""
    credits = Credit.objects.filter(
        title_id__in=found,
        title__tmdb_id__isnull=False,
        person__starter_key__isnull=False,
        person__tmdb_id__isnull=True,
    )
    numbers = {(pk, credit.person.name): credit.person.tmdb_id for pk, one in found.items() for credit in one.credits}
    matches = {
        person: numbers.get((title, name))
        for person, title, name in credits.values_list("person_id", "title_id", "person__name")
    }
    taken = set(
        Person.objects.filter(tmdb_id__in=[number for number in matches.values() if number]).values_list(
            "tmdb_id", flat=True
        )
    )
    for person_id, number in matches.items():
        if number and number not in taken:
            Person.objects.filter(pk=person_id).update(tmdb_id=number)
            taken.add(number)
    return set(matches)


def forget_strangers(people: Collection[int]) -> None:
    """Remove starter people who are in no title any more, because the provider credits somebody else."""
    gone = list(Person.objects.filter(pk__in=people, tmdb_id__isnull=True, credits=None).values_list("pk", flat=True))
    if gone:
        search.forget_people(gone)
        Person.objects.filter(pk__in=gone).delete()
