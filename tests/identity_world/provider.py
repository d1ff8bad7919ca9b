"""What all providers share: the authorization code flow of RFC 6749 with PKCE (RFC 7636), asked in a browser."""

import base64
import binascii
import re
from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import ClassVar, Literal
from urllib.parse import unquote_plus, urlencode, urlsplit

import orjson

from tests.identity_world.failures import Reply
from tests.identity_world.grants import TOKEN_SECONDS, Grant, Grants, OAuthError
from tests.identity_world.pages import consent_page, refusal_page
from tests.identity_world.people import ALICE, PEOPLE, Person
from tests.identity_world.server import Call, Service

Consent = Literal["ask", "allow", "deny"]
Routes = dict[tuple[str, str], Callable[[Call], Reply]]
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class Client:
    """An application registered at a provider, and the hosts that people may be sent back to."""

    id: str
    secret: str
    hosts: frozenset[str] = frozenset({"testserver", "127.0.0.1", "localhost"})

    def takes(self, redirect_uri: str) -> bool:
        """Whether that is an address of the application."""
        address = urlsplit(redirect_uri)
        return address.scheme in {"http", "https"} and address.hostname in self.hosts and not address.fragment


class UnsafeRequest(Exception):
    """Nobody may be sent back anywhere: the client or the address is not known."""


