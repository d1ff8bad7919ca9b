"""How a ready answer leaves the hall: encodings, 304, HEAD, and what every answer carries."""

import gzip

import brotli  # type: ignore[import-untyped]
import pytest
import zstandard

from matinee.config.hall.encodings import wanted
from tests.config.conftest import House
from tests.config.visits import in_a_loop

LONG = b'{"overview": "A thief in Bagdad finds a lamp."}' * 100


@pytest.mark.parametrize(
    ("accept", "best"),
    [
        ("", "identity"),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "br"),
        ("br;q=0.5, gzip", "gzip"),
        ("zstd;q=0, br;q=0, gzip", "gzip"),
        ("gzip;q=0", "identity"),
        ("*", "zstd"),
        ("*;q=0.5, gzip;q=0.1", "zstd"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip;q=0.5", "gzip"),
        ("*;q=0, identity", "identity"),
        ("GZIP", "gzip"),
        ("x-gzip", "gzip"),
        ("br ; q = 0.9 , gzip ; q=1.0", "gzip"),
        ("gzip;q=nonsense", "identity"),
        ("deflate, compress", "identity"),
        (",,;q=1,", "identity"),
    ],
)
def test_the_encoding_that_the_client_likes_best_is_chosen(accept: str, best: str) -> None:
    assert wanted(accept.encode())[0] == best.encode()


def test_identity_is_not_offered_when_refused() -> None:
    assert wanted(b"*;q=0") == ()
    assert b"identity" not in wanted(b"gzip, identity;q=0")


def test_a_huge_header_is_read_without_being_remembered() -> None:
    assert wanted(b"br;q=0.1, " * 5000 + b"gzip")[0] == b"gzip"


@pytest.mark.parametrize(
    ("accept", "unpack"),
    [("gzip", gzip.decompress), ("br", brotli.decompress), ("zstd", zstandard.ZstdDecompressor().decompress)],
)
def test_each_encoding_holds_the_same_bytes(house: House, accept: str, unpack: object) -> None:
    @in_a_loop
    async def visits() -> None:
        house.kitchen.body = LONG
        for _ in range(2):
            answer = await house.get("/api/v1/a", accept_encoding=accept)
            assert answer.headers["content-encoding"] == accept
            assert int(answer.headers["content-length"]) == len(answer.body) < len(LONG)
            assert callable(unpack)
            assert unpack(answer.body) == LONG
            assert "accept-encoding" in answer.headers["vary"]
        assert house.kitchen.asked == 1

    visits()


@in_a_loop
async def test_a_short_answer_is_not_encoded(house: House) -> None:
    answer = await house.get("/api/v1/a", accept_encoding="gzip, identity;q=0")

    assert "content-encoding" not in answer.headers
    assert answer.body == house.kitchen.body


@pytest.mark.parametrize("form", ["{etag}", '"other", {etag}', "*", "{strong}", ' {etag} , "x"'])
def test_who_has_it_already_gets_a_304(house: House, form: str) -> None:
    @in_a_loop
    async def visits() -> None:
        etag = (await house.get("/api/v1/a")).headers["etag"]
        answer = await house.get("/api/v1/a", if_none_match=form.format(etag=etag, strong=etag.removeprefix("W/")))

        assert answer.status == 304
        assert answer.body == b""
        assert answer.headers["etag"] == etag
        assert answer.headers["cache-control"] == "public, max-age=60"
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
        assert "content-length" not in answer.headers
        assert "content-type" not in answer.headers

    visits()


@pytest.mark.parametrize("form", ['"other"', "nonsense", '"', '"{bare}x"', ""])
def test_who_has_another_gets_the_whole(house: House, form: str) -> None:
    @in_a_loop
    async def visits() -> None:
        etag = (await house.get("/api/v1/a")).headers["etag"]
        bare = etag.removeprefix('W/"').removesuffix('"')
        answer = await house.get("/api/v1/a", if_none_match=form.format(bare=bare))
        assert answer.status == 200

    visits()


