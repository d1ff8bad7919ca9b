"""Lists, and places in them."""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from matinee.library.actions.holding import Full
from matinee.library.actions.importing.claims import Claim, Context, Made
from matinee.library.actions.watchlist_items import add_titles, remove_titles
from matinee.library.actions.watchlists import delete_watchlist, make_watchlist
from matinee.library.models import Watchlist, WatchlistItem, WatchlistMember
from matinee.library.transfer.formats import Fact, Listed, ListHead, Row

_LIST, _LINK = "list", "link"
"""The id of a new list, and the link of its public page, if it has got one."""

_ITEM, _PLACE = "item", "place"
"""The id of the list that a title was put into, and that of its item there."""

_GONE = "You have taken it out of the list since"
_AGAIN = "It was taken out of the list and put in again since"
_NOTED = "Its note in the list has been changed since"
_REORDERED = "The list has been put into another order since, so it stays in it"


def lacking(context: Context, claims: Sequence[Claim]) -> dict[int, set[Fact]]:
    names = _names(claims)
    if not names:
        return {}
    lists = _lists(context, names)
    there = _places(lists.values(), claims)
    new: dict[int, set[Fact]] = {claim.number: set() for claim in _heads(claims) if _name(claim) not in lists}
    places = [claim for claim in _items(claims) if (lists.get(_name(claim)), claim.title_id) not in there]
    return new | {claim.number: {"listed"} for claim in places}


def add(context: Context, claims: Sequence[Claim]) -> dict[int, Made]:
    names = _names(claims)
    if not names:
        return {}
    made: dict[int, Made] = defaultdict(dict)
    lists = _lists(context, names)
    for claim in [*_heads(claims), *_items(claims)]:
        if _name(claim) not in lists:
            try:
                row = _make(context, claim)
            except Full as error:
                context.refused[claim.number] = error.detail
                continue
            lists[_name(claim)] = row.pk
            made[claim.number] = {_LIST: row.pk} | ({_LINK: row.link} if row.link else {})
    there = _places(lists.values(), claims)
    wanted: dict[int, dict[int, Claim]] = defaultdict(dict)
    for claim in sorted(_items(claims), key=_position):
        watchlist_id = lists.get(_name(claim))
        if watchlist_id is not None and (watchlist_id, claim.title_id) not in there:
            wanted[watchlist_id].setdefault(claim.about_title, claim)
    for watchlist_id, by_title in wanted.items():
        for title_id, item_id in _fill(context, watchlist_id, by_title).items():
            made[by_title[title_id].number] |= {_ITEM: watchlist_id, _PLACE: item_id}
    return dict(made)


def take_back(context: Context, claims: Sequence[Claim]) -> dict[int, str]:
    mine: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if _ITEM in claim.made:
            mine[claim.made[_ITEM]].append(claim)
    made = {claim.made[_LIST]: claim for claim in claims if _LIST in claim.made}
    lists = _locked(context, {*mine, *made})
    kept: dict[int, str] = {}
    for watchlist_id, put_in in mine.items():
        if watchlist_id in lists:
            kept |= _take_out(context, lists[watchlist_id], put_in)
        else:
            kept |= dict.fromkeys((claim.number for claim in put_in), _GONE)
    return kept | _unmake(context, made, lists)


def _heads(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if isinstance(claim.said, ListHead)]


def _items(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if isinstance(claim.said, Row) and claim.said.listed]


def _listed(claim: Claim) -> Listed:
    said = claim.said
    return said.listed if isinstance(said, Row) and said.listed else Listed("")


def _name(claim: Claim) -> str:
    return claim.said.name if isinstance(claim.said, ListHead) else _listed(claim).name


def _added_at(context: Context, claim: Claim) -> datetime:
    return context.said_at(claim.said) if isinstance(claim.said, Row) else context.begun_at


def _names(claims: Sequence[Claim]) -> set[str]:
    return {_name(claim) for claim in [*_heads(claims), *_items(claims)]}


def _position(claim: Claim) -> tuple[int, int]:
    return _listed(claim).position or claim.number, claim.number


def _lists(context: Context, names: Collection[str]) -> dict[str, int]:
    """Their own lists of these names; of two with one name the older."""
    rows = Watchlist.objects.filter(owner=context.user_id, deleted_at=None, name__in=names).order_by("-id")
    return dict(rows.values_list("name", "pk"))


