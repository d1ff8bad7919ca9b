"""Notifications over HTTP."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from matinee.core.access import viewer
from matinee.core.errors import NotFound
from matinee.notifications import actions, queries
from matinee.notifications.schemas import NotificationQuery, Notifications, Preferences, Preferred, Read, Unread

router = Router(tags=["notifications"], by_alias=True)


@router.get("/notifications", response=Notifications, operation_id="notifications", summary="What I was told")
def list_notifications(request: HttpRequest, query: Query[NotificationQuery]) -> queries.NotificationPage:
    me = _asking(request)
    if query.after is not None:
        return queries.since(me, after=query.after, limit=query.limit)
    return queries.newest(me, before=query.before, limit=query.limit)


@router.post(
    "/notifications/read", response={204: None}, operation_id="read_notifications", summary="I have read these"
)
def read(request: HttpRequest, given: Read) -> Status[None]:
    if given.up_to is not None:
        actions.mark_all_read(_asking(request), up_to=given.up_to)
    else:
        actions.mark_read(_asking(request), given.ids or [])
    return Status(204, None)


@router.post(
    "/notifications/unread",
    response={204: None},
    operation_id="unread_notifications",
    summary="Show me these as unread again",
)
def unread(request: HttpRequest, given: Unread) -> Status[None]:
    actions.mark_unread(_asking(request), given.ids)
    return Status(204, None)


@router.delete(
    "/notifications/{notification_id}",
    response={204: None},
    operation_id="dismiss_notification",
    summary="Show me this one no more",
)
def dismiss(request: HttpRequest, notification_id: int) -> Status[None]:
    actions.dismiss(_asking(request), notification_id)
    return Status(204, None)


@router.get(
    "/me/notification-preferences",
    response=Preferences,
    operation_id="notification_preferences",
    summary="What I want to be told",
)
def list_preferences(request: HttpRequest) -> dict[str, list[queries.Preference]]:
    me = viewer(request)
    return {"items": queries.preferences(_asking(request), administrator=me.is_administrator)}


@router.put(
    "/me/notification-preferences/{kind}",
    response={204: None},
    operation_id="prefer_notification",
    summary="Tell me this kind of thing, or do not",
)
def prefer(request: HttpRequest, kind: str, given: Preferred) -> Status[None]:
    known = {str(one): one for one in queries.kinds_for(administrator=viewer(request).is_administrator)}
    if kind not in known:
        raise NotFound(f"There is no kind {kind[:80]} that you are told. There are: {', '.join(known)}")
    actions.prefer(_asking(request), known[kind], in_app=given.in_app)
    return Status(204, None)


def _asking(request: HttpRequest) -> UUID:
    return cast(UUID, viewer(request).user_id)  # the gate has seen to it that there is somebody