@in_a_loop
async def test_a_first_visit_with_an_etag_may_end_in_a_304_and_still_fills(house: House) -> None:
    etag = (await house.get("/api/v1/a")).headers["etag"]
    house.clock.pass_seconds(100)

    assert (await house.get("/api/v1/a", if_none_match=etag)).status == 304
    assert b"if-none-match" not in dict(house.kitchen.scopes[-1]["headers"])
    assert (await house.get("/api/v1/a")).body == house.kitchen.body


@pytest.mark.parametrize("control", ["public, max-age=60", "private"])
def test_head_is_get_without_the_body(house: House, control: str) -> None:
    @in_a_loop
    async def visits() -> None:
        house.kitchen.headers = {"Cache-Control": control, "Content-Length": str(len(house.kitchen.body))}
        for _ in range(2):
            answer = await house.get("/api/v1/a", "HEAD")
            assert (answer.status, answer.body) == (200, b"")
            assert answer.headers["content-length"] == str(len(house.kitchen.body))
        assert {scope["method"] for scope in house.kitchen.scopes} == {"GET"}

    visits()


@in_a_loop
async def test_every_answer_is_safe_to_show_and_has_an_id(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "private"}
    private = await house.get("/api/v1/me")
    house.kitchen.headers = {"Cache-Control": "public, max-age=60"}
    page = await house.get("/")
    answers = [private, page, *[await house.get("/api/v1/a") for _ in range(2)], await house.get("/a", "POST")]

    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert f"default-src '{'self' if answer is page else 'none'}'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-inline" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
    for name in ("referrer-policy", "permissions-policy", "cross-origin-opener-policy"):
        assert name in page.headers
    assert len({answer.headers["x-request-id"] for answer in answers}) == len(answers)


@pytest.mark.parametrize(
    ("given", "taken"), [("visit-12345", True), ("short", False), ("bad id\twith spaces", False), ("x" * 5000, False)]
)
def test_a_sane_request_id_is_taken_over(house: House, given: str, taken: bool) -> None:
    @in_a_loop
    async def visits() -> None:
        for _ in range(2):
            answer = await house.get("/api/v1/a", x_request_id=given)
            assert (answer.headers["x-request-id"] == given) is taken

    visits()


@in_a_loop
async def test_an_answers_own_policy_is_not_said_twice(house: House) -> None:
    house.kitchen.headers = {"Content-Security-Policy": "default-src 'none'"}
    answer = await house.get("/img/poster/w342/starter-1")
    names = [name.lower() for name, _ in answer.messages[0]["headers"]]

    assert names.count(b"content-security-policy") == 1
    assert answer.headers["content-security-policy"] == "default-src 'none'"


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "a" * 5000, "[", "localhost\n"])
def test_a_strange_host_is_refused_even_when_the_answer_is_ready(house: House, host: str) -> None:
    @in_a_loop
    async def visits() -> None:
        await house.get("/api/v1/a")
        for address in ("/api/v1/a", "/", "/img/a"):
            answer = await house.get(address, host=host)
            assert answer.status == 400
            assert answer.headers["content-type"] == "application/problem+json"
        assert house.kitchen.asked == 1

    visits()


@pytest.mark.parametrize("host", ["localhost", "localhost:8484", "127.0.0.1:1", "[::1]:8484", "LOCALHOST"])
def test_our_own_hosts_are_welcome(house: House, host: str) -> None:
    @in_a_loop
    async def visits() -> None:
        assert (await house.get("/api/v1/a", host=host)).status == 200

    visits()


@in_a_loop
async def test_health_is_told_to_any_host(house: House) -> None:
    assert (await house.get("/health/live", host="10.0.0.7")).status == 200


@in_a_loop
async def test_an_unexpected_error_tells_its_id_and_nothing_else(house: House) -> None:
    house.kitchen.error = RuntimeError("secret inside")
    answer = await house.get("/api/v1/a")

    assert answer.status == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-request-id"].encode() in answer.body
    assert b"secret" not in answer.body
