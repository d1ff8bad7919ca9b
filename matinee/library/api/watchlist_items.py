"""What is in a list, and who shares it, over HTTP."""

from math import ceil
from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from matinee.core.access import viewer
from matinee.core.errors import TooOften
from matinee.core.limits import Limit, allow
from matinee.library import actions, queries
from matinee.library.api.asking import me, met, title_id
from matinee.library.schemas.common import Noun
from matinee.library.schemas.watchlists import (
    ItemChange,
    ItemPlace,
    Member,
    Members,
    NewItem,
    NewMember,
    Order,
    Rights,
    TitleIds,
)

_INVITATIONS = Limit(100, 3600)  # of one person, to however many lists

router = Router(by_alias=True)


@router.put(
    "/watchlists/{watchlist_id}/items/{noun}/{ref}",
    response=ItemPlace,
    operation_id="add_to_watchlist",
    summary="Put a title into it (fetched first when it is not known yet; one that is in it stays as it is)",
)
def add_item(request: HttpRequest, watchlist_id: int, noun: Noun, ref: str, given: NewItem) -> dict[str, Any]:
    queries.may_edit(me(request), watchlist_id)  # before a provider is asked on their behalf
    item = actions.add_title(
        me(request), watchlist_id, title_id(request, noun, ref), note=given.note, position=given.position
    )
    return queries.item_told(item)


@router.patch(
    "/watchlists/{watchlist_id}/items/{title_id}",
    response=ItemPlace,
    operation_id="change_watchlist_item",
    summary="Note something about a title in it, or move it",
)
def change_item(request: HttpRequest, watchlist_id: int, title_id: int, given: ItemChange) -> dict[str, Any]:
    changed = actions.change_item(
        me(request), watchlist_id, met(request, title_id), note=given.note, position=given.position
    )
    return queries.item_told(changed)


@router.delete(
    "/watchlists/{watchlist_id}/items/{title_id}",
    response={204: None},
    operation_id="remove_from_watchlist",
    summary="Take a title out of it",
)
def remove_item(request: HttpRequest, watchlist_id: int, title_id: int) -> Status[None]:
    actions.remove_title(me(request), watchlist_id, met(request, title_id))
    return Status(204, None)


@router.get(
    "/watchlists/{watchlist_id}/items",
    response=TitleIds,
    operation_id="watchlist_titles",
    summary="Which titles are in it, all of them",
)
def list_titles(request: HttpRequest, watchlist_id: int) -> dict[str, Any]:
    return {"titles": queries.titles_in(me(request), watchlist_id, viewer(request))}


@router.put(
    "/watchlists/{watchlist_id}/items",
    response={204: None},
    operation_id="reorder_watchlist",
    summary="Give all its titles another order; 409 when those are not its titles",
)
def reorder(request: HttpRequest, watchlist_id: int, given: Order) -> Status[None]:
    actions.reorder(viewer(request), me(request), watchlist_id, given.titles)
    return Status(204, None)


@router.get(
    "/watchlists/{watchlist_id}/members",
    response=Members,
    operation_id="watchlist_members",
    summary="Whom it is shared with",
)
def list_members(request: HttpRequest, watchlist_id: int) -> dict[str, Any]:
    return {"items": queries.members(me(request), watchlist_id)}


@router.post(
    "/watchlists/{watchlist_id}/members",
    response={201: Member},
    operation_id="invite_to_watchlist",
    summary="Invite somebody to it; the answer does not say whether there is such a person",
)
def invite(request: HttpRequest, watchlist_id: int, given: NewMember) -> Status[dict[str, Any]]:
    if seconds := allow(f"invitations {me(request)}", _INVITATIONS):  # each is told to somebody
        raise TooOften("You have invited many people within the hour. Please wait", retry_after=ceil(seconds))
    member = actions.invite(me(request), watchlist_id, given.username, may_edit=given.may_edit)
    return Status(201, queries.member_told(member))


@router.patch(
    "/watchlists/{watchlist_id}/members/{member_id}",
    response=Member,
    operation_id="change_watchlist_member",
    summary="Let a member change it, or only look at it",
)
def change_member(request: HttpRequest, watchlist_id: int, member_id: int, given: Rights) -> dict[str, Any]:
    return queries.member_told(actions.change_rights(me(request), watchlist_id, member_id, may_edit=given.may_edit))


@router.delete(
    "/watchlists/{watchlist_id}/members/{member_id}",
    response={204: None},
    operation_id="remove_watchlist_member",
    summary="Share it with them no more",
)
def remove_member(request: HttpRequest, watchlist_id: int, member_id: int) -> Status[None]:
    actions.remove_member(me(request), watchlist_id, member_id)
    return Status(204, None)


@router.put(
    "/watchlists/{watchlist_id}/membership",
    response={204: None},
    operation_id="join_watchlist",
    summary="Accept the invitation to it",
)
def join(request: HttpRequest, watchlist_id: int) -> Status[None]:
    actions.join(me(request), watchlist_id)
    return Status(204, None)


@router.delete(
    "/watchlists/{watchlist_id}/membership",
    response={204: None},
    operation_id="leave_watchlist",
    summary="Decline the invitation to it, or leave it",
)
def leave(request: HttpRequest, watchlist_id: int) -> Status[None]:
    actions.leave(me(request), watchlist_id)
    return Status(204, None)
