"""Facebook Login: www.facebook.com and graph.facebook.com behind one port, at any version."""

import hashlib
import hmac

from tests.identity_world.failures import Reply
from tests.identity_world.grants import Grant, OAuthError
from tests.identity_world.people import Person
from tests.identity_world.provider import Provider, Routes, json_reply
from tests.identity_world.server import Call

AUTHORIZE, TOKEN, ME = "/v*/dialog/oauth", "/v*/oauth/access_token", "/v*/me"
_TWO_MONTHS = 5_183_944


class Facebook(Provider):
    """Tokens last two months and are asked for with GET; nothing says whether an e-mail address is verified."""

    name = "Facebook"
    scope_delimiter = ","

    def routes(self) -> Routes:
        return {
            ("GET", AUTHORIZE): self.authorize,
            ("POST", AUTHORIZE): self.authorize,
            ("GET", TOKEN): self.token,
            ("POST", TOKEN): self.token,
            ("GET", ME): self._me,
        }

    def consent_error(self, error: OAuthError) -> dict[str, str]:
        if error.error != "access_denied":
            return {"error_code": "100", "error_message": error.description}
        return {
            "error": "access_denied",
            "error_code": "200",
            "error_description": "Permissions error",
            "error_reason": "user_denied",
        }

    def way_back(self, address: str) -> str:
        """The odd end that Facebook puts on every address."""
        return f"{address}#_=_"

    def token_request(self, call: Call) -> dict[str, str]:
        return call.query | call.form

    def token_reply(self, grant: Grant, tokens: dict[str, object], call: Call) -> Reply:
        return json_reply(
            {"access_token": tokens["access_token"], "token_type": "bearer", "expires_in": _TWO_MONTHS},
            headers={"Cache-Control": "no-store"},
        )

    def token_refusal(self, error: OAuthError, call: Call) -> Reply:
        if error.error == "invalid_client":
            return _wrong("Error validating client secret.", 1)
        return _wrong(error.description, 100)

    def _me(self, call: Call) -> Reply:
        token = call.query.get("access_token", "")
        grant = self.grants.holder(token) if token else self.bearer(call)
        if grant is None:
            return _wrong("Invalid OAuth access token.", 190, status=401)
        proof = call.query.get("appsecret_proof")
        if proof is not None and not hmac.compare_digest(proof, proof_of(token, self.client.secret)):
            return _wrong("Invalid appsecret_proof provided in the API argument", 100)
        wanted = call.query.get("fields", "id,name").split(",")
        known = _about(grant.person, grant.scope)
        return json_reply({name: known[name] for name in {"id": None} | dict.fromkeys(wanted) if name in known})


def proof_of(token: str, secret: str) -> str:
    """What shows that a call comes from the application itself."""
    return hmac.new(secret.encode(), token.encode(), hashlib.sha256).hexdigest()


def number(person: Person) -> str:
    """Facebook's ids are of one application only."""
    return str(10_150_000_000_000_000 + person.number)


def _about(person: Person, scope: frozenset[str]) -> dict[str, object]:
    known: dict[str, object] = {
        "id": number(person),
        "name": person.name,
        "first_name": person.given_name,
        "last_name": person.family_name,
    }
    return known | ({"email": person.email} if "email" in scope and person.email else {})


def _wrong(message: str, code: int, *, status: int = 400) -> Reply:
    error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "AbCdEfGhIjKlMnO"}
    return json_reply({"error": error}, status=status)
