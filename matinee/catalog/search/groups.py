"""Finding collections and lists: a table of a few thousand names at most, asked by LIKE on both databases.

They are spelt and asked for as titles are, but kept apart: the full-text index walks by renown, and a group has none
of its own. It is as well known as its best known title, of those that the viewer meets.
"""

from collections.abc import Collection as SizedIterable
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, Literal

from django.db.models import OuterRef, Q, QuerySet, Subquery

from matinee.catalog import visible
from matinee.catalog.models import Collection, GroupDocument, MediaList, Title
from matinee.catalog.search import reading
from matinee.catalog.search.documents import Rank, Spelling, renown, spell
from matinee.catalog.search.index import Term
from matinee.catalog.search.ranking import Match, Rater
from matinee.catalog.search.reading import Reading
from matinee.core.access import Viewer

GroupKind = Literal["collection", "list"]
GROUP_KINDS: tuple[GroupKind, ...] = ("collection", "list")

_LOOKED_AT = 200  # of those with the words, the best known
# A list of famous films is not as famous as they are, and most lists have some.
_SHARE_OF_RENOWN = {"collection": 1.0, "list": 0.5}


def index_collections(ids: SizedIterable[int]) -> None:
    """Take over what the collections are called now."""
    _index("collection", Collection.objects.filter(pk__in=ids))


def index_lists(ids: SizedIterable[int]) -> None:
    """Take over what the lists are called now."""
    _index("list", MediaList.objects.filter(pk__in=ids))


def _index(kind: GroupKind, groups: QuerySet[Collection] | QuerySet[MediaList]) -> None:
    rows = groups.order_by("pk").values_list("pk", "name", "translations")
    GroupDocument.objects.bulk_create(
        [GroupDocument(**{f"{kind}_id": pk}, **columns(name, translations)) for pk, name, translations in rows],
        update_conflicts=True,
        unique_fields=[kind],
        update_fields=["names", "tokens"],
    )


def columns(name: str, translations: dict[str, dict[str, str]]) -> dict[str, str]:
    """The names and tokens of a group's document."""
    spelling = spell((name, *(texts.get("title", "") for texts in translations.values()))) or Spelling("", ())
    return {"names": spelling.names, "tokens": f" {' '.join(spelling.tokens)} "}


def find(readings: Sequence[Reading], kind: GroupKind, most: int, viewer: Viewer) -> list[tuple[float, int, Match]]:
    """The best matches as (score, key, match), best first; of those only that hold something for the viewer."""
    plain = [one for one in readings if not one.year]  # a group has no year of release
    if not plain:
        return []
    raters = [Rater(one) for one in plain]
    found = []
    for pk, names, votes, popularity in _known(kind, viewer).filter(_any_of(plain, kind))[:_LOOKED_AT]:
        match = max(rater.rate(names, None) for rater in raters)
        rank = Rank.of_renown(kind, renown(votes, popularity) * _SHARE_OF_RENOWN[kind], pk)
        found.append((match.points + rank.renown, rank.key(), match))
    return sorted(found, key=lambda one: (-one[0], one[1]))[:most]


def _known(kind: GroupKind, viewer: Viewer) -> QuerySet[GroupDocument, tuple[Any, ...]]:
    """(id, names, votes, popularity) of groups, the last two of the best known title that the viewer meets."""
    path = "collection" if kind == "collection" else "list_entries__list"
    titles: QuerySet[Title] = visible.titles(viewer).filter(**{path: OuterRef(f"{kind}_id")})
    best = titles.order_by("-votes", "-popularity", "pk")
    known = GroupDocument.objects.annotate(
        votes=Subquery(best.values("votes")[:1]), popularity=Subquery(best.values("popularity")[:1])
    )
    met = known.filter(**{f"{kind}__isnull": False}, votes__isnull=False)
    return met.order_by("-votes", "pk").values_list(f"{kind}_id", "names", "votes", "popularity")


def _any_of(readings: Iterable[Reading], kind: GroupKind) -> Q:
    """Whether a group has the words of a reading, or a name that begins so whatever its spaces."""
    wanted = [
        one.groups for read in readings for one in reading.wanted(read, kind, near=_LOOKED_AT, broad=_LOOKED_AT)[:2]
    ]
    return reduce(or_, (reduce(and_, map(_has_any, terms)) for terms in dict.fromkeys(wanted)))


def _has_any(terms: tuple[Term, ...]) -> Q:
    return reduce(or_, (Q(tokens__contains=f" {one.text}" if one.is_beginning else f" {one.text} ") for one in terms))
