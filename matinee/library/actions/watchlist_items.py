"""Putting titles into a list, in the wished order, with notes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Case, F, Value, When
from django.utils import timezone

from matinee.catalog import visible
from matinee.core import events
from matinee.core.access import Viewer
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, MatineeError, NotFound
from matinee.library.actions.earlier import remember
from matinee.library.actions.holding import Full, hold, touch
from matinee.library.events import (
    WatchlistItemAdded,
    WatchlistItemMoved,
    WatchlistItemNoted,
    WatchlistItemRemoved,
    WatchlistReordered,
)
from matinee.library.models import MOST_ITEMS, Watchlist, WatchlistItem
from matinee.library.queries.rights import Right


class ChangedMeanwhile(MatineeError):
    """What the caller has seen of the list is not what it holds now."""

    status = 409
    title = "Changed meanwhile"


@deed
def add_title(
    user_id: UUID, watchlist_id: int, title_id: int, *, note: str = "", position: int | None = None
) -> WatchlistItem:
    """Put a title into a list, at its end unless a position is given; one that is there already stays as it is.

    Raises NotFound, Forbidden, Full, BadInput naming `position`.
    """
    row = hold(user_id, watchlist_id, Right.EDIT)
    if (there := row.items.filter(title=title_id).first()) is not None:
        return there
    if row.length >= MOST_ITEMS:
        raise Full(f"This list has {MOST_ITEMS} titles, which is as many as there may be. Remove one first")
    place = row.length if position is None else _checked(position, row.length + 1, row)
    row.items.filter(position__gte=place).update(position=F("position") + 1)
    item = row.items.create(title_id=title_id, position=place, note=note, added_by_id=user_id, added_at=timezone.now())
    row.length += 1
    touch(row)
    events.append(WatchlistItemAdded(user_id, row.pk, title_id, place, item.pk))
    return item


@deed
def add_titles(user_id: UUID, watchlist_id: int, titles: Mapping[int, tuple[str, datetime]]) -> dict[int, int]:
    """Put several titles that are not in it at its end, in this order, each with a note and when it was added.

    Answers the ids of the new items, by title, of those for which there was room. Raises NotFound, Forbidden.
    """
    row = hold(user_id, watchlist_id, Right.EDIT)
    new = [
        WatchlistItem(
            watchlist=row, title_id=title_id, position=row.length + place, note=note, added_by_id=user_id, added_at=at
        )
        for place, (title_id, (note, at)) in enumerate(titles.items())
        if row.length + place < MOST_ITEMS
    ]
    for item in WatchlistItem.objects.bulk_create(new):
        events.append(WatchlistItemAdded(user_id, row.pk, item.title_id, item.position, item.pk))
    row.length += len(new)
    touch(row)
    return {item.title_id: item.pk for item in new}


@deed
def remove_titles(user_id: UUID, row: Watchlist, items: Sequence[WatchlistItem], title_ids: Collection[int]) -> None:
    """Take several out of a list that is locked, and theirs. `items`: all that are in it, in order."""
    gone = [item for item in items if item.title_id in title_ids]
    stay = [item for item in items if item.title_id not in title_ids]
    for item in reversed(gone):  # from the end, so that each event tells a position that was true
        earlier_id = remember(user_id, {"note": item.note}) if item.note else None
        events.append(WatchlistItemRemoved(user_id, row.pk, item.title_id, item.position, earlier_id))
    row.items.filter(pk__in=[item.pk for item in gone]).delete()
    _place(row, [item.title_id for item in stay], list(range(len(stay))))
    row.length = len(stay)
    touch(row)


@deed
def remove_title(user_id: UUID, watchlist_id: int, title_id: int) -> None:
    """Take a title out; those behind it close up. Raises NotFound, Forbidden."""
    row = hold(user_id, watchlist_id, Right.EDIT)
    item = _item(row, title_id)
    earlier_id = remember(user_id, {"note": item.note}) if item.note else None
    item.delete()
    row.items.filter(position__gt=item.position).update(position=F("position") - 1)
    row.length -= 1
    touch(row)
    events.append(WatchlistItemRemoved(user_id, row.pk, title_id, item.position, earlier_id))


@deed
def change_item(
    user_id: UUID, watchlist_id: int, title_id: int, *, note: str | None = None, position: int | None = None
) -> WatchlistItem:
    """Note something about a title in a list, or move it. Raises NotFound, Forbidden, BadInput naming `position`."""
    row = hold(user_id, watchlist_id, Right.EDIT)
    item = _item(row, title_id)
    if note is not None and note != item.note:
        earlier_id = remember(user_id, {"note": item.note}, now={"note": note})
        item.note = note
        item.save(update_fields=["note"])
        touch(row)
        events.append(WatchlistItemNoted(user_id, row.pk, title_id, earlier_id))
    if position is not None and _checked(position, row.length, row) != item.position:
        _move(row, item, position)
        touch(row)
        events.append(WatchlistItemMoved(user_id, row.pk, title_id, item.position, position))
        item.position = position
    return item


@deed
def reorder(viewer: Viewer, user_id: UUID, watchlist_id: int, title_ids: Sequence[int]) -> None:
    """Give the titles this order: all that the viewer meets, each once. Those that they do not meet stay in place.

    Raises NotFound, Forbidden, ChangedMeanwhile when those are not the titles of the list.
    """
    row = hold(user_id, watchlist_id, Right.EDIT)
    met = row.items.filter(visible.shown(viewer, "title__")).order_by("position").values_list("title_id", "position")
    places = dict(met)
    if sorted(title_ids) != sorted(places):
        raise ChangedMeanwhile("These are not the titles of the list, each once. Look at it again")
    _reorder(row, user_id, places, title_ids)


@deed
def reorder_back(user_id: UUID, watchlist_id: int, title_ids: Sequence[int], *, instead_of: Sequence[int]) -> None:
    """Give the titles this order again, in the places that they share, while they have that other one.

    Raises NotFound, Forbidden, ChangedMeanwhile.
    """
    row = hold(user_id, watchlist_id, Right.EDIT)
    these = set(title_ids)
    there = row.items.order_by("position").values_list("title_id", "position")
    places = {title_id: position for title_id, position in there if title_id in these}
    if list(places) != list(instead_of):
        raise ChangedMeanwhile("It has been changed since")
    _reorder(row, user_id, places, title_ids)


def _reorder(row: Watchlist, user_id: UUID, places: Mapping[int, int], title_ids: Sequence[int]) -> None:
    """`places`: of these titles, in the order that they have."""
    before = tuple(places)
    if tuple(title_ids) == before:
        return
    _place(row, list(title_ids), list(places.values()))
    touch(row)
    events.append(WatchlistReordered(user_id, row.pk, before, tuple(title_ids)))


def _item(row: Watchlist, title_id: int) -> WatchlistItem:
    item = row.items.filter(title=title_id).first()
    if item is None:
        raise NotFound("This title is not in the list")
    return item


def _checked(position: int, places: int, row: Watchlist) -> int:
    if position < places:
        return position
    wished = f"should be 0 to {places - 1}" if places else "is nowhere"
    raise BadInput.at("position", f"{wished}: the list has {row.length} titles")


def _move(row: Watchlist, item: WatchlistItem, position: int) -> None:
    low, high = sorted((item.position, position))
    step = 1 if position < item.position else -1
    moved = When(pk=item.pk, then=Value(position))
    row.items.filter(position__range=(low, high)).update(position=Case(moved, default=F("position") + step))


_PLACES = {
    "sqlite": "SELECT title.value, place.value FROM json_each(%s) title JOIN json_each(%s) place USING (key)",
    "postgresql": "SELECT * FROM unnest(%s::bigint[], %s::integer[])",
}


def _place(row: Watchlist, title_ids: list[int], positions: list[int]) -> None:
    """The first title to the first position and so on, in one statement."""
    vendor = connection.vendor
    given = [str(title_ids), str(positions)] if vendor == "sqlite" else [title_ids, positions]
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH given (title_id, position) AS ({_PLACES[vendor]}) "  # noqa: S608 - no values
            "UPDATE library_watchlistitem SET position = given.position FROM given "
            "WHERE library_watchlistitem.title_id = given.title_id AND watchlist_id = %s",
            [*given, row.pk],
        )
