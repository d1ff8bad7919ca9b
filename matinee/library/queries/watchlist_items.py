"""What is in a list, for those who share it and for whoever has the link of its public page."""

from typing import Any
from uuid import UUID

from matinee.catalog import visible
from matinee.catalog.queries import title_cards
from matinee.core.access import Viewer
from matinee.core.errors import NotFound
from matinee.core.language import Locale
from matinee.library.models import Watchlist, WatchlistItem
from matinee.library.queries.faces import face
from matinee.library.queries.paging import page_of
from matinee.library.queries.rights import NO_SUCH_LIST, Right, demand
from matinee.library.queries.watchlists import heading

PER_PAGE = 100


def watchlist_detail(user_id: UUID, watchlist_id: int, page: int, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """A list and 100 of the titles in it that the viewer meets. Raises NotFound to strangers."""
    row = Watchlist.objects.filter(pk=watchlist_id, deleted_at=None).select_related("owner").first()
    row, right = demand(row, user_id, Right.VIEW)
    items, paged = _items(row, page, locale, viewer)
    return {**heading(row, right=right), "items": items, **paged}


def shared_watchlist(link: str, page: int, locale: Locale, viewer: Viewer) -> dict[str, Any]:
    """The same for whoever has the link, whoever they are. Raises NotFound."""
    row = Watchlist.objects.filter(link=link, deleted_at=None).select_related("owner").first()
    if row is None:
        raise NotFound(NO_SUCH_LIST)
    items, paged = _items(row, page, locale, viewer)
    told = [{"title": item["title"], "note": item["note"]} for item in items]
    return {
        "name": row.name,
        "description": row.description,
        "owner": face(row.owner),
        "changedAt": row.changed_at,
        "items": told,
        **paged,
    }


def titles_in(user_id: UUID, watchlist_id: int, viewer: Viewer) -> list[int]:
    """Ids of all titles in a list that the viewer meets, in their order. Raises NotFound to strangers."""
    row, _ = demand(Watchlist.objects.filter(pk=watchlist_id, deleted_at=None).first(), user_id, Right.VIEW)
    met = row.items.filter(visible.shown(viewer, "title__")).order_by("position")
    return list(met.values_list("title_id", flat=True))


def item_told(item: WatchlistItem) -> dict[str, Any]:
    """A title's place in a list."""
    return {"position": item.position, "note": item.note, "addedAt": item.added_at}


def _items(row: Watchlist, page: int, locale: Locale, viewer: Viewer) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    met = row.items.filter(visible.shown(viewer, "title__")).select_related("added_by").order_by("position")
    rows, paged = page_of(met, page, PER_PAGE, total=visible.count(row.items.all(), viewer))
    cards = title_cards([item.title_id for item in rows], locale, viewer)
    shown = [
        {
            "title": cards[item.title_id],
            **item_told(item),
            "addedBy": item.added_by.shown_name if item.added_by else None,
        }
        for item in rows
        if item.title_id in cards
    ]
    return shown, paged
