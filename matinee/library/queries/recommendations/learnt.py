"""What there is to learn from: who liked what, and what titles are. All of it is read once, in order, and not kept."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, TextField
from django.db.models.functions import Cast

from matinee.catalog import visible
from matinee.catalog.models import Credit, Recommendation, Title
from matinee.core.access import EVERYTHING
from matinee.library.models import Opinion, Standing, Status
from matinee.library.queries.marks import in_points
from matinee.library.recommend import TitleFeatures, strength

_AT_ONCE = 500  # titles
_BILLED = 15
_NEIGHBOURS = 40
_JOBS = {"Director": "directors", "Creator": "creators", "Writer": "writers", "Screenplay": "writers"}

Likings = list[tuple[int, float]]
_Facts = dict[str, Any]


def changes() -> str:
    """Something that is another when there is more, or something else, to learn from."""
    thought = Opinion.objects.aggregate(n=Count("pk"), at=Max("changed_at"))
    watched = Standing.objects.aggregate(n=Count("pk"), at=Max("last_at"), times=Max("viewings"))
    known = Title.objects.aggregate(n=Count("pk"), at=Max("fetched_at"))
    return "; ".join(str(value) for found in (thought, watched, known) for value in found.values())


def likings() -> Iterator[tuple[UUID, int, float]]:
    """Person, title, how strongly they like it (0-1, above 0); all people, one after the other."""
    parts = (
        _told(Opinion.objects.values("user_id", "title_id", "rating", loved=_as_text("loved_at"))),
        _told(Standing.objects.filter(viewings__gt=0).values("user_id", "title_id", "seen", "again")),
    )
    for (user_id, title_id), facts in groupby(merge(*parts, key=itemgetter(0)), key=itemgetter(0)):
        told = {name: value for _, fact in facts for name, value in fact.items()}
        times = _times(told.get("seen", 0), told.get("again", 0))
        if (liked := _strength(told.get("rating"), told.get("loved") is not None, times)) > 0:
            yield user_id, title_id, liked


def _told(rows: Any) -> Iterator[tuple[tuple[UUID, int], _Facts]]:
    ordered = rows.order_by("user_id", "title_id").iterator(chunk_size=5000)
    return (((row["user_id"], row["title_id"]), row) for row in ordered)


def newest_of(user_id: UUID) -> Likings:
    """What one person thinks of titles, newest first; 0 for what they dislike, or want no more of."""
    known = Q(loved_at__isnull=False) | Q(rating__isnull=False)
    thought = Opinion.objects.filter(known, user=user_id).values_list(
        "title_id", _as_text("changed_at"), "rating", _as_text("loved_at")
    )
    # Of a plan, or one that was taken back, they know no more than its name.
    begun = Standing.objects.filter(user=user_id).exclude(status__in=(Status.PLANNED, Status.NONE), viewings=0)
    at: dict[int, str] = {}
    thoughts: dict[int, tuple[int | None, bool]] = {}
    for title_id, when, rating, loved in thought:
        at[title_id], thoughts[title_id] = when, (rating, loved is not None)
    times: dict[int, int] = {}
    for title_id, when, seen, again in begun.values_list("title_id", _as_text("last_at"), "seen", "again"):
        at[title_id], times[title_id] = max(when, at.get(title_id, when)), _times(seen, again)
    newest = sorted(at, key=at.__getitem__, reverse=True)
    return [
        (title_id, _strength(*thoughts.get(title_id, (None, False)), times.get(title_id, 0))) for title_id in newest
    ]


def _as_text(name: str) -> Cast:
    """A moment, to compare or to see that there is one: making dates of ten thousand takes longer than reading them."""
    return Cast(name, TextField())


def _times(seen: int, again: int) -> int:
    """How often it was watched, as far as that matters: 2 is again."""
    return 2 if again else int(seen > 0)


@cache
def _strength(rating: int | None, loved: bool, times: int) -> float:
    """Asked for each title of each person, and there are few answers. `rating`: half points."""
    return strength(rating=in_points(rating), favorite=loved, times_watched=times)


def titles() -> Iterator[TitleFeatures]:
    """What every title is, the best known first, some at a time: four statements for 500."""
    ids = visible.titles(EVERYTHING).order_by("-votes", "-popularity", "id").values_list("pk", flat=True)
    waiting = ids.iterator(chunk_size=5000)
    while some := list(islice(waiting, _AT_ONCE)):
        yield from _features(some)


def _features(wanted: list[int]) -> list[TitleFeatures]:
    rows = Title.objects.filter(pk__in=wanted).select_related("collection")
    found = {
        row.pk: row
        for row in rows.only(
            "overview", "year", "votes", "popularity", "collection__name", "metadata", "language"
        ).prefetch_related("genre_links__genre")
    }
    people, neighbours = _people(wanted), _neighbours(wanted)
    return [
        TitleFeatures(
            id=pk,
            genres=tuple(link.genre.slug for link in row.genre_links.all()),
            keywords=tuple(row.metadata.get("keywords", ())),
            collection=row.collection.name if row.collection else "",
            year=row.year,
            overview=row.overview,
            renown=float(row.votes) or row.popularity,  # the starter catalogue has no votes
            neighbours=tuple(neighbours[pk][:_NEIGHBOURS]),
            **{name: tuple(names) for name, names in people[pk].items()},
        )
        for pk in wanted
        if (row := found.get(pk)) is not None
    ]


def _people(ids: list[int]) -> dict[int, dict[str, list[str]]]:
    """Names by title and part, as TitleFeatures has them."""
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    part = Q(kind=Credit.Kind.CAST, position__lt=_BILLED) | Q(
        kind=Credit.Kind.CREW, department__in=("Directing", "Writing")
    )
    credits = Credit.objects.filter(part, title__in=ids).order_by("title_id", "kind", "position", "id")
    for title_id, kind, job, name in credits.values_list("title_id", "kind", "job", "person__name"):
        parts = ["cast"] if kind == Credit.Kind.CAST else [_JOBS[one] for one in job.split(" / ") if one in _JOBS]
        for one in parts:
            found[title_id][one].append(name)
    return found


def _neighbours(ids: list[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    edges = Recommendation.objects.filter(title__in=ids).order_by("title_id", "origin", "rank")
    for title_id, target_id in edges.values_list("title_id", "target_id"):
        found[title_id].append(target_id)
    return found
