"""A careful client of an OpenID Connect provider: what any application ought to check, checked."""

import secrets
from dataclasses import dataclass, field
from html.parser import HTMLParser
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

import httpx
import jwt

from tests.identity_world.grants import challenge_of
from tests.identity_world.keys import Claims
from tests.identity_world.oidc import DISCOVERY, OidcProvider, at_hash
from tests.identity_world.provider import Provider

CALLBACK = "http://127.0.0.1:8484/accounts/oidc/household/login/callback/"


class Distrust(Exception):
    """What a careful client does not believe."""


@dataclass
class Visit:
    """One attempt to sign in, as the client remembers it."""

    state: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    nonce: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))

    def query(self, provider: Provider, **more: str) -> dict[str, str]:
        """The authorization request; "" leaves a parameter out."""
        query = {
            "response_type": "code",
            "client_id": provider.client.id,
            "redirect_uri": CALLBACK,
            "scope": "openid profile email",
            "state": self.state,
            "nonce": self.nonce,
            "code_challenge": challenge_of(self.verifier),
            "code_challenge_method": "S256",
        } | more
        return {name: value for name, value in query.items() if value}

    def code(self, answer: httpx.Response) -> str:
        """The code that the person came back with."""
        assert answer.status_code == 302, answer.text
        assert answer.headers["location"].startswith(CALLBACK)
        back = {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}
        if back.get("state") != self.state:
            raise Distrust("state")
        if "error" in back:
            raise Distrust(back["error"])
        return back["code"]


class Application:
    """A client of an OpenID Connect provider that checks all that the specification asks for."""

    def __init__(self, provider: OidcProvider) -> None:
        self.provider = provider
        self.http = httpx.Client(timeout=5, verify=False)  # no TLS on loopback, and certificates take long to read
        self.config: dict[str, str] = self.http.get(f"{provider.url}{DISCOVERY}").json()
        if self.config["issuer"] != provider.url:
            raise Distrust("issuer")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()

    def sign_in(self, visit: Visit | None = None) -> Claims:
        """The claims about whoever is at the provider."""
        visit = visit or Visit()
        tokens = self.tokens(visit).json()
        claims = self.claims(tokens, visit)
        about = self.about(tokens).raise_for_status()
        if about.json()["sub"] != claims["sub"]:
            raise Distrust("userinfo")
        return claims

    def visit(self, visit: Visit, **more: str) -> httpx.Response:
        return self.http.get(self.config["authorization_endpoint"], params=visit.query(self.provider, **more))

    def tokens(self, visit: Visit, *, scope: str = "openid profile email") -> httpx.Response:
        return self.redeem(visit.code(self.visit(visit, scope=scope)), visit)

    def redeem(self, code: str, visit: Visit, /, **more: str) -> httpx.Response:
        """Tokens for the code; `more` changes what is sent, and "" leaves a parameter out."""
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}
        form |= {"code_verifier": visit.verifier} | more
        return self.post({name: value for name, value in form.items() if value})

    def post(self, form: dict[str, str]) -> httpx.Response:
        client = self.provider.client
        return self.http.post(self.config["token_endpoint"], data=form, auth=(client.id, client.secret))

    def about(self, tokens: dict[str, str]) -> httpx.Response:
        """What userinfo answers to the access token."""
        bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
        return self.http.get(self.config["userinfo_endpoint"], headers=bearer)

    def claims(self, tokens: dict[str, str], visit: Visit) -> Claims:
        """The ID token's claims, believed only after all checks."""
        published = jwt.PyJWKSet.from_dict(self.http.get(self.config["jwks_uri"]).json())
        try:
            kid = jwt.get_unverified_header(tokens["id_token"]).get("kid")
            key = next(one for one in published.keys if one.key_id == kid)
            claims: Claims = jwt.decode(
                tokens["id_token"],
                key,
                algorithms=["RS256"],
                audience=self.provider.client.id,
                issuer=self.provider.url,
                options={"require": ["exp", "iat", "sub", "aud", "iss"]},
            )
        except (jwt.PyJWTError, StopIteration) as error:
            raise Distrust("ID token") from error
        if claims.get("nonce") != visit.nonce or claims["at_hash"] != at_hash(tokens["access_token"]):
            raise Distrust("ID token")
        return claims


class Form(HTMLParser):
    """A page's form as a browser would send it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.buttons: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "input" and (said["type"] == "hidden" or "checked" in said):
            self.fields[said["name"]] = said["value"]
        if tag == "button":
            self.buttons.append(said["value"])
