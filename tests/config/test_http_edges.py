"""The server, the hall and Django together, asked in unusual ways over real connections."""

import json
import socket
import struct
import threading
from collections.abc import Iterator

import pytest

from tests.config.furnished import Furnish
from tests.config.programs import Program
from tests.waiting import wait_until

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def web(furnish: Furnish) -> Iterator[Program]:
    """One web process for this file."""
    with Program(furnish("edges"), "web", MATINEE_METRICS_TOKEN="sesame") as program:
        yield program


def problem(body: bytes) -> dict[str, object]:
    """The body of an error."""
    shown = json.loads(body)
    assert isinstance(shown, dict)
    assert {"type", "title", "status", "detail", "error", "details", "correlationId"} <= shown.keys()
    return shown


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/api/v1/nothing-here", 404),
        ("GET", "/api/v2/movies", 404),
        ("POST", "/api/v1/about", 405),
        ("DELETE", "/api/v1/movies", 405),
        ("GET", "/health/nothing", 404),
        ("GET", "/metrics", 403),
        ("GET", "/api/v1/movies?page=0", 400),
        ("GET", "/api/v1/movies?q=%ff%fe", 400),
        ("GET", "/api/v1/movies/abc", 400),
        ("GET", "/api/v1/lists/%00", 400),
        ("GET", "/api/v1/movies?" + "a=1&" * 2000, 400),
        ("GET", "/api/v1/movies/999999999", 404),
        ("GET", "/api/v1/docs/other.js", 404),
    ],
)
def test_errors_are_problems_with_the_requests_id(web: Program, method: str, address: str, status: int) -> None:
    answered, headers, body = web.get(address, method)

    assert answered == status
    assert headers["x-request-id"]
    if status >= 400:
        assert headers["content-type"] == "application/problem+json"
        assert problem(body)["correlationId"] == headers["x-request-id"]


def test_a_bad_field_is_named_as_the_caller_named_it(web: Program) -> None:
    _, _, body = web.get("/api/v1/movies?yearFrom=abc&page=0&sort=loudest")
    details = problem(body)["details"]

    assert isinstance(details, list)
    assert {detail["field"] for detail in details} == {"yearFrom", "page", "sort"}


def test_an_allowed_method_is_named(web: Program) -> None:
    assert web.get("/api/v1/about", "POST")[1]["allow"] == "GET"


def test_a_host_that_is_not_ours_is_refused(web: Program) -> None:
    status, _, body = web.get("/api/v1/about", Host="evil.example")

    assert status == 400
    assert "MATINEE_ALLOWED_HOSTS" in str(problem(body)["detail"])


def test_huge_headers_do_no_harm(web: Program) -> None:
    for name in ("Accept-Language", "Accept-Encoding", "If-None-Match", "Cookie", "X-Request-ID", "X-Other"):
        line = f"{name}: {'de,x;q=0.5, ' * 5000}\r\n".encode()
        heard = web.send(b"GET /api/v1/about HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + line + b"\r\n")
        assert heard.startswith((b"HTTP/1.1 200", b"HTTP/1.1 431", b"HTTP/1.1 400")), heard[:200]
    assert web.answers()


def test_bytes_that_are_no_http_do_no_harm(web: Program) -> None:
    for nonsense in (
        b"\x16\x03\x01\x02\x00",
        b"HELLO\r\n\r\n",
        b"GET /\xff\xfe?\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ):
        web.send(nonsense)
    assert web.answers()


def test_a_path_that_is_no_utf8_is_the_visitors_mistake(web: Program) -> None:
    heard = web.send(b"GET /api/v1/%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")

    assert heard.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400"))


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "chunked"])
def test_a_body_over_the_limit_is_refused(web: Program, declared: bool) -> None:
    size = 2 * 2**20
    head = b"POST /api/v1/about HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    if declared:
        heard = web.send(head + b"Content-Length: %d\r\n\r\n" % size)
    else:
        chunk = b"10000\r\n" + bytes(0x10000) + b"\r\n"
        heard = web.send(head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * (size // 0x10000) + b"0\r\n\r\n")
    assert heard.startswith(b"HTTP/1.1 413")


def test_a_visitor_who_leaves_in_the_middle_of_a_body_leaves_nothing_behind(web: Program) -> None:
    for _ in range(5):
        line = socket.create_connection(("127.0.0.1", web.port))
        line.sendall(b"POST /api/v1/about HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.close()
    assert web.answers()
    assert "Traceback" not in web.output


def test_a_visitor_who_does_not_wait_for_the_answer_does_not_spoil_it_for_others(web: Program) -> None:
    answers: list[int] = []
    for number in range(5):
        address = f"/api/v1/movies?page={number + 1}"
        line = socket.create_connection(("127.0.0.1", web.port))
        line.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        others = [threading.Thread(target=lambda where=address: answers.append(web.get(where)[0])) for _ in range(3)]
        for other in others:
            other.start()
        line.close()
        for other in others:
            other.join()
    assert answers == [200] * 15


def test_head_has_the_headers_of_get(web: Program) -> None:
    got, head = web.get("/api/v1/lists"), web.get("/api/v1/lists", "HEAD")

    assert head[0] == 200
    assert head[2] == b""
    assert head[1]["content-length"] == got[1]["content-length"]
    assert head[1]["etag"] == got[1]["etag"]


def test_readiness_tells_that_all_is_well(web: Program) -> None:
    status, _, body = web.get("/health/ready")

    assert (status, json.loads(body)["status"]) == (200, "ready")


def test_metrics_are_for_whoever_has_the_token(web: Program) -> None:
    assert web.get("/metrics", Authorization="Bearer wrong")[0] == 403
    web.get("/api/v1/lists")
    web.get("/api/v1/lists")
    status, _, body = web.get("/metrics", Authorization="Bearer sesame")

    assert status == 200
    for name in ('matinee_hall_answers_total{outcome="hits"}', "matinee_hall_bytes", "matinee_requests_total"):
        assert name in body.decode()


def test_the_page_about_the_api_needs_no_other_host(web: Program) -> None:
    _, headers, page = web.get("/api/v1/docs")

    assert b"http:" not in page
    assert b"https:" not in page
    assert "unsafe-inline" not in headers["content-security-policy"]
    for name in ("swagger-ui.css", "swagger-ui-bundle.js", "swagger-ui-init.js", "favicon.svg"):
        assert f"docs/{name}".encode() in page
        assert web.get(f"/api/v1/docs/{name}")[0] == 200
    status, _, schema = web.get("/api/v1/openapi.json")
    assert (status, json.loads(schema)["info"]["title"]) == (200, "Matinee")


def test_a_request_is_logged_with_its_id(web: Program) -> None:
    web.get("/api/v1/movies?page=77", X_Request_ID="visit-of-alice")

    wait_until(lambda: "visit-of-alice" in web.output)
