"""How a provider can fail or lie. Each is a function from the true answer to what is sent instead.

Those of any HTTP service are the ones of the TMDB replay: reset, slow, html, empty, status, truncated, huge, of.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

import jwt
import orjson

from tests.identity_world.keys import Claims, Key
from tests.tmdb_replay.failures import Failure, Reply, empty, html, huge, of, reset, slow, status, truncated

__all__ = [
    "Failure",
    "Reply",
    "elsewhere",
    "empty",
    "html",
    "huge",
    "id_token",
    "members",
    "of",
    "reset",
    "returned",
    "silent",
    "slow",
    "status",
    "truncated",
    "unsigned_id_token",
    "wrong_state",
]  # fmt: skip


def silent() -> Failure:
    """The connection stands and nothing ever comes; the provider's end ends it."""
    return slow(3600)


def elsewhere(location: str) -> Failure:
    """Go there instead: into somebody's private network, for one."""
    return lambda _reply: Reply(302, b"", {"Location": location})


def members(**changed: object) -> Failure:
    """The true JSON with these members changed; `None` takes one away."""

    def fail(reply: Reply) -> Reply:
        body = _without_nothing(orjson.loads(reply.body) | changed)
        return replace(reply, body=orjson.dumps(body))

    return fail


def returned(**changed: str | None) -> Failure:
    """People come back with these parameters changed; `None` takes one away."""

    def fail(reply: Reply) -> Reply:
        address = urlsplit(reply.headers.get("Location", ""))
        query = _without_nothing({**dict(parse_qsl(address.query)), **changed})
        return replace(reply, headers=reply.headers | {"Location": address._replace(query=urlencode(query)).geturl()})

    return fail


def wrong_state() -> Failure:
    """People come back with a state that nobody sent."""
    return returned(state="somebody-elses-state")


def id_token(key: Key, **claims: object) -> Failure:
    """The ID token with other claims, signed by that key; `None` takes a claim away."""
    return _other_id_token(lambda true: key.sign(_without_nothing(true | claims)))


def unsigned_id_token(**claims: object) -> Failure:
    """The ID token with `alg: none`."""
    return _other_id_token(lambda true: jwt.encode(_without_nothing(true | claims), "", algorithm="none"))


def _other_id_token(tell: Callable[[Claims], str]) -> Failure:
    def fail(reply: Reply) -> Reply:
        body = orjson.loads(reply.body)
        true = jwt.decode(body["id_token"], options={"verify_signature": False})
        return replace(reply, body=orjson.dumps(body | {"id_token": tell(true)}))

    return fail


def _without_nothing(body: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in body.items() if value is not None}
