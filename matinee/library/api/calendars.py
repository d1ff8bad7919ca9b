"""The calendar over HTTP, as a page and as a feed."""

from math import ceil
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from ninja import Query, Router, Status

from matinee.core.access import anyone, viewer
from matinee.core.errors import TooOften
from matinee.core.limits import Limit, allow
from matinee.library import actions, queries
from matinee.library.api.asking import locale, me
from matinee.library.schemas.history import CalendarLinkTold, CalendarQuery, CalendarTold, NewCalendarLink

_FEED = Limit(60, 3600)

router = Router(by_alias=True)


@router.get("/me/calendar", response=CalendarTold, operation_id="calendar", summary="What airs and comes out for me")
def show_calendar(request: HttpRequest, query: Query[CalendarQuery]) -> dict[str, Any]:
    found = queries.calendar(me(request), query.first, query.last, locale(request, query), viewer(request))
    return queries.calendar_shown(found)


@router.get(
    "/me/calendar/link",
    response=CalendarLinkTold,
    operation_id="calendar_link",
    summary="Whether my calendar has a secret address",
)
def show_link(request: HttpRequest) -> dict[str, Any]:
    link = queries.calendar_link(me(request))
    return {"madeAt": link.made_at if link else None}


@router.post(
    "/me/calendar/link",
    response={201: NewCalendarLink},
    operation_id="make_calendar_link",
    summary="Make a new secret address; the one before it is dead",
)
def make_link(request: HttpRequest) -> Status[dict[str, str]]:
    secret = actions.make_calendar_link(me(request))
    return Status(201, {"address": request.build_absolute_uri(f"/api/v1/calendar/{secret}.ics")})


@router.delete(
    "/me/calendar/link",
    response={204: None},
    operation_id="remove_calendar_link",
    summary="Take the secret address away",
)
def remove_link(request: HttpRequest) -> Status[None]:
    actions.remove_calendar_link(me(request))
    return Status(204, None)


@router.get(
    "/calendar/{secret}.ics",
    auth=anyone,
    operation_id="calendar_feed",
    summary="The calendar of whoever has this address (iCalendar)",
)
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    digest = actions.digest(secret)
    if seconds := allow(f"calendar {digest}", _FEED):
        raise TooOften("This calendar was asked for too often. Please wait", retry_after=ceil(seconds))
    written = queries.calendar_feed(digest, request.build_absolute_uri("/"))
    response = HttpResponse(written, content_type="text/calendar; charset=utf-8")
    response["ETag"] = etag = f'"{actions.digest(written.decode())[:32]}"'
    response["Cache-Control"] = "private, no-cache"
    return get_conditional_response(request, etag=etag, response=response) or response
