"""X's OAuth 2.0: x.com and api.x.com behind one port."""

from collections.abc import Mapping

from tests.identity_world.failures import Reply
from tests.identity_world.grants import Grant
from tests.identity_world.people import Person
from tests.identity_world.provider import Provider, Routes, json_reply
from tests.identity_world.server import Call

AUTHORIZE, TOKEN, ME = "/i/oauth2/authorize", "/2/oauth2/token", "/2/users/me"


class X(Provider):
    """PKCE is a must; clients show their secret by Basic; an e-mail address needs a scope and a field of its own."""

    name = "X"
    needs_pkce = True

    def __init__(self, port: int = 0) -> None:
        super().__init__(port)
        self.auth_methods = {"client_secret_basic"}

    def routes(self) -> Routes:
        return {
            ("GET", AUTHORIZE): self.authorize,
            ("POST", AUTHORIZE): self.authorize,
            ("POST", TOKEN): self.token,
            ("GET", ME): self._me,
        }

    def is_offline(self, asked: Mapping[str, str], scope: frozenset[str]) -> bool:
        return "offline.access" in scope

    def token_reply(self, grant: Grant, tokens: dict[str, object], call: Call) -> Reply:
        return super().token_reply(grant, tokens | {"token_type": "bearer", "expires_in": 7200}, call)

    def _me(self, call: Call) -> Reply:
        grant = self.bearer(call)
        if grant is None:
            return _wrong("Unauthorized", 401)
        if not {"users.read", "tweet.read"} <= grant.scope:
            return _wrong("Forbidden", 403)
        wanted = {"id", "name", "username", *call.query.get("user.fields", "").split(",")}
        return json_reply({"data": {name: value for name, value in _about(grant).items() if name in wanted}})


def number(person: Person) -> str:
    """X's ids are 64 bits, as text."""
    return str(2_244_994_945_000_000_000 + person.number)


def _about(grant: Grant) -> dict[str, object]:
    person = grant.person
    known: dict[str, object] = {
        "id": number(person),
        "name": person.name,
        "username": person.username,
        "verified": False,
        "profile_image_url": f"https://pbs.twimg.com/profile_images/{person.number}/a_normal.png",
        "created_at": "2013-12-14T04:35:55.000Z",
    }
    confirmed = person.email if person.email_verified and "users.email" in grant.scope else None
    return known | ({"confirmed_email": confirmed} if confirmed else {})


def _wrong(title: str, status: int) -> Reply:
    return json_reply({"title": title, "type": "about:blank", "status": status, "detail": title}, status=status)
