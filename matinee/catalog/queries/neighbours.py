"""The titles next to a title, and why each is there."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import F, Q

from matinee.catalog import visible
from matinee.catalog.metadata import TitleMetadata
from matinee.catalog.models import Credit, Recommendation, Title, TitleFacet
from matinee.catalog.queries.cards import CARD_FIELDS, Row, collection_card
from matinee.core.access import Viewer
from matinee.core.language import Locale

_MOST_NAMES = 3
_BILLED = 20  # places of the cast; further down one does not go to see somebody
_WRITING = frozenset({"Writer", "Screenplay", "Story", "Novel", "Author", "Original Story", "Teleplay"})

Shared = dict[str, list[str]]
"""What two titles share, by kind of reason: names, best first."""


def edges(title_id: int, include: frozenset[str], viewer: Viewer) -> list[Row]:
    """Card rows of the neighbouring titles that the viewer meets, in rank order.

    Each has its `origin` and `collection_id` too.
    """
    wanted = {"recommendations": Recommendation.Origin.RECOMMENDED, "similar": Recommendation.Origin.SIMILAR}
    origins = [origin for part, origin in wanted.items() if part in include]
    if not origins:
        return []
    found = Recommendation.objects.filter(visible.shown(viewer, "target__"), title_id=title_id, origin__in=origins)
    fields = (*CARD_FIELDS, "collection_id")
    rows = found.order_by("origin", "rank").values("origin", *(f"target__{name}" for name in fields))
    return [{name.removeprefix("target__"): value for name, value in row.items()} for row in rows]


def reasons(
    title: Title, found: Iterable[Row], genres: Mapping[int, Mapping[str, str]], locale: Locale
) -> dict[int, Row]:
    """For each neighbour, by id, the strongest thing that it shares with the title, as schemas.Reason.

    Two statements, however many neighbours. `genres`: of all these titles, by slug and in the shown language.
    """
    rows = {row["id"]: row for row in found}
    if not rows:
        return {}
    shared = _shared_people(title.pk, rows)
    keywords = _shared_keywords(title, rows)
    return {
        pk: _strongest(
            shared[pk]
            | {
                "collection": _shared_collection(title, row, locale),
                "keywords": keywords[pk],
                "genres": [name for slug, name in genres[title.pk].items() if slug in genres[pk]],
            },
            same_decade=bool(title.year and row["year"] and title.year // 10 == row["year"] // 10),
        )
        for pk, row in rows.items()
    }


def _strongest(shared: Shared, *, same_decade: bool) -> Row:
    """One keyword, or one genre of another time, says less than any person does; two say something."""
    enough = {"collection": 1, "director": 1, "creator": 1, "cast": 1, "writer": 1, "keywords": 2}
    enough["genres"] = 1 if same_decade else 2
    for kind, least in enough.items():
        if len(names := shared.get(kind, [])) >= least:
            return {"kind": kind, "names": names[:_MOST_NAMES]}
    if names := shared["keywords"]:
        return {"kind": "keywords", "names": names}
    return {"kind": "provider", "names": []}


def _shared_collection(title: Title, row: Row, locale: Locale) -> list[str]:
    if title.collection is None or row["collection_id"] != title.collection_id:
        return []
    return [collection_card(title.collection, locale)["name"]]


def _shared_people(title_id: int, neighbours: Collection[int]) -> defaultdict[int, Shared]:
    """Who did the same for both titles, by neighbour and kind, best billed first."""
    billed = Q(kind=Credit.Kind.CAST, position__lt=_BILLED)
    made = Q(kind=Credit.Kind.CREW, department__in=("Directing", "Writing"))
    theirs = Credit.objects.filter(billed | made, title_id__in=neighbours, person__credits__title=title_id)
    rows = (
        theirs.annotate(own_kind=F("person__credits__kind"), own_place=F("person__credits__position"))
        .annotate(own_job=F("person__credits__job"))
        .filter(own_kind=F("kind"))
        .order_by(F("own_place") + F("position"), "person_id")
        .values_list("title_id", "kind", "job", "own_job", "own_place", "person__name")
    )
    shared: defaultdict[int, Shared] = defaultdict(lambda: defaultdict(list))
    for pk, kind, job, own_job, own_place, name in rows:
        for reason in _roles(kind, job) & _roles(kind, own_job):
            if name not in shared[pk][reason] and (reason != "cast" or own_place < _BILLED):
                shared[pk][reason].append(name)
    return shared


def _roles(kind: str, job: str) -> set[str]:
    """The kinds of reason that a credit may give. A show's jobs are told together: "Director / Writer"."""
    if kind == Credit.Kind.CAST:
        return {"cast"}
    jobs = set(job.split(" / "))
    named = {"director": {"Director"}, "creator": {"Creator"}, "writer": _WRITING}
    return {reason for reason, names in named.items() if jobs & names}


def _shared_keywords(title: Title, neighbours: Collection[int]) -> dict[int, list[str]]:
    """By neighbour, in the order that the title has them."""
    metadata: TitleMetadata = title.metadata
    own = {keyword.lower(): keyword for keyword in metadata.get("keywords", [])}
    found = TitleFacet.objects.filter(title_id__in=neighbours, kind=TitleFacet.Kind.KEYWORD, value__in=own)
    by_title: defaultdict[int, set[str]] = defaultdict(set)
    for pk, value in found.values_list("title_id", "value"):
        by_title[pk].add(value)
    return {pk: [name for value, name in own.items() if value in by_title[pk]] for pk in neighbours}
