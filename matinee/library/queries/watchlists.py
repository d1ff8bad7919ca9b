"""Lists: a person's own, those that are shared with them, and who may do what in one."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from matinee.catalog import visible
from matinee.catalog.queries import title_cards
from matinee.core.access import Viewer
from matinee.core.language import Locale
from matinee.core.personal import personal
from matinee.library.models import Watchlist, WatchlistItem, WatchlistMember
from matinee.library.queries.faces import face
from matinee.library.queries.paging import page_of
from matinee.library.queries.rights import Right, demand

PER_PAGE = 40
MOSAIC = 4  # posters
_LOOKED_AT = 12  # titles, of which the viewer may not meet all


def watchlists_page(user_id: UUID, page: int, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """A page of 40 of the lists that this person has or shares, the latest changed first, and their invitations."""
    shared = {member.watchlist_id: member for member in _memberships(user_id)}
    joined = {pk: member for pk, member in shared.items() if member.joined_at}
    mine = Watchlist.objects.filter(Q(owner=user_id) | Q(pk__in=joined), deleted_at=None).select_related("owner")
    rows, paged = page_of(mine.order_by("-changed_at", "-id"), page, PER_PAGE)
    lengths, posters = _lengths(rows, viewer), _posters(rows, locale, viewer)
    return {
        "items": [
            {
                **heading(row, right=_right(joined.get(row.pk))),
                "length": lengths.get(row.pk, 0),
                "posters": posters[row.pk],
            }
            for row in rows
        ],
        "invitations": [_invitation(member) for member in shared.values() if not member.joined_at],
        **paged,
    }


def watchlist_heading(user_id: UUID, watchlist_id: int) -> dict[str, Any]:
    """A list without what is in it. Raises NotFound to strangers."""
    row = Watchlist.objects.filter(pk=watchlist_id, deleted_at=None).select_related("owner").first()
    row, right = demand(row, user_id, Right.VIEW)
    return heading(row, right=right)


def may_edit(user_id: UUID, watchlist_id: int) -> None:
    """Raises NotFound to strangers, Forbidden to those who may only look."""
    demand(Watchlist.objects.filter(pk=watchlist_id, deleted_at=None).first(), user_id, Right.EDIT)


def heading(row: Watchlist, *, right: Right) -> dict[str, Any]:
    """What a list is called, and what whoever asks may do with it."""
    return {
        "id": row.pk,
        "name": row.name,
        "description": row.description,
        "public": row.link is not None,
        "link": row.link,
        "right": right.name.lower(),
        "owner": face(row.owner),
        "changedAt": row.changed_at,
    }


def members(user_id: UUID, watchlist_id: int) -> list[dict[str, Any]]:
    """Whom a list is shared with; who has not answered is for its owner alone. Raises NotFound."""
    row = Watchlist.objects.filter(pk=watchlist_id, deleted_at=None).first()
    row, right = demand(row, user_id, Right.VIEW)
    shared = row.members.select_related("user").order_by("invited_at", "id")
    if right is not Right.OWN:
        shared = shared.filter(joined_at__isnull=False)
    return [member_told(one) for one in shared]


def member_told(member: WatchlistMember) -> dict[str, Any]:
    """One of them. Of who has not answered nothing is told but what the owner typed."""
    known = face(member.user) if member.user and member.joined_at else {"name": member.username, "picture": None}
    return {"id": member.pk, **known, "mayEdit": member.may_edit, "joined": member.joined_at is not None}


def lists_for(user_id: UUID, title_id: int) -> list[dict[str, Any]]:
    """Every list that this person may change, the latest changed first, and whether it holds that title."""
    editor = WatchlistMember.objects.filter(user=user_id, may_edit=True, joined_at__isnull=False)
    held = Exists(WatchlistItem.objects.filter(watchlist=OuterRef("pk"), title=title_id))
    rows = Watchlist.objects.filter(Q(owner=user_id) | Q(pk__in=editor.values("watchlist")), deleted_at=None)
    return [
        {
            "id": row.pk,
            "name": row.name,
            "public": row.link is not None,
            "shared": row.owner_id != user_id,
            "holds": row.held,
        }
        for row in rows.annotate(held=held).order_by("-changed_at", "-id")
    ]


def names_of(user_id: UUID, ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """What those of these lists are called that this person has or shares; `gone` while it can still be had back."""
    joined = WatchlistMember.objects.filter(watchlist=OuterRef("pk"), user=user_id, joined_at__isnull=False)
    rows = Watchlist.objects.filter(Q(owner=user_id) | Exists(joined), pk__in=ids) if ids else ()
    return {row.pk: {"id": row.pk, "name": row.name, "gone": row.deleted_at is not None} for row in rows}


def invitation(user_id: UUID, watchlist_id: int) -> Watchlist | None:
    """The list, with its owner, that this person is invited to or shares; None when they are not, or it is gone."""
    invited = WatchlistMember.objects.filter(watchlist=OuterRef("pk"), user=user_id)
    return Watchlist.objects.filter(Exists(invited), pk=watchlist_id, deleted_at=None).select_related("owner").first()


def list_facts(viewer: Viewer, of_titles: Q) -> Sequence[QuerySet[Any]]:
    """For marks: (title, list) for each of these titles in each list that the viewer may change, in two parts."""
    held = WatchlistItem.objects.filter(of_titles, watchlist__deleted_at=None)
    own = held.filter(watchlist__owner=viewer.user_id)
    shared = held.filter(
        watchlist__members__user=viewer.user_id,
        watchlist__members__may_edit=True,
        watchlist__members__joined_at__isnull=False,
    )
    return own, shared


def _right(member: WatchlistMember | None) -> Right:
    if member is None:
        return Right.OWN
    return Right.EDIT if member.may_edit else Right.VIEW


def _memberships(user_id: UUID) -> QuerySet[WatchlistMember]:
    shared = WatchlistMember.objects.filter(user=user_id, watchlist__deleted_at=None)
    return shared.select_related("watchlist__owner").order_by("-invited_at", "-id")


def _invitation(member: WatchlistMember) -> dict[str, Any]:
    row = member.watchlist
    return {"id": row.pk, "name": row.name, "owner": face(row.owner), "mayEdit": member.may_edit}


def _lengths(rows: Sequence[Watchlist], viewer: Viewer) -> dict[int, int]:
    """How many titles each has; who has an age cap is not told of those above it."""
    if viewer.age_cap is None:
        return {row.pk: row.length for row in rows}
    met = WatchlistItem.objects.filter(visible.shown(viewer, "title__"), watchlist__in=rows)
    return dict(met.values("watchlist").annotate(length=Count("pk")).values_list("watchlist", "length"))


def _posters(rows: Sequence[Watchlist], locale: Locale, viewer: Viewer) -> dict[int, list[dict[str, Any]]]:
    """The first four of each that the viewer meets."""
    first = WatchlistItem.objects.filter(watchlist__in=rows, position__lt=_LOOKED_AT).order_by("position")
    places = list(first.values_list("watchlist_id", "title_id"))
    cards = title_cards({title_id for _, title_id in places}, locale, viewer)
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for watchlist_id, title_id in places:
        if title_id in cards and len(found[watchlist_id]) < MOSAIC:
            card = cards[title_id]
            found[watchlist_id].append({"title": card["title"], "poster": card["poster"]})
    return found


@personal("watchlists")
def _kept(user_id: UUID) -> object:
    rows = Watchlist.objects.filter(owner=user_id).order_by("id").prefetch_related("items__title", "members")
    return {
        "own": [
            {
                "name": row.name,
                "description": row.description,
                "public": row.link is not None,
                "sharedWith": [member.username for member in row.members.all()],
                "createdAt": row.created_at,
                "titles": [
                    {
                        "title": item.title.name,
                        "kind": item.title.kind,
                        "tmdbId": item.title.tmdb_id,
                        "imdbId": item.title.imdb_id,
                        "note": item.note,
                        "addedAt": item.added_at,
                    }
                    for item in sorted(row.items.all(), key=lambda item: item.position)
                ],
            }
            for row in rows
        ],
        "shared": [{"name": one.watchlist.name, "mayEdit": one.may_edit} for one in _memberships(user_id)],
    }
