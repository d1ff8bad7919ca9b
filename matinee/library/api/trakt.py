"""Linking one's account at Trakt, over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from matinee.library import actions, queries
from matinee.library.api.asking import me
from matinee.library.schemas.trakt import TraktLinkTold, TraktUnlinkedTold

router = Router(by_alias=True)


@router.get("/me/links/trakt", response=TraktLinkTold, operation_id="trakt_link", summary="My link to Trakt")
def show_link(request: HttpRequest) -> dict[str, Any]:
    return queries.trakt_link(me(request))


@router.post(
    "/me/links/trakt",
    response=TraktLinkTold,
    operation_id="link_trakt",
    summary="Get a code to type at Trakt; 409 when linked already, or while Trakt is not set up here",
)
def begin_linking(request: HttpRequest) -> dict[str, Any]:
    actions.begin_linking(me(request))
    return show_link(request)


@router.delete(
    "/me/links/trakt",
    response=TraktUnlinkedTold,
    operation_id="unlink_trakt",
    summary="Go separate ways from now on; nothing is removed on either side",
)
def unlink(request: HttpRequest) -> TraktUnlinkedTold:
    return TraktUnlinkedTold(trakt_was_told=actions.unlink(me(request)))


@router.post(
    "/me/links/trakt/sync",
    response={202: TraktLinkTold},
    operation_id="sync_trakt",
    summary="Compare both sides now; 409 when not linked",
)
def sync_now(request: HttpRequest) -> Status[dict[str, Any]]:
    actions.sync_now(me(request))
    return Status(202, show_link(request))
