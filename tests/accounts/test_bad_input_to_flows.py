"""Whatever is sent to the flows' addresses: a clear problem, never a failure of ours."""

from collections.abc import Iterator
from typing import Any, cast

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver

from tests.accounts.cast import PASSWORD, Browser, Program, person, said

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Visitor = Browser | Program
_METHODS = ("POST", "PUT", "PATCH", "DELETE")
_FIELDS = (
    "username", "email", "password", "phone", "code", "key", "invitation", "new_password", "current_password",
    "refresh_token", "sessions", "authenticators", "credential", "provider", "token", "process", "callback_url",
    "account", "name", "id", "primary", "passwordless", "type", "trust",
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    None, True, 1, -1, 1.5, 2**63, "", "x", "\0", "x" * 10_000, "\u202e\u0130", [], ["x"], [[]], [None], {}, {"a": 1},
)  # fmt: skip
_BODIES = (
    b"[]", b'"x"', b"1", b"null", b"true", b"", b"{", b"\xff\xfe", b'{"email": "\\ud800"}',
    b'{"username": "\xed\xa0\x80"}',
    b"[" * 5000, b'{"a":' * 5000, b"NaN", b'{"email": 1e999}', b'{"email": ' + b"9" * 5000 + b"}",
)  # fmt: skip


def _addresses(patterns: list[Any], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        place = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _addresses(pattern.url_patterns, place)
        elif isinstance(pattern, URLPattern):
            yield place


def flows(client: str) -> list[str]:
    """Every address of the flows for browsers or programs."""
    found = (f"/{place}" for place in _addresses(get_resolver().url_patterns))
    return sorted({place for place in found if place.startswith(f"/api/v1/auth/{client}/v1/") and "<" not in place})


def send(visitor: Visitor, method: str, path: str, body: bytes) -> HttpResponse:
    headers = cast(Any, visitor.headers())
    return cast(
        HttpResponse,
        visitor.client.generic(method, path, body, content_type="application/json", headers=headers),
    )


def is_clear(response: HttpResponse) -> bool:
    """An answer that is meant; if an error, then a problem that says what is wrong."""
    if response.status_code >= 500:
        return False
    if response.status_code < 400 or not response.content:
        return True
    return response["Content-Type"] == "application/problem+json" and bool(said(response)["detail"])


def entered(kind: type[Visitor]) -> Visitor:
    person("alice")
    visitor = kind()
    visitor.sign_in("alice")
    visitor.post(f"{visitor.flows}/auth/reauthenticate", {"password": PASSWORD})
    return visitor


@pytest.fixture
def unlimited(settings: Any) -> None:
    """So that each body is looked at."""
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.mark.usefixtures("unlimited", "sign_up_open")
@pytest.mark.parametrize("is_signed_in", [False, True])
@pytest.mark.parametrize(("client", "kind"), [("browser", Browser), ("app", Program)])
def test_no_body_makes_a_flow_fail(client: str, kind: type[Visitor], *, is_signed_in: bool) -> None:
    visitor = entered(kind) if is_signed_in else kind()
    assert len(flows(client)) > 25

    unclear = [
        (method, path, body[:40], answer.status_code)
        for path in flows(client)
        for method in _METHODS
        if not (path.endswith("/session") and method == "DELETE")
        for body in _BODIES
        if not is_clear(answer := send(visitor, method, path, body))
    ]

    assert unclear == []


@pytest.mark.usefixtures("unlimited", "sign_up_open")
@pytest.mark.parametrize("is_signed_in", [False, True])
def test_no_value_of_a_field_makes_a_flow_fail(*, is_signed_in: bool) -> None:
    visitor = entered(Browser) if is_signed_in else Browser()

    unclear = []
    for path in flows("browser"):
        for value in _VALUES:
            answer = visitor.post(path, dict.fromkeys(_FIELDS, value))
            if not is_clear(answer):
                unclear.append((path, value, answer.status_code))

    assert unclear == []


@pytest.mark.parametrize("header", ["X-Session-Token", "X-Password-Reset-Key", "X-Email-Verification-Key"])
@pytest.mark.parametrize("value", ["", "x", "x" * 5000, "\u00fc", "a,b", "mat_x"])
def test_no_header_makes_a_flow_fail(header: str, value: str) -> None:
    program = Program()

    answers = [program.get(path, **{header: value}) for path in flows("app")]

    assert [answer.status_code for answer in answers if not is_clear(answer)] == []
