"""Notifications over HTTP."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from matinee.core.access import viewer
from matinee.notifications import actions, queries
from matinee.notifications.schemas import NotificationQuery, Notifications, Read, Unread

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


def _asking(request: HttpRequest) -> UUID:
    return cast(UUID, viewer(request).user_id)  # the gate has seen to it that there is somebody
