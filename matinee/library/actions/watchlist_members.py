"""Sharing a list with others."""

from uuid import UUID

from django.utils import timezone

from matinee.accounts.models import User
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound
from matinee.library.actions.holding import Full, hold
from matinee.library.events import WatchlistJoined, WatchlistLeft, WatchlistRightsChanged, WatchlistShared
from matinee.library.models import MOST_MEMBERS, Watchlist, WatchlistMember
from matinee.library.queries.rights import NO_SUCH_LIST, Right


@deed
def invite(user_id: UUID, watchlist_id: int, username: str, *, may_edit: bool) -> WatchlistMember:
    """Invite whoever has that name, or let them do more or less if they are invited.

    An invitation for nobody is kept like any other and never answered. Raises NotFound, Forbidden, Full, BadInput
    naming `username`.
    """
    row = hold(user_id, watchlist_id, Right.OWN)
    if (there := row.members.filter(username__iexact=username).first()) is not None:
        return _let(there, user_id, may_edit=may_edit)
    invited = User.objects.filter(username__iexact=username, is_active=True).first()
    if invited is not None and invited.pk == user_id:
        raise BadInput.at("username", "this is you, and the list is yours")
    if row.members.count() >= MOST_MEMBERS:
        raise Full(f"This list is shared with {MOST_MEMBERS} people, which is as many as there may be")
    member = row.members.create(
        user=invited, username=username, may_edit=may_edit, invited_at=timezone.now(), joined_at=None
    )
    events.append(WatchlistShared(user_id, row.pk, member.user_id, may_edit, member.pk))
    return member


@deed
def change_rights(user_id: UUID, watchlist_id: int, member_id: int, *, may_edit: bool) -> WatchlistMember:
    """Let a member change the list, or only look at it. Raises NotFound, Forbidden."""
    row = hold(user_id, watchlist_id, Right.OWN)
    return _let(_member(row, member_id), user_id, may_edit=may_edit)


@deed
def remove_member(user_id: UUID, watchlist_id: int, member_id: int) -> None:
    """Share it with them no more, or withdraw their invitation. Raises NotFound, Forbidden."""
    row = hold(user_id, watchlist_id, Right.OWN)
    _part(_member(row, member_id), user_id)


@deed
def join(user_id: UUID, watchlist_id: int) -> None:
    """Accept an invitation. Raises NotFound."""
    member = _mine(user_id, watchlist_id)
    if member.joined_at is None:
        member.joined_at = timezone.now()
        member.save(update_fields=["joined_at"])
        events.append(WatchlistJoined(user_id, watchlist_id))


@deed
def leave(user_id: UUID, watchlist_id: int) -> None:
    """Decline an invitation, or share the list no more. Raises NotFound."""
    _part(_mine(user_id, watchlist_id), user_id)


def _let(member: WatchlistMember, user_id: UUID, *, may_edit: bool) -> WatchlistMember:
    if member.may_edit != may_edit:
        member.may_edit = may_edit
        member.save(update_fields=["may_edit"])
        events.append(WatchlistRightsChanged(user_id, member.watchlist_id, member.user_id, may_edit))
    return member


def _part(member: WatchlistMember, user_id: UUID) -> None:
    member.delete()
    events.append(WatchlistLeft(user_id, member.watchlist_id, member.user_id, member.may_edit))


def _member(row: Watchlist, member_id: int) -> WatchlistMember:
    found = row.members.filter(pk=member_id).first()
    if found is None:
        raise NotFound("The list is shared with nobody of that number")
    return found


def _mine(user_id: UUID, watchlist_id: int) -> WatchlistMember:
    row = Watchlist.objects.select_for_update().filter(pk=watchlist_id, deleted_at=None).first()
    found = row.members.filter(user=user_id).first() if row else None
    if found is None:
        raise NotFound(NO_SUCH_LIST)
    return found
