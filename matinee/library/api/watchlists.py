"""Lists over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from matinee.core.access import viewer, visitors
from matinee.library import actions, queries
from matinee.library.api.asking import locale, me, title_id
from matinee.library.schemas.common import Noun, Paged
from matinee.library.schemas.watchlists import (
    ListsFor,
    NewWatchlist,
    SharedWatchlist,
    WatchlistChange,
    WatchlistDetail,
    WatchlistHeading,
    WatchlistPage,
)

router = Router(by_alias=True)


@router.get("/watchlists", response=WatchlistPage, operation_id="watchlists", summary="My lists, and those I share")
def list_watchlists(request: HttpRequest, query: Query[Paged]) -> dict[str, Any]:
    return queries.watchlists_page(me(request), query.page, locale(request, query), viewer(request))


@router.post("/watchlists", response={201: WatchlistHeading}, operation_id="make_watchlist", summary="Make a list")
def make_watchlist(request: HttpRequest, given: NewWatchlist) -> Status[dict[str, Any]]:
    made = actions.make_watchlist(me(request), given.name, description=given.description, public=given.public)
    return Status(201, queries.watchlist_heading(me(request), made.pk))


@router.get(
    "/me/watchlists/{noun}/{ref}",
    response=ListsFor,
    operation_id="lists_for",
    summary="The lists that I may change, and which of them hold this title",
)
def lists_for(request: HttpRequest, noun: Noun, ref: str) -> dict[str, Any]:
    return {"items": queries.lists_for(me(request), title_id(request, noun, ref))}


@router.get("/watchlists/{watchlist_id}", response=WatchlistDetail, operation_id="watchlist", summary="A list")
def show_watchlist(request: HttpRequest, watchlist_id: int, query: Query[Paged]) -> dict[str, Any]:
    return queries.watchlist_detail(me(request), watchlist_id, query.page, locale(request, query), viewer(request))


@router.patch(
    "/watchlists/{watchlist_id}",
    response=WatchlistHeading,
    operation_id="change_watchlist",
    summary="Rename, describe, publish or withdraw it",
)
def change_watchlist(request: HttpRequest, watchlist_id: int, given: WatchlistChange) -> dict[str, Any]:
    actions.change_watchlist(me(request), watchlist_id, given.change())
    return queries.watchlist_heading(me(request), watchlist_id)


@router.delete(
    "/watchlists/{watchlist_id}",
    response={204: None},
    operation_id="delete_watchlist",
    summary="Delete it (for a day it can be had back)",
)
def delete_watchlist(request: HttpRequest, watchlist_id: int) -> Status[None]:
    actions.delete_watchlist(me(request), watchlist_id)
    return Status(204, None)


@router.post(
    "/watchlists/{watchlist_id}/restore",
    response=WatchlistHeading,
    operation_id="restore_watchlist",
    summary="Have a list back that was deleted within a day",
)
def restore_watchlist(request: HttpRequest, watchlist_id: int) -> dict[str, Any]:
    actions.restore_watchlist(me(request), watchlist_id)
    return queries.watchlist_heading(me(request), watchlist_id)


@router.get(
    "/shared/watchlists/{link}",
    response=SharedWatchlist,
    operation_id="shared_watchlist",
    summary="The public page of a list",
    auth=visitors,
)
def show_shared(request: HttpRequest, link: str, query: Query[Paged]) -> dict[str, Any]:
    return queries.shared_watchlist(link, query.page, locale(request, query), viewer(request))
