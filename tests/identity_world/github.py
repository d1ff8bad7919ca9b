"""GitHub's OAuth apps: github.com and api.github.com behind one port."""

from urllib.parse import urlencode

from tests.identity_world.failures import Reply
from tests.identity_world.grants import Grant, OAuthError
from tests.identity_world.people import Person
from tests.identity_world.provider import Provider, Routes, json_reply
from tests.identity_world.server import Call

AUTHORIZE, TOKEN, USER, EMAILS = "/login/oauth/authorize", "/login/oauth/access_token", "/user", "/user/emails"
_HELP = "https://docs.github.com/rest"
_FORM = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
_ERRORS = {
    "invalid_client": ("incorrect_client_credentials", "The client_id and/or client_secret passed are incorrect."),
    "invalid_grant": ("bad_verification_code", "The code passed is incorrect or expired."),
}


class GitHub(Provider):
    """Tokens last and cannot be refreshed; errors of the token endpoint come with status 200."""

    name = "GitHub"

    def routes(self) -> Routes:
        return {
            ("GET", AUTHORIZE): self.authorize,
            ("POST", AUTHORIZE): self.authorize,
            ("POST", TOKEN): self.token,
            ("GET", USER): self._user,
            ("GET", EMAILS): self._emails,
        }

    def consent_error(self, error: OAuthError) -> dict[str, str]:
        return super().consent_error(error) | {"error_uri": f"{_HELP}/apps/oauth-apps/#{error.error}"}

    def token_reply(self, grant: Grant, tokens: dict[str, object], call: Call) -> Reply:
        scope = ",".join(sorted(grant.scope))
        return _spoken({"access_token": str(tokens["access_token"]), "scope": scope, "token_type": "bearer"}, call)

    def token_refusal(self, error: OAuthError, call: Call) -> Reply:
        name, description = _ERRORS.get(error.error, (error.error, error.description))
        return _spoken({"error": name, "error_description": description, "error_uri": f"{_HELP}#{name}"}, call)

    def _user(self, call: Call) -> Reply:
        grant = self.bearer(call)
        return json_reply(_profile(grant.person)) if grant else _wrong("Bad credentials", 401)

    def _emails(self, call: Call) -> Reply:
        grant = self.bearer(call)
        if grant is None:
            return _wrong("Bad credentials", 401)
        if not grant.scope & {"user:email", "user"}:
            return _wrong("Not Found", 404)
        return json_reply(_addresses(grant.person))


def _spoken(body: dict[str, str], call: Call) -> Reply:
    """A form, unless JSON was asked for."""
    wants_json = "application/json" in call.headers.get("accept", "")
    return json_reply(body) if wants_json else Reply(200, urlencode(body).encode(), _FORM)


def _wrong(message: str, status: int) -> Reply:
    return json_reply({"message": message, "documentation_url": _HELP, "status": str(status)}, status=status)


def _profile(person: Person) -> dict[str, object]:
    """The address in here is the public one, which most people do not have."""
    api, web = f"https://api.github.com/users/{person.username}", f"https://github.com/{person.username}"
    return {
        "login": person.username,
        "id": person.number,
        "node_id": f"U_{person.number}",
        "avatar_url": f"https://avatars.githubusercontent.com/u/{person.number}?v=4",
        "gravatar_id": "",
        "url": api,
        "html_url": web,
        "type": "User",
        "site_admin": False,
        "name": person.name,
        "company": None,
        "blog": "",
        "location": None,
        "email": None,
        "bio": None,
        "public_repos": 2,
        "followers": 3,
        "created_at": "2011-01-25T18:44:36Z",
        "updated_at": "2026-01-14T22:00:00Z",
    }


def _addresses(person: Person) -> list[dict[str, object]]:
    """All of a person's addresses, the one that GitHub gives everybody among them."""
    given = f"{person.number}+{person.username}@users.noreply.github.com"
    own: dict[str, object] = {
        "email": person.email,
        "primary": True,
        "verified": person.email_verified,
        "visibility": "private",
    }
    return [
        *([own] if person.email else []),
        {"email": given, "primary": not person.email, "verified": True, "visibility": None},
    ]