class Provider(Service):
    """`consent`: "ask" shows a page with Allow and Deny; otherwise `person` allows or denies at once."""

    name: ClassVar[str]
    scope_delimiter: ClassVar[str] = " "
    needs_pkce: ClassVar[bool] = False

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        slug = self.name.lower().replace(" ", "-")
        self.client = Client(f"matinee-at-{slug}", f"secret-of-matinee-at-{slug}")
        self.people: list[Person] = list(PEOPLE)
        self.person = ALICE
        self.consent: Consent = "ask"
        self.auth_methods = {"client_secret_basic", "client_secret_post"}
        self.grants = Grants(self.now)

    @abstractmethod
    def routes(self) -> Routes:
        """Method and path pattern, and what is done there."""

    def answer(self, call: Call) -> Reply:
        for (method, pattern), deed in self.routes().items():
            if call.method == method and fnmatchcase(call.path, pattern):
                return deed(call)
        return json_reply({"error": "not_found"}, status=404)

    # --- the person's side ---

    def authorize(self, call: Call) -> Reply:
        """Ask the person, and send them back with a code or an error."""
        asked = call.query if call.method == "GET" else call.form
        try:
            self._check_way_back(asked)
        except UnsafeRequest as unsafe:
            return refusal_page(self.name, str(unsafe))
        try:
            grant = self._read(asked)
            if call.method == "GET" and self.consent == "ask":
                return consent_page(self.name, grant.scope, self.people, asked)
            person = self._decide(call)
        except OAuthError as error:
            return self._send_back(asked, self.consent_error(error))
        return self._send_back(asked, {"code": self.grants.code(replace(grant, person=person))})

    def consent_error(self, error: OAuthError) -> dict[str, str]:
        """The parameters that tell of an error on the way back."""
        return {"error": error.error, "error_description": error.description}

    def way_back(self, address: str) -> str:
        """The address that people are sent back to, with what this provider adds."""
        return address

    def is_offline(self, asked: Mapping[str, str], scope: frozenset[str]) -> bool:
        """Whether a refresh token was asked for."""
        return "offline_access" in scope

    def _check_way_back(self, asked: Mapping[str, str]) -> None:
        if asked.get("client_id") != self.client.id:
            raise UnsafeRequest("No application has this client_id.")
        if not self.client.takes(asked.get("redirect_uri", "")):
            raise UnsafeRequest("The redirect_uri is not registered for this application.")

    def _read(self, asked: Mapping[str, str]) -> Grant:
        if asked.get("response_type", "code") != "code":
            raise OAuthError("unsupported_response_type", "Only response_type=code is known here.")
        challenge = asked.get("code_challenge")
        if challenge is None and (self.needs_pkce or "code_challenge_method" in asked):
            raise OAuthError("invalid_request", "A code_challenge is needed.")
        if challenge is not None and asked.get("code_challenge_method") != "S256":
            raise OAuthError("invalid_request", "The code_challenge_method is to be S256.")
        if challenge is not None and not _CHALLENGE.fullmatch(challenge):
            raise OAuthError("invalid_request", "A code_challenge is a SHA-256 in base64url.")
        scope = frozenset(part for part in asked.get("scope", "").split(self.scope_delimiter) if part)
        return Grant(
            self.person,
            self.client.id,
            asked["redirect_uri"],
            scope,
            asked.get("nonce"),
            challenge,
            self.is_offline(asked, scope),
        )

    def _decide(self, call: Call) -> Person:
        allowed = self.consent == "allow" if call.method == "GET" else call.form.get("decision") == "allow"
        if not allowed:
            raise OAuthError("access_denied", "The person denied the request.")
        if call.method == "GET":
            return self.person
        chosen = call.form.get("person")
        found = next((person for person in self.people if person.username == chosen), None)
        if found is None:
            raise OAuthError("access_denied", "Nobody of that name has an account here.")
        return found

    def _send_back(self, asked: Mapping[str, str], told: dict[str, str]) -> Reply:
        state = {"state": asked["state"]} if "state" in asked else {}
        joint = "&" if "?" in asked["redirect_uri"] else "?"
        address = f"{asked['redirect_uri']}{joint}{urlencode(told | state)}"
        return Reply(302, b"", {"Location": self.way_back(address), "Cache-Control": "no-store"})

    # --- the application's side ---

    def token(self, call: Call) -> Reply:
        """Tokens for a code or a refresh token."""
        asked = self.token_request(call)
        try:
            self._authenticate(call, asked)
            grant, family = self._exchange(asked)
        except OAuthError as error:
            return self.token_refusal(error, call)
        return self.token_reply(grant, self._tokens(grant, family), call)

    def token_request(self, call: Call) -> dict[str, str]:
        """Where the application puts its parameters."""
        return call.form

    def token_reply(self, grant: Grant, tokens: dict[str, object], call: Call) -> Reply:
        return json_reply(tokens, headers={"Cache-Control": "no-store"})

    def token_refusal(self, error: OAuthError, call: Call) -> Reply:
        challenge = {"WWW-Authenticate": f'Basic realm="{self.name}"'} if error.status == 401 else {}
        body = {"error": error.error, "error_description": error.description}
        return json_reply(body, status=error.status, headers={"Cache-Control": "no-store", **challenge})

    def bearer(self, call: Call) -> Grant | None:
        """The consent behind the access token in the header."""
        kind, _, token = call.headers.get("authorization", "").partition(" ")
        return self.grants.holder(token) if kind.lower() in {"bearer", "token"} else None

    def _authenticate(self, call: Call, asked: Mapping[str, str]) -> None:
        header = call.headers.get("authorization")
        method = "client_secret_basic" if header else "client_secret_post"
        if header and "client_secret" in asked:
            raise OAuthError("invalid_request", "The client is to show its secret in one way only.")
        shown = _basic(header) if header else (asked.get("client_id", ""), asked.get("client_secret", ""))
        if method not in self.auth_methods or shown != (self.client.id, self.client.secret):
            raise OAuthError("invalid_client", "The client is unknown or its secret is wrong.", status=401)

    def _exchange(self, asked: Mapping[str, str]) -> tuple[Grant, str]:
        kind = asked.get("grant_type", "authorization_code")
        if kind == "authorization_code":
            code, redirect_uri = asked.get("code", ""), asked.get("redirect_uri", "")
            return self.grants.redeem(code, self.client.id, redirect_uri, asked.get("code_verifier"))
        if kind == "refresh_token":
            return self.grants.renew(asked.get("refresh_token", ""), self.client.id)
        raise OAuthError("unsupported_grant_type", f'"{kind}" is not known here.')

    def _tokens(self, grant: Grant, family: str) -> dict[str, object]:
        tokens: dict[str, object] = {
            "access_token": self.grants.access_token(grant, family),
            "token_type": "Bearer",
            "expires_in": TOKEN_SECONDS,
            "scope": self.scope_delimiter.join(sorted(grant.scope)),
        }
        return tokens | ({"refresh_token": self.grants.refresh_token(grant, family)} if grant.offline else {})


def json_reply(body: object, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    """A JSON answer."""
    return Reply(status, orjson.dumps(body), {"Content-Type": "application/json;charset=utf-8", **(headers or {})})


def _basic(header: str) -> tuple[str, str]:
    """Client id and secret, each form-encoded before (RFC 6749, 2.3.1)."""
    kind, _, encoded = header.partition(" ")
    try:
        decoded = base64.b64decode(encoded, validate=True).decode() if kind.lower() == "basic" else ""
    except (binascii.Error, UnicodeDecodeError):
        decoded = ""
    name, _, secret = decoded.partition(":")
    return unquote_plus(name), unquote_plus(secret)
