"""Asking another server over real HTTP, and all the ways in which it can go wrong."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate

import pytest

from matinee.core.correlation import correlated
from matinee.core.errors import ServiceDown, ServiceError
from matinee.core.http import Service
from matinee.core.settings import Settings
from tests.loopback import (
    Behaviour,
    LoopbackServer,
    answer,
    cut_off,
    dripping,
    html,
    json,
    redirect,
    reset,
    silent,
)


@pytest.fixture
def service(server: LoopbackServer, settings_now: Settings) -> Service:
    settings_now.breaker_failures = 100  # the breaker has tests of its own
    return Service("archive", "The archive", f"{server.url}/v3", params={"api_key": "sesame"}, rate=1000)


@pytest.fixture
def end() -> Iterator[threading.Event]:
    """Set when the test ends, for behaviours that would go on."""
    event = threading.Event()
    yield event
    event.set()


def test_a_json_answer_comes_with_its_status_and_headers(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/reel", json({"id": 7}, headers={"X-Total": "1"}))
    got = service.get_json("/reel", {"q": "a b&c", "page": 2, "adult": False, "year": None})
    assert (got.status, got.data, got.headers["x-total"]) == (200, {"id": 7}, "1")
    assert server.seen[0].query == {"api_key": "sesame", "q": "a b&c", "page": "2", "adult": "false"}


def test_a_path_cannot_become_another_host_or_a_query(server: LoopbackServer, service: Service) -> None:
    service.get_json("//elsewhere.example/x?api_key=mine#part")
    assert server.seen[0].path == "/v3/elsewhere.example/x%3Fapi_key=mine%23part"


def test_a_4xx_is_returned_for_the_caller_to_judge_at_once(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/none", json({"status_code": 34}, status=404))
    server.on("/v3/page", html(status=403))
    assert (service.get_json("/none").status, service.get_json("/none").data) == (404, {"status_code": 34})
    assert (service.get_json("/page").status, service.get_json("/page").data) == (403, None)
    assert len(server.seen) == 4


@pytest.mark.parametrize(
    ("behaviour", "sentence"),
    [
        (json({}, status=500), "The archive answered 500"),
        (html(status=503), "The archive answered 503"),
        (html(), "The archive answered a web page where JSON was expected"),
        (answer(b"fine"), "The archive answered no JSON"),
        (answer(b""), "The archive answered nothing"),
        (answer(b'{"id": 7', headers={"Content-Type": "application/json"}), "JSON that is broken after 8 bytes"),
        (answer(gzip.compress(b"{}")[:-9], headers={"Content-Encoding": "gzip"}), "gzip that ends too early"),
        (answer(b"{}", headers={"Content-Encoding": "gzip"}), "broken gzip"),
        (answer(b"{}", headers={"Content-Encoding": "br"}), "in the encoding br, which was not asked for"),
        (cut_off(), "The archive could not be reached"),
        (reset(), "The archive could not be reached"),
    ],
)
def test_an_unusable_answer_is_asked_for_again_and_then_said(
    server: LoopbackServer, service: Service, behaviour: Behaviour, sentence: str
) -> None:
    server.on("/v3/reel", behaviour)
    with pytest.raises(ServiceDown, match=sentence):
        service.get_json("/reel", retries=1)
    assert len(server.seen) == 2


@pytest.mark.parametrize("behaviour", [json({}, status=502), reset(), cut_off(), html()])
def test_a_passing_trouble_is_not_noticed(server: LoopbackServer, service: Service, behaviour: Behaviour) -> None:
    server.on("/v3/reel", behaviour, behaviour, json({"id": 7}))
    assert service.get_json("/reel").data == {"id": 7}


def test_gzip_is_unpacked(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/reel", answer(gzip.compress(b'{"id": 7}'), headers={"Content-Encoding": "gzip"}))
    assert service.get_json("/reel").data == {"id": 7}


def test_nobody_listening_is_said(server: LoopbackServer, settings_now: Settings) -> None:
    settings_now.private_hosts = ["127.0.0.1"]
    service = Service("nobody", "Nobody", "http://127.0.0.1:1")
    with pytest.raises(ServiceDown, match="Nobody could not be reached"):
        service.get_json("/", retries=0)


def test_an_unknown_host_is_said() -> None:
    with pytest.raises(
        ServiceDown, match=r"nowhere\.invalid cannot be resolved|nowhere\.invalid could not be resolved"
    ):
        Service("nowhere", "Nowhere", "https://nowhere.invalid").get_json("/", timeout=6, retries=0)


@pytest.mark.parametrize("kind", [silent, dripping])
def test_a_slow_service_costs_no_more_than_the_budget(
    server: LoopbackServer, service: Service, end: threading.Event, kind: Callable[[threading.Event], Behaviour]
) -> None:
    server.on("/v3/reel", kind(end))
    began = time.monotonic()
    with pytest.raises(ServiceDown, match=r"The archive did not answer within 0\.3 s"):
        service.get_json("/reel", timeout=0.3)
    assert time.monotonic() - began < 1.5


def test_retries_stop_at_the_budget(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/reel", json({}, status=500))
    began = time.monotonic()
    with pytest.raises(ServiceDown):
        service.get_json("/reel", timeout=0.5, retries=50)
    assert time.monotonic() - began < 1.5


# --- fewer requests, please ---


def too_many(retry_after: str) -> Behaviour:
    return json({"status_code": 25}, status=429, headers={"Retry-After": retry_after})


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_obeyed_within_the_budget(server: LoopbackServer, service: Service, form: str) -> None:
    wait = "1" if form == "seconds" else formatdate(time.time() + 2, usegmt=True)
    server.on("/v3/reel", too_many(wait), json({"id": 7}))
    began = time.monotonic()
    assert service.get_json("/reel", timeout=10).data == {"id": 7}
    assert time.monotonic() - began >= 0.95


def test_everybody_waits_when_one_was_asked_to(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/reel", too_many("1"), json({"id": 7}))
    with pytest.raises(ServiceDown, match="fewer requests"):
        service.get_json("/reel", timeout=0.5)
    began = time.monotonic()
    service.get_json("/reel", timeout=10)
    assert time.monotonic() - began >= 0.5


def test_a_retry_after_beyond_the_budget_is_handed_to_the_caller_at_once(
    server: LoopbackServer, service: Service
) -> None:
    server.on("/v3/reel", too_many("60"))
    began = time.monotonic()
    with pytest.raises(ServiceDown, match="asks for fewer requests") as caught:
        service.get_json("/reel", timeout=5)
    assert caught.value.retry_after == 60
    assert time.monotonic() - began < 1
    with pytest.raises(ServiceDown, match="too many requests to The archive are waiting"):
        service.get_json("/reel", timeout=5)  # nobody asks before the minute is over
    assert len(server.seen) == 1


@pytest.mark.parametrize("nonsense", ["", "soon", "-5", "1e9", "²"])
def test_an_unreadable_retry_after_is_like_none(server: LoopbackServer, service: Service, nonsense: str) -> None:
    server.on("/v3/reel", json({}, status=503, headers={"Retry-After": nonsense}), json({"id": 7}))
    assert service.get_json("/reel").data == {"id": 7}


def test_requests_keep_to_the_rate(server: LoopbackServer) -> None:
    service = Service("calm", "Calm", server.url, rate=20)
    server.on("/", json({}))
    began = time.monotonic()
    for _ in range(11):
        service.get_json("/")
    assert time.monotonic() - began >= 0.3  # five at once, then six at 20 a second


# --- sizes and types ---


@pytest.mark.parametrize("announced", [True, False])
def test_an_answer_larger_than_allowed_is_not_taken(
    server: LoopbackServer, service: Service, *, announced: bool
) -> None:
    headers = {"Content-Type": "image/png"}
    if not announced:  # the length of the packed body says nothing about the real one
        headers["Content-Encoding"] = "gzip"
    body = b"x" * 5000 if announced else gzip.compress(b"x" * 10_000_000)
    server.on("/v3/a.png", answer(body, headers=headers))
    limit = 4999 if announced else 20_000
    with pytest.raises(ServiceError, match="answered too much") as caught:
        service.get_bytes("/a.png", max_bytes=limit, content_types=frozenset({"image/png"}))
    assert not isinstance(caught.value, ServiceDown)
    assert len(server.seen) == 1


def test_a_file_comes_with_its_bare_type(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/a.png", answer(b"pixels", headers={"Content-Type": "Image/PNG; charset=binary"}))
    got = service.get_bytes("/a.png", max_bytes=6, content_types=frozenset({"image/png", "image/jpeg"}))
    assert (got.status, got.body, got.content_type) == (200, b"pixels", "image/png")
    assert server.seen[0].headers["accept"] == "image/jpeg, image/png"


def test_a_missing_file_is_the_callers_to_judge(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/a.png", html(status=404))
    got = service.get_bytes("/a.png", max_bytes=10, content_types=frozenset({"image/png"}))
    assert (got.status, got.body) == (404, b"")


def test_a_file_of_another_type_is_refused(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/a.png", html())
    with pytest.raises(ServiceDown, match="answered text/html where image/png was expected"):
        service.get_bytes("/a.png", max_bytes=10, content_types=frozenset({"image/png"}), retries=0)


# --- where calls may go ---


def test_a_redirect_on_the_same_host_is_followed(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/old", redirect("/v3/new?page=1", status=301))
    server.on("/v3/new", json({"id": 7}))
    assert service.get_json("/old").data == {"id": 7}


def test_a_redirect_to_a_host_that_was_not_given_is_refused(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/old", redirect("https://elsewhere.example/"))
    with pytest.raises(ServiceDown, match=r"redirected to https://elsewhere\.example, where it has no business"):
        service.get_json("/old")
    assert len(server.seen) == 1


def test_a_redirect_to_another_scheme_is_refused(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/old", redirect("file://127.0.0.1/etc/passwd"))
    with pytest.raises(ServiceDown, match="where it has no business"):
        service.get_json("/old")


def test_a_redirect_to_a_private_address_is_refused(server: LoopbackServer) -> None:
    with LoopbackServer() as inner:
        service = Service("trick", "The trick", server.url, hosts=("localhost",))
        server.on("/old", redirect(f"http://localhost:{inner.port}/secret"))
        with pytest.raises(ServiceDown, match=r"The trick may not be asked: localhost is at .*, which is not a public"):
            service.get_json("/old")
        assert inner.seen == []


def test_endless_redirects_end(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/round", redirect("/v3/round"))
    with pytest.raises(ServiceDown, match="redirected more than 5 times"):
        service.get_json("/round")
    assert len(server.seen) == 6


def test_keys_do_not_travel_to_another_host(server: LoopbackServer, settings_now: Settings) -> None:
    with LoopbackServer() as other:
        settings_now.private_hosts = [*settings_now.private_hosts, "localhost", f"localhost:{other.port}"]
        service = Service("a", "A", server.url, hosts=("localhost",), headers={"authorization": "Bearer sesame"})
        server.on("/", redirect(f"http://localhost:{other.port}/"))
        other.on("/", json({}))
        service.get_json("/", headers={"x-key": "sesame"})
        assert server.seen[0].headers["authorization"] == "Bearer sesame"
        assert server.seen[0].headers["x-key"] == "sesame"
        assert {"authorization", "x-key"}.isdisjoint(name.lower() for name in other.seen[0].headers)


def test_cookies_are_not_kept(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/reel", json({}, headers={"Set-Cookie": "visitor=1; Path=/"}))
    service.get_json("/reel")
    service.get_json("/reel")
    assert "cookie" not in {name.lower() for name in server.seen[1].headers}


def test_our_own_hosts_hear_the_correlation_id(server: LoopbackServer, service: Service) -> None:
    server.on("/v3/reel", json({}))
    with correlated("visit-12345678"):
        service.get_json("/reel")
    assert server.seen[0].headers["x-request-id"] == "visit-12345678"


@pytest.mark.parametrize("years", ["999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_host_that_asks_for_years_of_silence_gets_an_hour(
    server: LoopbackServer, service: Service, years: str
) -> None:
    server.on("/v3/reel", json({}, status=429, headers={"Retry-After": years}))
    with pytest.raises(ServiceDown) as refused:
        service.get_json("/reel")
    assert refused.value.retry_after == 3600
