"""allauth's tokens for programs: ours, so that a copied refresh token ends its family."""

from typing import Any

from allauth.headless.tokens.strategies.sessions import SessionTokenStrategy
from allauth.usersessions.models import UserSession
from django.http import HttpRequest

from matinee.accounts.actions import credentials, signing
from matinee.core.access import SignInNeeded


class TokenStrategy(SessionTokenStrategy):
    """The session token is for the steps of signing in; then come an access token and a refresh token.

    allauth's own JWT strategy was not enough: it keeps refresh tokens readable inside the session, knows one key, and
    when a used refresh token comes again lets its descendants live.
    """

    def get_session_token(self, request: HttpRequest) -> str | None:
        """By `X-Session-Token`, else by the session that the access token names."""
        if token := super().get_session_token(request):
            return str(token)
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        claims = signing.verify(token) if scheme.lower() == "bearer" else None
        if claims is None:
            return None
        session = UserSession.objects.filter(pk=claims.session, user=claims.user).first()
        return session.session_key if session else None

    def create_access_token_payload(self, request: HttpRequest) -> dict[str, Any] | None:
        """Called when signing in is complete, just before allauth itself notes the session."""
        request.session.save()  # allauth drops what it has noted of a session that nobody is signed in to yet
        UserSession.objects.create_from_request(request)
        pair = credentials.begin_family(UserSession.objects.get(session_key=request.session.session_key))
        return _payload(pair) | {"refresh_token": pair.refresh}

    def refresh_token(self, refresh_token: str) -> tuple[str, str] | None:
        """A new pair. Raises SignInNeeded when the old one is not good."""
        pair = credentials.renew(refresh_token)
        if pair is None:
            raise SignInNeeded("This refresh token is not valid (any more). Sign in again")
        return pair.access, pair.refresh


def _payload(pair: credentials.Pair) -> dict[str, Any]:
    return {"access_token": pair.access, "expires_in": int(signing.ACCESS.total_seconds())}
