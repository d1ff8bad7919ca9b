"""One's own activity over HTTP."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Status

from matinee.core.access import viewer
from matinee.library import actions, queries
from matinee.library.api.asking import locale, me
from matinee.library.schemas.activity import ActivityPage, ActivityQuery

router = Router(by_alias=True)


@router.get("/me/activity", response=ActivityPage, operation_id="activity", summary="What I did, newest first")
def list_activity(request: HttpRequest, query: Query[ActivityQuery]) -> dict[str, Any]:
    return queries.activity_page(me(request), query.before, locale(request, query), viewer(request))


@router.post(
    "/me/activity/{activity_id}/undo",
    response={204: None},
    operation_id="undo",
    summary="Undo this, which I did within the last hour",
)
def undo(request: HttpRequest, activity_id: int) -> Status[None]:
    actions.undo(me(request), activity_id)
    return Status(204, None)
