"""Whom a request comes from, when proxies say so."""

from pathlib import Path

import pytest

from matinee.config.hall.proxies import Proxies, read_address
from tests.config.conftest import build
from tests.config.visits import in_a_loop, scope

PEER = "192.0.2.7"


def client(trusted: str, forwarded: str) -> str:
    """Who asks, when PEER hands on `forwarded`."""
    asked = scope("/", x_forwarded_for=forwarded)
    found, _ = Proxies(trusted.split()).look_behind(asked, dict(asked["headers"]))
    return str(found["client"][0])


@pytest.mark.parametrize(
    ("trusted", "forwarded", "found"),
    [
        ("", "203.0.113.1", PEER),
        ("10.0.0.0/8", "203.0.113.1", PEER),
        (PEER, "203.0.113.1", "203.0.113.1"),
        (PEER, "198.51.100.9, 203.0.113.1", "203.0.113.1"),
        (PEER, "203.0.113.1, 192.0.2.7", "203.0.113.1"),
        (f"{PEER} 10.0.0.0/8", "6.6.6.6, 203.0.113.1, 10.1.2.3, 10.9.9.9", "203.0.113.1"),
        (f"{PEER} 10.0.0.0/8", "10.1.2.3, 10.9.9.9", "10.1.2.3"),
        (PEER, "203.0.113.1:4711", "203.0.113.1"),
        (PEER, "[2001:db8::1]:4711", "2001:db8::1"),
        (PEER, "2001:DB8:0::1", "2001:db8::1"),
        (f"{PEER} fd00::/8", "2001:db8::1, fd00::5", "2001:db8::1"),
        (PEER, "::ffff:203.0.113.1", "203.0.113.1"),
        (f"{PEER} 10.0.0.1", "203.0.113.1, unknown, 10.0.0.1", "10.0.0.1"),
        (PEER, "unknown", PEER),
        (PEER, "203.0.113.1, ", PEER),
        (PEER, "", PEER),
        (PEER, "x" * 5000, PEER),
        (PEER, "203.0.113.1<script>", PEER),
    ],
)
def test_the_first_from_the_right_that_is_not_trusted_is_the_visitor(trusted: str, forwarded: str, found: str) -> None:
    assert client(trusted, forwarded) == found


def test_several_lines_are_one_list() -> None:
    asked = scope("/", x_forwarded_for=["6.6.6.6", "203.0.113.1"])
    joined = {b"host": b"localhost", b"x-forwarded-for": b"6.6.6.6, 203.0.113.1"}

    assert Proxies([PEER]).look_behind(asked, joined)[0]["client"][0] == "203.0.113.1"


def test_a_peer_that_came_over_ipv6_is_the_same_peer() -> None:
    asked = {**scope("/", x_forwarded_for="203.0.113.1"), "client": (f"::ffff:{PEER}", 1)}

    assert Proxies([PEER]).look_behind(asked, dict(asked["headers"]))[0]["client"][0] == "203.0.113.1"


@pytest.mark.parametrize(("trusted", "scheme", "host"), [([PEER], "https", "films.example"), ([], "http", "localhost")])
def test_scheme_and_host_are_believed_with_the_address(trusted: list[str], scheme: str, host: str) -> None:
    asked = scope("/", x_forwarded_for="203.0.113.1", x_forwarded_proto="https", x_forwarded_host="films.example")
    found, headers = Proxies(trusted).look_behind(asked, dict(asked["headers"]))

    assert found["scheme"] == scheme
    assert headers == dict(found["headers"]) == {b"host": host.encode()}


@pytest.mark.parametrize(
    ("said", "scheme"), [("HTTPS", "https"), ("http, https", "https"), ("ftp", "http"), ("", "http")]
)
def test_only_a_known_scheme_is_believed(said: str, scheme: str) -> None:
    asked = scope("/", x_forwarded_proto=said)

    assert Proxies([PEER]).look_behind(asked, dict(asked["headers"]))[0]["scheme"] == scheme


@pytest.mark.parametrize("text", ["", "unknown", "_hidden", "1.2.3", "01.2.3.4", "1:2", "1.2.3.4 ; x", "٣.1.1.1"])
def test_what_is_no_address_is_none(text: str) -> None:
    assert read_address(text) is None


@in_a_loop
async def test_a_forwarded_host_must_be_ours_too(tmp_path: Path) -> None:
    house = build(tmp_path, proxies=Proxies([PEER]))
    await house.get("/api/v1/a")

    assert (await house.get("/api/v1/a", x_forwarded_host="evil.example")).status == 400
    assert (await house.get("/api/v1/a", host="inner.example", x_forwarded_host="localhost")).status == 200
    assert (await house.get("/api/v1/a", host="evil.example")).status == 400


@in_a_loop
async def test_behind_https_every_answer_asks_to_stay_there(tmp_path: Path) -> None:
    house = build(tmp_path, proxies=Proxies([PEER]))
    for address in ("/api/v1/a", "/api/v1/a", "/", "/img/poster/w342/a"):
        secure = await house.get(address, x_forwarded_proto="https")
        plain = await house.get(address)
        assert secure.headers["strict-transport-security"].startswith("max-age=")
        assert "strict-transport-security" not in plain.headers
