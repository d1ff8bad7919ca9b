"""The protection in front of Django, over real connections to two web processes behind a proxy on loopback."""

import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.config.furnished import Furnish
from tests.config.programs import Program

pytestmark = pytest.mark.e2e

ORIGIN = "https://app.example"
UNCACHED = "/api/v1/nothing-here"


@pytest.fixture(scope="module")
def web(furnish: Furnish) -> Iterator[Program]:
    """Whose tests each come from an address of their own, by X-Forwarded-For."""
    with Program(
        furnish("protect"),
        "web",
        MATINEE_WEB_PROCESSES="2",
        MATINEE_TRUSTED_PROXIES="127.0.0.1",
        MATINEE_CORS_ORIGINS=ORIGIN,
        MATINEE_RATE_LIMIT="30",
        MATINEE_BODY_TIMEOUT="0.5",
    ) as program:
        yield program


def test_two_processes_count_one_visitors_requests_together(web: Program) -> None:
    statuses: list[int] = []

    def ask() -> None:
        statuses.extend(web.get(UNCACHED, X_Forwarded_For="6.6.6.6, 203.0.113.1")[0] for _ in range(15))

    askers = [threading.Thread(target=ask) for _ in range(4)]
    began = time.monotonic()
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    seconds = time.monotonic() - began
    counts = Counter(statuses)

    assert counts.keys() == {404, 429}
    assert 30 <= counts[404] <= 31 + seconds / 2  # one more each two seconds
    assert web.get(UNCACHED, X_Forwarded_For="203.0.113.1, 203.0.113.2")[0] == 404
    status, headers, body = web.get(UNCACHED, X_Forwarded_For="203.0.113.1")
    if status == 429:
        assert int(headers["retry-after"]) > 0
        assert json.loads(body)["title"] == "Too many requests"


def test_a_body_that_does_not_come_ends_the_connection(web: Program) -> None:
    with socket.create_connection(("127.0.0.1", web.port), timeout=20) as line:
        line.sendall(
            b"POST /api/v1/about HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.3\r\n"
            b"Content-Length: 1000\r\n\r\nhalf"
        )
        heard = b""
        while chunk := line.recv(65536):  # until the other side closes
            heard += chunk
    assert heard.startswith(b"HTTP/1.1 408")
    assert b"application/problem+json" in heard


def test_a_body_for_signing_in_is_small(web: Program) -> None:
    head = b"POST /api/v1/auth/browser/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.4\r\n"

    assert web.send(head + b"Content-Length: 65537\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 413")


def test_https_in_front_is_known_by_the_proxys_word(web: Program) -> None:
    for address in ("/", "/api/v1/about", "/health/live"):
        secure = web.get(address, X_Forwarded_For="203.0.113.5", X_Forwarded_Proto="https")[1]
        plain = web.get(address, X_Forwarded_For="203.0.113.5")[1]
        assert "strict-transport-security" in secure
        assert "strict-transport-security" not in plain


def test_a_forwarded_host_is_checked(web: Program) -> None:
    assert web.get(UNCACHED, X_Forwarded_For="203.0.113.6", X_Forwarded_Host="evil.example")[0] == 400
    assert web.get("/api/v1/about", X_Forwarded_For="203.0.113.6", X_Forwarded_Host="localhost")[0] == 200


def test_a_listed_origin_is_answered(web: Program) -> None:
    status, headers, body = web.get(
        "/api/v1/me", "OPTIONS", X_Forwarded_For="203.0.113.7", Origin=ORIGIN, Access_Control_Request_Method="PATCH"
    )
    assert (status, body) == (204, b"")
    assert headers["access-control-allow-origin"] == ORIGIN

    refused = web.get(UNCACHED, X_Forwarded_For="203.0.113.7", Origin=ORIGIN)
    assert (refused[0], refused[1]["access-control-allow-origin"]) == (404, ORIGIN)
    assert (
        "access-control-allow-origin"
        not in web.get(UNCACHED, X_Forwarded_For="203.0.113.7", Origin="https://evil.example")[1]
    )


def test_answers_of_the_api_that_say_nothing_are_not_stored(web: Program) -> None:
    assert web.get(UNCACHED, X_Forwarded_For="203.0.113.8")[1]["cache-control"] == "no-store"
