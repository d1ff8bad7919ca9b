"""An OpenID Connect provider: discovery, PKCE, RS256 ID tokens, rotating keys, userinfo, refresh."""

import base64
import hashlib
from urllib.parse import urlencode

from tests.identity_world.failures import Reply
from tests.identity_world.grants import TOKEN_SECONDS, Grant
from tests.identity_world.keys import Claims, Keys
from tests.identity_world.people import Person
from tests.identity_world.provider import Provider, Routes, json_reply
from tests.identity_world.server import Call

DISCOVERY = "/.well-known/openid-configuration"
AUTHORIZE, TOKEN, USERINFO, JWKS = "/authorize", "/token", "/userinfo", "/jwks"


class OidcProvider(Provider):
    """Its `url` is the issuer."""

    name = "OpenID Connect"

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        self.keys = Keys()

    def routes(self) -> Routes:
        return {
            ("GET", DISCOVERY): self._discovery,
            ("GET", AUTHORIZE): self.authorize,
            ("POST", AUTHORIZE): self.authorize,
            ("POST", TOKEN): self.token,
            ("GET", USERINFO): self._userinfo,
            ("POST", USERINFO): self._userinfo,
            ("GET", JWKS): self._jwks,
        }

    def way_back(self, address: str) -> str:
        """The issuer comes along, so that nobody mixes two up (RFC 9207)."""
        return f"{address}&{urlencode({'iss': self.url})}"

    def token_reply(self, grant: Grant, tokens: dict[str, object], call: Call) -> Reply:
        if "openid" in grant.scope:
            tokens["id_token"] = self.keys.current.sign(self._claims(grant, str(tokens["access_token"])))
        return super().token_reply(grant, tokens, call)

    def _discovery(self, call: Call) -> Reply:
        return json_reply(
            {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}{AUTHORIZE}",
                "token_endpoint": f"{self.url}{TOKEN}",
                "userinfo_endpoint": f"{self.url}{USERINFO}",
                "jwks_uri": f"{self.url}{JWKS}",
                "scopes_supported": ["openid", "profile", "email", "offline_access"],
                "response_types_supported": ["code"],
                "response_modes_supported": ["query"],
                "grant_types_supported": ["authorization_code", "refresh_token"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": sorted(self.auth_methods),
                "code_challenge_methods_supported": ["S256"],
                "authorization_response_iss_parameter_supported": True,
                "claims_supported": ["sub", "name", "preferred_username", "email", "email_verified"],
            }
        )

    def _jwks(self, call: Call) -> Reply:
        return json_reply({"keys": [key.jwk() for key in self.keys.published]})

    def _userinfo(self, call: Call) -> Reply:
        grant = self.bearer(call)
        if grant is None or "openid" not in grant.scope:
            return json_reply(
                {"error": "invalid_token", "error_description": "The access token is unknown or has expired."},
                status=401,
                headers={"WWW-Authenticate": 'Bearer error="invalid_token"'},
            )
        return json_reply(about(grant.person, grant.scope))

    def _claims(self, grant: Grant, access_token: str) -> Claims:
        now = int(self.now())
        claims: Claims = {"iss": self.url, "aud": grant.client_id, "iat": now, "exp": now + TOKEN_SECONDS}
        nonce: Claims = {"nonce": grant.nonce} if grant.nonce else {}
        return claims | nonce | {"auth_time": now, "at_hash": at_hash(access_token)} | about(grant.person, grant.scope)


def subject(person: Person) -> str:
    """What `sub` says of somebody."""
    return f"u-{person.number}"


def about(person: Person, scope: frozenset[str]) -> Claims:
    """The claims that the scope allows (OpenID Connect Core, 5.4)."""
    claims: Claims = {"sub": subject(person)}
    if "profile" in scope:
        claims |= {
            "name": person.name,
            "given_name": person.given_name,
            "family_name": person.family_name,
            "preferred_username": person.username,
        }
    if "email" in scope and person.email:
        claims |= {"email": person.email, "email_verified": person.email_verified}
    return claims


def at_hash(access_token: str) -> str:
    """Binds an ID token to its access token (OpenID Connect Core, 3.1.3.6)."""
    digest = hashlib.sha256(access_token.encode()).digest()
    return base64.urlsafe_b64encode(digest[:16]).rstrip(b"=").decode()
