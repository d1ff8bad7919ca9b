"""Lists, and places in them."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from matinee.library.actions.holding import Full
from matinee.library.actions.importing.claims import Claim, Context, Made
from matinee.library.actions.watchlist_items import add_titles, remove_titles
from matinee.library.actions.watchlists import delete_watchlist, make_watchlist
from matinee.library.models import Watchlist, WatchlistItem
from matinee.library.transfer.formats import Fact, Listed, ListHead, Row, moment

_LIST, _ITEM = "list", "item"


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
                lists[_name(claim)] = made[claim.number][_LIST] = _make(context, claim)
            except Full as error:
                context.refused[claim.number] = error.detail
                made.pop(claim.number)
    there = _places(lists.values(), claims)
    wanted: dict[int, dict[int, Claim]] = defaultdict(dict)
    for claim in sorted(_items(claims), key=_position):
        watchlist_id = lists.get(_name(claim))
        if watchlist_id is not None and (watchlist_id, claim.title_id) not in there:
            wanted[watchlist_id].setdefault(claim.about_title, claim)
    for watchlist_id, by_title in wanted.items():
        for claim in _fill(context, watchlist_id, by_title):
            made[claim.number][_ITEM] = watchlist_id
    return dict(made)


def take_back(context: Context, claims: Sequence[Claim]) -> dict[int, str]:
    kept: dict[int, str] = {}
    mine: dict[int, dict[int, Claim]] = defaultdict(dict)
    for claim in claims:
        if _ITEM in claim.made:
            mine[claim.made[_ITEM]][claim.about_title] = claim
    there = set(
        Watchlist.objects.filter(owner=context.user_id, deleted_at=None, pk__in=mine).values_list("pk", flat=True)
    )
    for watchlist_id, by_title in mine.items():
        gone = remove_titles(context.user_id, watchlist_id, set(by_title)) if watchlist_id in there else set()
        kept |= {
            claim.number: "You have taken it out of the list since"
            for title_id, claim in by_title.items()
            if title_id not in gone
        }
    for claim in claims:
        if _LIST in claim.made and (sentence := _unmake(context, claim.made[_LIST])):
            kept[claim.number] = sentence
    return kept


def _heads(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if isinstance(claim.said, ListHead)]


def _items(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if isinstance(claim.said, Row) and claim.said.listed]


def _listed(claim: Claim) -> Listed:
    said = claim.said
    return said.listed if isinstance(said, Row) and said.listed else Listed("")


def _name(claim: Claim) -> str:
    return claim.said.name if isinstance(claim.said, ListHead) else _listed(claim).name


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


def _make(context: Context, claim: Claim) -> int:
    head = claim.said if isinstance(claim.said, ListHead) else None
    # What was public elsewhere is not so here unasked; but what was so here may be so again.
    is_public = context.is_own_format and head is not None and bool(head.is_public)
    description = head.description if head else ""
    return make_watchlist(context.user_id, _name(claim), description=description, public=is_public).pk


def _fill(context: Context, watchlist_id: int, by_title: dict[int, Claim]) -> list[Claim]:
    """As many as there is room for."""
    titles = {
        title_id: (
            _listed(claim).notes,
            moment(claim.said.said_at) if isinstance(claim.said, Row) and claim.said.said_at else context.begun_at,
        )
        for title_id, claim in by_title.items()
    }
    added = add_titles(context.user_id, watchlist_id, titles)
    for title_id, claim in by_title.items():
        if title_id not in added:
            context.refused[claim.number] = "The list is full. Remove a title from it first"
    return [by_title[title_id] for title_id in added]


def _unmake(context: Context, watchlist_id: int) -> str:
    """Delete a list that is empty again."""
    row = Watchlist.objects.filter(pk=watchlist_id, owner=context.user_id, deleted_at=None).first()
    if row is None:
        return "You have deleted the list since"
    if row.length:
        return "There is more in the list by now, so it stays"
    delete_watchlist(context.user_id, watchlist_id)
    return ""