def _places(watchlist_ids: Collection[int], claims: Sequence[Claim]) -> set[tuple[int | None, int | None]]:
    title_ids = {claim.title_id for claim in _items(claims)}
    rows = WatchlistItem.objects.filter(watchlist__in=watchlist_ids, title__in=title_ids)
    return set(rows.values_list("watchlist_id", "title_id"))


def _heading(context: Context, claim: Claim) -> tuple[str, str, bool]:
    """Name and description of the list that it makes, and whether that is public."""
    if not isinstance(head := claim.said, ListHead):
        return _name(claim), "", False
    # What was public elsewhere is not so here unasked; but what was so here may be so again.
    return head.name, head.description, context.is_own_format and bool(head.is_public)


def _make(context: Context, claim: Claim) -> Watchlist:
    name, description, is_public = _heading(context, claim)
    return make_watchlist(context.user_id, name, description=description, public=is_public)


def _fill(context: Context, watchlist_id: int, by_title: dict[int, Claim]) -> dict[int, int]:
    """As many as there is room for; the ids of their items, by title."""
    titles = {title_id: (_listed(claim).notes, _added_at(context, claim)) for title_id, claim in by_title.items()}
    added = add_titles(context.user_id, watchlist_id, titles)
    for title_id, claim in by_title.items():
        if title_id not in added:
            context.refused[claim.number] = "The list is full. Remove a title from it first"
    return added


def _locked(context: Context, watchlist_ids: Collection[int]) -> dict[int, Watchlist]:
    """Those that are there, until the deed's end: nobody else changes them, nor what is in them."""
    rows = Watchlist.objects.select_for_update().filter(owner=context.user_id, deleted_at=None, pk__in=watchlist_ids)
    return {row.pk: row for row in rows.order_by("pk")}


def _take_out(context: Context, row: Watchlist, claims: Sequence[Claim]) -> dict[int, str]:
    """Take out what is there as it was put in; of the others, why they stay."""
    items = list(row.items.order_by("position"))
    there = {item.title_id: item for item in items}
    kept = {
        claim.number: sentence
        for claim in claims
        if (sentence := _changed(context, claim, there.get(claim.about_title)))
    }
    same = {claim.about_title: claim.number for claim in claims if claim.number not in kept}
    if not same:
        return kept
    earlier = [item.pk for item in items if item.added_at <= context.begun_at]
    if _is_reordered(earlier, min(there[title_id].pk for title_id in same)):
        return kept | dict.fromkeys(same.values(), _REORDERED)
    remove_titles(context.user_id, row, items, same)
    return kept


def _changed(context: Context, claim: Claim, item: WatchlistItem | None) -> str:
    """What was done since to a title that was put into a list; empty if nothing was."""
    if item is None:
        return _GONE
    if not _is_ours(context, claim, item):
        return _AGAIN
    return "" if item.note == _listed(claim).notes else _NOTED


def _is_ours(context: Context, claim: Claim, item: WatchlistItem) -> bool:
    if (place := claim.made.get(_PLACE)) is None:  # an import that was applied before this was written down
        return item.added_at == _added_at(context, claim)
    return bool(item.pk == place)


def _is_reordered(item_ids: Sequence[int], first: int) -> bool:
    """Whether one from the `first` on has come before an older one: they were put in at the end, one by one."""
    least = math.inf
    for item_id in reversed(item_ids):
        if item_id >= first and item_id > least:
            return True
        least = min(least, item_id)
    return False


def _unmake(context: Context, made: Mapping[int, Claim], lists: Mapping[int, Watchlist]) -> dict[int, str]:
    """Delete the lists that are as they were made, and empty again; of the others, why they stay."""
    shared = set(WatchlistMember.objects.filter(watchlist__in=made).values_list("watchlist_id", flat=True))
    kept: dict[int, str] = {}
    for watchlist_id, claim in made.items():
        row = lists.get(watchlist_id)
        if row is None:
            kept[claim.number] = "You have deleted the list since"
        elif watchlist_id in shared or not _is_as_made(context, claim, row):
            kept[claim.number] = "You have changed the list since, so it stays"
        elif row.length:
            kept[claim.number] = "There is more in the list by now, so it stays"
        else:
            delete_watchlist(context.user_id, watchlist_id)
    return kept


def _is_as_made(context: Context, claim: Claim, row: Watchlist) -> bool:
    heading = row.name, row.description, row.link is not None
    return heading == _heading(context, claim) and row.link == claim.made.get(_LINK, row.link)
