"""Taking back what an event tells of: one function for each kind of event that can be taken back."""

from functools import singledispatch
from typing import TypeVar

from django.db.models import Subquery

from matinee.catalog.models import Title
from matinee.core.errors import Conflict
from matinee.core.events import Event
from matinee.library.actions.holding import hold
from matinee.library.actions.opinions import Change, change_opinion
from matinee.library.actions.reviews import publish_review, remove_review, restore_review
from matinee.library.actions.standings import set_status
from matinee.library.actions.watching import Dated, add_viewings, remove_viewings
from matinee.library.actions.watchlist_items import add_title, change_item, remove_title, reorder_back
from matinee.library.actions.watchlist_members import remove_member
from matinee.library.actions.watchlists import (
    ListChange,
    change_watchlist,
    delete_watchlist,
    publish_again,
    restore_watchlist,
)
from matinee.library.events import (
    EpisodeWatched,
    FavoriteAdded,
    FavoriteRemoved,
    FilmWatched,
    ReviewChanged,
    ReviewPublished,
    ReviewRemoved,
    ReviewRestored,
    StatusChanged,
    TitleDismissed,
    TitleNoted,
    TitleRated,
    TitleWelcomed,
    ViewingRemoved,
    WatchlistChanged,
    WatchlistDeleted,
    WatchlistItemAdded,
    WatchlistItemMoved,
    WatchlistItemNoted,
    WatchlistItemRemoved,
    WatchlistMade,
    WatchlistPublished,
    WatchlistReordered,
    WatchlistRestored,
    WatchlistShared,
    WatchlistWithdrawn,
)
from matinee.library.models import (
    Activity,
    Earlier,
    Opinion,
    Review,
    Standing,
    Status,
    Viewing,
    WatchlistMember,
)
from matinee.library.queries.rights import Right

T = TypeVar("T")

_CHANGED = "It has been changed since"
_SAID = (Status.PLANNED, Status.DROPPED)  # which do not follow from viewings


@singledispatch
def take_back(event: Event) -> None:
    """Do the opposite. Raises Conflict when what the event made true is not true any more."""
    raise Conflict(f"{type(event).__name__} cannot be undone")


@take_back.register
def _(event: FavoriteAdded) -> None:
    _expect(_opinion(event).loved_at is not None)
    change_opinion(event.user_id, event.title_id, Change(favorite=False))


@take_back.register
def _(event: FavoriteRemoved) -> None:
    _expect(_opinion(event).loved_at is None)
    change_opinion(event.user_id, event.title_id, Change(favorite=True))


@take_back.register
def _(event: TitleRated) -> None:
    _expect(_opinion(event).rating == event.rating)
    change_opinion(event.user_id, event.title_id, Change(rating=event.before))


@take_back.register
def _(event: TitleNoted) -> None:
    earlier = _earlier(event)
    _expect(earlier.now == {"notes": _opinion(event).notes})
    change_opinion(event.user_id, event.title_id, Change(notes=earlier.words["notes"]))


@take_back.register
def _(event: TitleDismissed) -> None:
    _expect(_opinion(event).dismissed_at is not None)
    change_opinion(event.user_id, event.title_id, Change(dismissed=False))


@take_back.register
def _(event: TitleWelcomed) -> None:
    _expect(_opinion(event).dismissed_at is None)
    change_opinion(event.user_id, event.title_id, Change(dismissed=True))


@take_back.register
def _(event: FilmWatched | EpisodeWatched) -> None:
    _expect(Viewing.objects.filter(user=event.user_id, pk=event.viewing_id).exists())
    left = remove_viewings(event.user_id, [event.viewing_id]).standing
    if left.status == Status.NONE and (before := _said_before(event)) is not None:
        set_status(event.user_id, Title.objects.get(pk=event.title_id), before)


def _said_before(event: FilmWatched | EpisodeWatched) -> Status | None:
    """Whether they had planned or dropped it until this viewing, or others of the same deed, moved them on."""
    moved = _moved_since(event)
    before = Status(moved.details["before"]) if moved else Status.NONE
    return before if before in _SAID else None


def _moved_since(event: FilmWatched | EpisodeWatched | ViewingRemoved) -> Activity | None:
    """The first change of where they stand with the title, from this deed on."""
    done = Activity.objects.filter(user=event.user_id, title=event.title_id)
    this = done.filter(what=type(event).__name__, details__viewing_id=event.viewing_id).values("event_id")[:1]
    return done.filter(what=StatusChanged.__name__, event_id__gt=Subquery(this)).order_by("event_id").first()


@take_back.register
def _(event: ViewingRemoved) -> None:
    title, moved = Title.objects.get(pk=event.title_id), _moved_since(event)
    done = add_viewings(event.user_id, title, [Dated(event.season, event.episode, event.watched_at)])
    if moved is None and done.before in _SAID:  # they had dropped it when they took the viewing out
        set_status(event.user_id, title, done.before)


@take_back.register
def _(event: StatusChanged) -> None:
    _expect(Standing.objects.filter(user=event.user_id, title=event.title_id, status=event.now).exists())
    row = set_status(event.user_id, Title.objects.get(pk=event.title_id), Status(event.before))
    if row.status != event.before:
        raise Conflict("This follows from what you have watched. Undo that instead")


