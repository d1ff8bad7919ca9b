"""Finding collections and lists. There are some thousands, so that one table of their tokens does, on both databases.

They are spelt and asked for as titles are, but kept apart: the full-text index walks by renown and knows ages, and a
group has none of its own. It is as well known as its best known title was when it was indexed.
"""

from collections.abc import Collection as SizedIterable
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Literal

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from matinee.catalog import visible
from matinee.catalog.models import Collection, GroupDocument, GroupToken, MediaList, Title
from matinee.catalog.search import reading
from matinee.catalog.search.documents import Rank, Spelling, renown, spell
from matinee.catalog.search.index import Term
from matinee.catalog.search.ranking import Match, Rater
from matinee.catalog.search.reading import Reading
from matinee.core.access import Viewer

GroupKind = Literal["collection", "list"]
GROUP_KINDS: tuple[GroupKind, ...] = ("collection", "list")

_RATED = 40  # of those with the words, the best known; more where more are wanted
_BROAD_AND_BEGINNING = 2  # the first of `reading.wanted`; the others are narrower
# From a title to its groups.
_PATHS = {"collection": "collection", "list": "list_entries__list"}
# A list of famous films is not as famous as they are, and most lists have some.
_SHARE_OF_RENOWN = {"collection": 1.0, "list": 0.5}


def index_collections(ids: SizedIterable[int]) -> None:
    """Take over what the collections are called and hold now."""
    _index("collection", Collection.objects.filter(pk__in=ids))


def index_lists(ids: SizedIterable[int]) -> None:
    """Take over what the lists are called and hold now."""
    _index("list", MediaList.objects.filter(pk__in=ids))


def _index(kind: GroupKind, groups: QuerySet[Collection] | QuerySet[MediaList]) -> None:
    """In a number of statements that does not grow with the groups."""
    spellings = {
        pk: spell((name, *(texts.get("title", "") for texts in translations.values()))) or Spelling("", ())
        for pk, name, translations in groups.order_by("pk").values_list("pk", "name", "translations")
    }
    if not spellings:
        return
    known = _renown(kind, spellings)
    documents = GroupDocument.objects.bulk_create(
        [
            GroupDocument(**{f"{kind}_id": pk}, names=spelling.names, renown=known.get(pk))
            for pk, spelling in spellings.items()
        ],
        update_conflicts=True,
        unique_fields=[kind],
        update_fields=["names", "renown"],
    )
    wanted = {
        (token.encode(), document.pk)
        for document, spelling in zip(documents, spellings.values(), strict=True)
        for token in spelling.tokens
    }
    kept = GroupToken.objects.filter(document__in=documents).values_list("token", "document_id", "pk")
    there = {(bytes(token), document): pk for token, document, pk in kept}
    GroupToken.objects.filter(pk__in=[pk for place, pk in there.items() if place not in wanted]).delete()
    GroupToken.objects.bulk_create(
        (GroupToken(token=token, document_id=document) for token, document in sorted(wanted - there.keys())),
        ignore_conflicts=True,
    )


def _renown(kind: GroupKind, ids: SizedIterable[int]) -> dict[int, float]:
    """By group, that of its best known title."""
    path, best = _PATHS[kind], dict[int, float]()
    titles = Title.objects.filter(**{f"{path}__in": ids}, is_active=True, is_adult=False)
    for pk, votes, popularity in titles.values_list(path, "votes", "popularity"):
        best[pk] = max(best.get(pk, 0), renown(votes, popularity))
    return best


def find(
    readings: Sequence[Reading], kinds: Sequence[GroupKind], most: int, viewer: Viewer
) -> list[tuple[float, int, Match]]:
    """The `most` best matches of each kind as (score, key, match); under an age cap only those with something for it.

    One statement.
    """
    plain = [one for one in readings if not one.year]  # a group has no year of release
    if not plain or not kinds:
        return []
    of_kinds = reduce(or_, (Q(**{f"{kind}__isnull": False}) & _for_age(kind, viewer) for kind in kinds))
    groups = GroupDocument.objects.filter(of_kinds, pk__in=_matching(plain), renown__isnull=False)
    raters = [Rater(one) for one in plain]
    found: dict[GroupKind, list[tuple[float, int, Match]]] = {kind: [] for kind in GROUP_KINDS}
    best_known = groups.order_by("-renown", "pk").values_list("collection_id", "list_id", "names", "renown")
    for collection, row, names, fame in best_known[: max(most, _RATED)]:
        kind: GroupKind = "list" if collection is None else "collection"
        match = max(rater.rate(names, None) for rater in raters)
        rank = Rank.of_renown(kind, (fame or 0) * _SHARE_OF_RENOWN[kind], collection or row)
        found[kind].append((match.points + rank.renown, rank.key(), match))
    return [one for some in found.values() for one in sorted(some, key=lambda one: (-one[0], one[1]))[:most]]


def _for_age(kind: GroupKind, viewer: Viewer) -> Q:
    """Without a cap nothing is asked: what holds titles then holds some that are met."""
    if viewer.age_cap is None:
        return Q()
    return Q(Exists(visible.titles(viewer).filter(**{_PATHS[kind]: OuterRef(f"{kind}_id")})))


def _matching(readings: Iterable[Reading]) -> RawSQL:
    """Documents with all words of a reading, or with a name that begins so whatever its spaces.

    Written out, since building it from Django's parts takes longer than the database takes to answer.
    """
    wanted = dict.fromkeys(
        one.groups for read in readings for one in reading.wanted(read, "list", near=0, broad=0)[:_BROAD_AND_BEGINNING]
    )
    parameters = [edge for groups in wanted for terms in groups for term in terms for edge in _edges(term)]
    return RawSQL(" UNION ".join(map(_having_all, wanted)), parameters)  # noqa: S611 - words are parameters


def _having_all(groups: tuple[tuple[Term, ...], ...]) -> str:
    some = (
        f"SELECT document_id FROM catalog_grouptoken WHERE {' OR '.join(['token >= %s AND token < %s'] * len(terms))}"  # noqa: S608
        for terms in groups
    )
    return f"SELECT document_id FROM ({' INTERSECT '.join(some)}) AS having_all"  # noqa: S608


def _edges(term: Term) -> tuple[bytes, bytes]:
    """From where and before where its tokens are. No letter's byte is 0xff, so that is behind all that begin so."""
    first = term.text.encode()
    return first, first + (b"\xff" if term.is_beginning else b"\0")
