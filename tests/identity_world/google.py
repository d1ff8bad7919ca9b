"""Google's sign-in: accounts.google.com, oauth2.googleapis.com and www.googleapis.com behind one port."""

from collections.abc import Mapping

from tests.identity_world.failures import Reply
from tests.identity_world.grants import TOKEN_SECONDS, Grant, OAuthError
from tests.identity_world.keys import Claims, Keys
from tests.identity_world.oidc import at_hash
from tests.identity_world.people import Person
from tests.identity_world.provider import Provider, Routes, json_reply
from tests.identity_world.server import Call

ISSUER = "https://accounts.google.com"
AUTHORIZE, TOKEN, USERINFO = "/o/oauth2/v2/auth", "/token", "/oauth2/v2/userinfo"
CERTIFICATES, JWKS = "/oauth2/v1/certs", "/oauth2/v3/certs"
_SCOPES = {
    "email": "https://www.googleapis.com/auth/userinfo.email",
    "profile": "https://www.googleapis.com/auth/userinfo.profile",
}


class Google(Provider):
    """Gives an ID token with every code, a refresh token only for `access_type=offline`."""

    name = "Google"

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        self.keys = Keys()

    def routes(self) -> Routes:
        return {
            ("GET", AUTHORIZE): self.authorize,
            ("POST", AUTHORIZE): self.authorize,
            ("POST", TOKEN): self.token,
            ("GET", USERINFO): self._userinfo,
            ("GET", CERTIFICATES): self._certificates,
            ("GET", JWKS): lambda _call: json_reply({"keys": [key.jwk() for key in self.keys.published]}),
        }

    def is_offline(self, asked: Mapping[str, str], scope: frozenset[str]) -> bool:
        return asked.get("access_type") == "offline"

    def token_reply(self, grant: Grant, tokens: dict[str, object], call: Call) -> Reply:
        named = [long for short, long in _SCOPES.items() if grant.scope & {short, long}]
        tokens["scope"] = " ".join([*named, "openid"])
        tokens["id_token"] = self.keys.current.sign(self._claims(grant, str(tokens["access_token"])))
        return super().token_reply(grant, tokens, call)

    def token_refusal(self, error: OAuthError, call: Call) -> Reply:
        """Google tells little of the reason."""
        described = {"invalid_client": "Unauthorized", "invalid_grant": "Bad Request"}
        body = {"error": error.error, "error_description": described.get(error.error, error.description)}
        return json_reply(body, status=error.status)

    def _claims(self, grant: Grant, access_token: str) -> Claims:
        now = int(self.now())
        claims: Claims = {
            "iss": ISSUER,
            "azp": grant.client_id,
            "aud": grant.client_id,
            "sub": number(grant.person),
            "at_hash": at_hash(access_token),
            "iat": now,
            "exp": now + TOKEN_SECONDS,
        }
        nonce: Claims = {"nonce": grant.nonce} if grant.nonce else {}
        return claims | nonce | _about(grant, verified="email_verified")

    def _userinfo(self, call: Call) -> Reply:
        grant = self.bearer(call)
        if grant is None:
            reason = "Request is missing required authentication credential."
            return json_reply({"error": {"code": 401, "message": reason, "status": "UNAUTHENTICATED"}}, status=401)
        return json_reply({"id": number(grant.person)} | _about(grant, verified="verified_email"))

    def _certificates(self, call: Call) -> Reply:
        return json_reply({key.kid: key.certificate() for key in self.keys.published})


def number(person: Person) -> str:
    """Google's ids are 21 digits."""
    return str(10**20 + person.number)


def _about(grant: Grant, *, verified: str) -> Claims:
    """`verified` is what the endpoint calls the member: the two have it the other way round."""
    person, about = grant.person, Claims()
    if grant.scope & {"email", _SCOPES["email"]} and person.email:
        about |= {"email": person.email, verified: person.email_verified}
    if grant.scope & {"profile", _SCOPES["profile"]}:
        about |= {
            "name": person.name,
            "given_name": person.given_name,
            "family_name": person.family_name,
            "picture": f"https://lh3.googleusercontent.com/a/{person.username}=s96-c",
        }
    return about