@take_back.register
def _(event: ReviewPublished) -> None:
    _expect(Review.objects.filter(pk=event.review_id, removed_at=None).exists())
    remove_review(event.user_id, event.title_id)


@take_back.register
def _(event: ReviewRemoved) -> None:
    restore_review(event.user_id, event.title_id)


@take_back.register
def _(event: ReviewRestored) -> None:
    _expect(Review.objects.filter(pk=event.review_id, removed_at=None).exists())
    remove_review(event.user_id, event.title_id)


@take_back.register
def _(event: ReviewChanged) -> None:
    earlier = _earlier(event)
    row = _there(Review.objects.filter(pk=event.review_id, removed_at=None).first())
    _expect(earlier.now == {"text": row.text, "spoiler": row.spoiler})
    publish_review(event.user_id, event.title_id, earlier.words["text"], Change(), spoiler=earlier.words["spoiler"])


@take_back.register
def _(event: WatchlistMade | WatchlistRestored) -> None:
    delete_watchlist(event.user_id, event.watchlist_id)


@take_back.register
def _(event: WatchlistDeleted) -> None:
    restore_watchlist(event.user_id, event.watchlist_id)


@take_back.register
def _(event: WatchlistChanged) -> None:
    row, earlier = hold(event.user_id, event.watchlist_id, Right.OWN), _earlier(event)
    _expect(earlier.now == {"name": row.name, "description": row.description})
    change_watchlist(event.user_id, event.watchlist_id, ListChange(**earlier.words))


@take_back.register
def _(event: WatchlistPublished) -> None:
    row = hold(event.user_id, event.watchlist_id, Right.OWN)
    _expect(_earlier(event).now == {"link": row.link})
    change_watchlist(event.user_id, event.watchlist_id, ListChange(public=False))


@take_back.register
def _(event: WatchlistWithdrawn) -> None:
    row = hold(event.user_id, event.watchlist_id, Right.OWN)
    _expect(row.link is None)
    publish_again(event.user_id, event.watchlist_id, _earlier(event).words["link"])


@take_back.register
def _(event: WatchlistItemAdded) -> None:
    row = hold(event.user_id, event.watchlist_id, Right.EDIT)
    _expect(row.items.filter(pk=_there(event.item_id)).exists())  # it may be there anew, with others' words
    remove_title(event.user_id, event.watchlist_id, event.title_id)


@take_back.register
def _(event: WatchlistItemRemoved) -> None:
    row = hold(event.user_id, event.watchlist_id, Right.EDIT)
    _expect(not row.items.filter(title=event.title_id).exists())
    note = _earlier(event).words["note"] if event.earlier_id else ""
    place = min(event.position, row.length)
    add_title(event.user_id, event.watchlist_id, event.title_id, note=note, position=place)


@take_back.register
def _(event: WatchlistItemMoved) -> None:
    row = hold(event.user_id, event.watchlist_id, Right.EDIT)
    _expect(row.items.filter(title=event.title_id, position=event.position).exists())
    change_item(event.user_id, event.watchlist_id, event.title_id, position=event.before)


@take_back.register
def _(event: WatchlistItemNoted) -> None:
    row, earlier = hold(event.user_id, event.watchlist_id, Right.EDIT), _earlier(event)
    _expect(row.items.filter(title=event.title_id, note=_there(earlier.now)["note"]).exists())
    change_item(event.user_id, event.watchlist_id, event.title_id, note=earlier.words["note"])


@take_back.register
def _(event: WatchlistReordered) -> None:
    reorder_back(event.user_id, event.watchlist_id, event.before, instead_of=event.after)


@take_back.register
def _(event: WatchlistShared) -> None:
    invitation_id = _there(event.invitation_id)
    same = WatchlistMember.objects.filter(pk=invitation_id, joined_at=None, may_edit=event.may_edit)
    _expect(same.exists())
    remove_member(event.user_id, event.watchlist_id, invitation_id)


def _earlier(
    event: TitleNoted
    | ReviewChanged
    | WatchlistChanged
    | WatchlistItemNoted
    | WatchlistItemRemoved
    | WatchlistPublished
    | WatchlistWithdrawn,
) -> Earlier:
    """Raises Conflict when it is not kept any more."""
    return _there(Earlier.objects.filter(user=event.user_id, pk=_there(event.earlier_id)).first())


def _opinion(
    event: FavoriteAdded | FavoriteRemoved | TitleRated | TitleNoted | TitleDismissed | TitleWelcomed,
) -> Opinion:
    return Opinion.objects.filter(user=event.user_id, title=event.title_id).first() or Opinion()


def _there(found: T | None) -> T:
    if found is None:
        raise Conflict(_CHANGED)
    return found


def _expect(is_so: bool) -> None:
    if not is_so:
        raise Conflict(_CHANGED)


UNDOABLE_EVENTS: tuple[type[Event], ...] = tuple(kind for kind in take_back.registry if kind is not object)
