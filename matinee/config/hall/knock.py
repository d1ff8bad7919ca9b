"""Who asks for a live connection: from which page, and with which credential."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.http.cookie import parse_cookie

from matinee.accounts import identify
from matinee.config.hall.asgi import Scope
from matinee.config.hall.line import Holder
from matinee.core.access import Scope as May
from matinee.core.access import SignInNeeded
from matinee.core.errors import BadInput, Forbidden

_SECURE = frozenset({"https", "wss"})


def check_origin(scope: Scope, headers: Mapping[bytes, bytes], listed: Collection[str]) -> None:
    """Raises Forbidden when a page asks that is neither ours nor of a listed origin.

    Browsers let any page open a WebSocket to anywhere and send the cookies along.
    """
    origin = headers.get(b"origin", b"").decode("latin-1")
    if origin and not is_ours(scope, headers) and origin not in listed:
        raise Forbidden(
            f'Pages of "{origin[:80]}" may not connect. If they should, with a token, add it to MATINEE_CORS_ORIGINS'
        )


def is_ours(scope: Scope, headers: Mapping[bytes, bytes]) -> bool:
    """Whether it comes from a page of our own."""
    scheme = b"https" if scope.get("scheme") in _SECURE else b"http"
    return headers.get(b"origin") == scheme + b"://" + headers.get(b"host", b"")


def holder(scope: Scope, headers: Mapping[bytes, bytes], auth: object) -> Holder:
    """Whose connection it becomes. `auth`: as Socket.IO brings it, {"token": "…"} or nothing; then the cookie counts.

    Raises BadInput, SignInNeeded and Forbidden. For a thread: it asks the database.
    """
    token = _token(auth)
    known = identify.by_token(token) if token else identify.by_session(_session_key(scope, headers))
    if known is None or known.viewer.user_id is None:
        raise SignInNeeded("Sign in, or connect with an access token or an API token as auth.token")
    if May.READ not in known.viewer.scopes:
        raise Forbidden("This token has not the scope read")
    return Holder(known.viewer.user_id, known.session, known.token)


def _token(auth: object) -> str:
    if not auth:
        return ""
    token = auth.get("token") if isinstance(auth, dict) else None
    if not isinstance(token, str) or not token:
        raise BadInput('auth: should be {"token": "…"} with an access token or an API token, or be left out')
    return token


def _session_key(scope: Scope, headers: Mapping[bytes, bytes]) -> str:
    """ "" unless our own page sends it: a cookie says nothing of who made the browser send it."""
    if not is_ours(scope, headers):
        return ""
    return parse_cookie(headers.get(b"cookie", b"").decode("latin-1")).get(settings.SESSION_COOKIE_NAME, "")
