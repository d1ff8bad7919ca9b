"""What people have allowed: codes, access tokens and refresh tokens, each good for what it was given for."""

import base64
import hashlib
import re
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

from tests.identity_world.people import Person

CODE_SECONDS = 60
TOKEN_SECONDS = 3600
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


class OAuthError(Exception):
    """A refusal in the words of RFC 6749, 5.2."""

    def __init__(self, error: str, description: str, *, status: int = 400) -> None:
        super().__init__(description)
        self.error = error
        self.description = description
        self.status = status


@dataclass(frozen=True)
class Grant:
    """One consent. `challenge` is PKCE's, `None` where the client does without."""

    person: Person
    client_id: str
    redirect_uri: str
    scope: frozenset[str]
    nonce: str | None = None
    challenge: str | None = None
    offline: bool = False


@dataclass
class _Issued:
    grant: Grant
    family: str
    until: float
    used: bool = False


class Grants:
    """The provider's memory. A code or refresh token shown twice takes everything that came of it along."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._lock = threading.Lock()
        self._codes: dict[str, _Issued] = {}
        self._access: dict[str, _Issued] = {}
        self._refresh: dict[str, _Issued] = {}

    def code(self, grant: Grant) -> str:
        """A code for the consent, good once and for a minute."""
        return self._issue(self._codes, grant, secrets.token_urlsafe(8), CODE_SECONDS)

    def redeem(self, code: str, client_id: str, redirect_uri: str, verifier: str | None) -> tuple[Grant, str]:
        """The consent behind a code, and the family that its tokens belong to. Raises `OAuthError`."""
        issued = self._take(self._codes, code, "code")
        grant = issued.grant
        if grant.client_id != client_id:
            raise OAuthError("invalid_grant", "The code was issued to another client.")
        if grant.redirect_uri != redirect_uri:
            raise OAuthError("invalid_grant", "The redirect_uri is not the one of the authorization request.")
        if grant.challenge != (challenge_of(verifier) if verifier else None):
            raise OAuthError("invalid_grant", "The code_verifier does not match the code_challenge.")
        return grant, issued.family

    def renew(self, refresh_token: str, client_id: str) -> tuple[Grant, str]:
        """The consent behind a refresh token, which is used up by this. Raises `OAuthError`."""
        issued = self._take(self._refresh, refresh_token, "refresh_token")
        if issued.grant.client_id != client_id:
            raise OAuthError("invalid_grant", "The refresh_token was issued to another client.")
        return issued.grant, issued.family

    def access_token(self, grant: Grant, family: str) -> str:
        return self._issue(self._access, grant, family, TOKEN_SECONDS)

    def refresh_token(self, grant: Grant, family: str) -> str:
        return self._issue(self._refresh, grant, family, 30 * 24 * TOKEN_SECONDS)

    def holder(self, access_token: str) -> Grant | None:
        """Whose access token that is, while it is good."""
        issued = self._access.get(access_token)
        return issued.grant if issued and self._now() < issued.until else None

    def _issue(self, kind: dict[str, _Issued], grant: Grant, family: str, seconds: float) -> str:
        token = secrets.token_urlsafe(32)
        kind[token] = _Issued(grant, family, self._now() + seconds)
        return token

    def _take(self, kind: dict[str, _Issued], token: str, name: str) -> _Issued:
        with self._lock:
            issued = kind.get(token)
            if issued is None or self._now() >= issued.until:
                raise OAuthError("invalid_grant", f"The {name} is unknown or has expired.")
            if issued.used:
                self._revoke(issued.family)
                raise OAuthError("invalid_grant", f"The {name} has been used before.")
            issued.used = True
            return issued

    def _revoke(self, family: str) -> None:
        for kind in (self._access, self._refresh):
            for token in [token for token, issued in kind.items() if issued.family == family]:
                del kind[token]


def challenge_of(verifier: str) -> str:
    """PKCE's S256, RFC 7636, 4.2. Raises `OAuthError` for what is no verifier."""
    if not _VERIFIER.fullmatch(verifier):
        raise OAuthError("invalid_request", "A code_verifier has 43 to 128 letters, digits, or -._~.")
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
