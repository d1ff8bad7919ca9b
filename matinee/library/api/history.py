"""Viewings over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from matinee.core.access import viewer
from matinee.core.language import pick
from matinee.library import actions, queries
from matinee.library.api.asking import locale, me, title
from matinee.library.schemas.common import Noun
from matinee.library.schemas.history import (
    DatedViewings,
    HistoryKinds,
    HistoryKindsQuery,
    HistoryPage,
    HistoryQuery,
    Id,
    NewViewing,
    RemovedViewings,
    UnwatchQuery,
    WatchedTold,
)

router = Router(by_alias=True)


@router.get("/me/history", response=HistoryPage, operation_id="history", summary="What I have watched")
def list_history(request: HttpRequest, query: Query[HistoryQuery]) -> dict[str, Any]:
    return queries.history_page(me(request), query.filters(), query.page, locale(request, query), viewer(request))


@router.get(
    "/me/history/kinds",
    response=HistoryKinds,
    operation_id="history_kinds",
    summary="Which kinds of titles I have watched",
)
def list_kinds(request: HttpRequest, query: Query[HistoryKindsQuery]) -> dict[str, Any]:
    return {"kinds": queries.history_kinds(me(request), query.text, viewer(request))}


@router.post(
    "/me/viewings/remove",
    response=WatchedTold,
    operation_id="remove_viewings",
    summary="Take some viewings of one title out of my history",
)
def remove_viewings(request: HttpRequest, given: RemovedViewings) -> dict[str, Any]:
    return _told(request, actions.remove_viewings(me(request), given.ids))


@router.delete(
    "/me/viewings/{viewing_id}",
    response=WatchedTold,
    operation_id="remove_viewing",
    summary="Take a viewing out of my history",
)
def remove_viewing(request: HttpRequest, viewing_id: Id) -> dict[str, Any]:
    return _told(request, actions.remove_viewings(me(request), [viewing_id]))


@router.post(
    "/me/viewings/{noun}/{ref}",
    response=WatchedTold,
    operation_id="watch",
    summary="I watched a film, an episode, a season, or a show up to there",
)
def watch(request: HttpRequest, noun: Noun, ref: str, given: NewViewing) -> dict[str, Any]:
    opened = title(request, noun, ref)
    watched = actions.watch(me(request), opened, given.what(), watched_at=given.watched_at, again=given.again)
    return _told(request, watched)


@router.post(
    "/me/viewings/{noun}/{ref}/dated",
    response=WatchedTold,
    operation_id="add_viewings",
    summary="I watched this several times, each at its time",
)
def add_viewings(request: HttpRequest, noun: Noun, ref: str, given: DatedViewings) -> dict[str, Any]:
    return _told(request, actions.add_viewings(me(request), title(request, noun, ref), given.dated()))


@router.delete(
    "/me/viewings/{noun}/{ref}",
    response=WatchedTold,
    operation_id="unwatch",
    summary="I have not watched this: all viewings of it go, or the last",
)
def unwatch(request: HttpRequest, noun: Noun, ref: str, query: Query[UnwatchQuery]) -> dict[str, Any]:
    gone = actions.unwatch(me(request), title(request, noun, ref), query.what(), last_only=query.last)
    return _told(request, gone)


def _told(request: HttpRequest, done: actions.Watched) -> dict[str, Any]:
    wording = pick(request.headers.get("Accept-Language", ""))
    return {
        "viewings": [queries.viewing(one) for one in done.viewings],
        "before": done.before.value or None,
        "standing": queries.told_of(done.standing, wording),
    }
