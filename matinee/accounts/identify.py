"""Middleware: finds out who asks, and says so to everybody further in.

By a session cookie (then what changes something needs the CSRF token, too), an access token or an API token. A cookie
that is no longer good is nobody; a token that is no longer good is an error, because whoever sends one means it.
Live connections come with the same, and are known by the same functions.
"""

import re
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja.utils import check_csrf

from matinee.accounts import policies
from matinee.accounts.actions import credentials
from matinee.accounts.queries import identity
from matinee.core.access import Origin, SignInNeeded, Viewer, coming_from
from matinee.core.errors import MatineeError
from matinee.core.problems import problem_response

_API, _FLOWS = "/api/", "/api/v1/auth/"
_PLACES = (_API, "/img/", "/accounts/")  # the others are for machines, and ask nobody
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
_VIEW = "X-View"
_LONGEST_DEVICE = 200
_SESSION_KEY = re.compile(r"[a-z0-9]{8,40}")  # as Django makes them


class Identify:
    """Leaves a `Viewer` on each request, and for the front hall on each answer which part of the catalogue it shows."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith(_PLACES):
            return self._get_response(request)
        try:
            found = _find(request)
        except MatineeError as error:
            return problem_response(error)
        viewer = found.viewer if found else _visitor()
        request.viewer = viewer  # type: ignore[attr-defined]
        request.session_id = found.session if found else None  # type: ignore[attr-defined]
        device = request.headers.get("User-Agent", "")[:_LONGEST_DEVICE]
        with coming_from(Origin(viewer.user_id, request.META.get("REMOTE_ADDR", ""), device)):
            response = self._get_response(request)
        response[_VIEW] = viewer.view
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Django's hook. What comes with a cookie may have been sent by another site, unless it has the CSRF token.

        The API's views are exempt from Django's own check, which would ask programs with tokens for it, too.
        """
        by_cookie = getattr(request, "by_cookie", False)
        exempt = getattr(view, "csrf_exempt", False)
        if not by_cookie or not exempt or request.method in _SAFE or request.path.startswith(_FLOWS):
            return None
        return check_csrf(request)


def _find(request: HttpRequest) -> identity.Known | None:
    authorization = request.headers.get("Authorization", "")
    if authorization and request.path.startswith(_API):
        return _by_token(request, authorization)
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return None
    if not _SESSION_KEY.fullmatch(key):
        request.session = SessionStore()  # before anybody looks the other one up: PostgreSQL refuses a NUL, for one
        return None
    found = by_session(key)
    if found is not None:
        request.by_cookie = True  # type: ignore[attr-defined]
        if found.renew:
            request.session.modified = True  # Django stores it anew, and sends the cookie with a new date
    return found


def by_session(key: str) -> identity.Known | None:
    """Whose session a cookie names; None for one that is no longer good."""
    found = identity.by_session_key(key) if _SESSION_KEY.fullmatch(key) else None
    if found is not None and found.unseen:
        credentials.session_seen(found)
    return found


def by_token(token: str) -> identity.Known:
    """Whose access token or API token it is. Raises SignInNeeded."""
    found = credentials.recognise(token)
    if found is None:
        raise SignInNeeded("This token is not valid (any more). Refresh it, or sign in again")
    return found


def _by_token(request: HttpRequest, authorization: str) -> identity.Known | None:
    scheme, _, rest = authorization.partition(" ")
    token = rest.strip() if scheme.lower() == "bearer" else ""
    if request.path.startswith(_FLOWS):  # they say themselves what to do next
        return credentials.recognise(token)
    return by_token(token)


def _visitor() -> Viewer:
    held = policies.current()
    return Viewer(age_cap=held.visitors_age_cap, unrated=held.visitors_unrated, may_look=held.visitors_may_look)
