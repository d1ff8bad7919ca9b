"""Pages of other origins: those that are listed may ask, nobody else's."""

from pathlib import Path

import pytest

from matinee.config.hall.cors import Cors
from matinee.core.settings import SettingsError, load
from tests.config.conftest import House, build
from tests.config.visits import in_a_loop

OURS, OTHER = "https://app.example", "https://evil.example"


@pytest.fixture
def open_house(tmp_path: Path) -> House:
    """With OURS on its list."""
    return build(tmp_path, cors=Cors([OURS]))


def said(headers: dict[str, str]) -> set[str]:
    """Names of the headers that permit something."""
    return {name for name in headers if name.startswith("access-control-")}


def test_a_listed_origin_may_read_every_answer(open_house: House) -> None:
    @in_a_loop
    async def visits() -> None:
        first, hit = [await open_house.get("/api/v1/a", origin=OURS) for _ in range(2)]
        known = await open_house.get("/api/v1/a", origin=OURS, if_none_match=hit.headers["etag"])
        open_house.kitchen.status = 404
        missing = await open_house.get("/api/v1/b", origin=OURS)
        for answer in (first, hit, known, missing):
            assert answer.headers["access-control-allow-origin"] == OURS
            assert answer.headers["access-control-expose-headers"] == "ETag, Retry-After, X-Request-ID"
            assert (b"vary", b"origin") in answer.messages[0]["headers"]
            assert "access-control-allow-credentials" not in answer.headers
        assert (hit.headers["x-cache"], known.status, missing.status) == ("hit", 304, 404)

    visits()


@pytest.mark.parametrize("origin", [OTHER, "null", "https://app.example.evil.example", "http://app.example", ""])
def test_an_origin_that_is_not_listed_gets_nothing(open_house: House, origin: str) -> None:
    @in_a_loop
    async def visits() -> None:
        for answer in [await open_house.get("/api/v1/a", origin=origin) for _ in range(2)]:
            assert not said(answer.headers)
            assert (b"vary", b"origin") in answer.messages[0]["headers"]
        asked = await open_house.get("/api/v1/a", "OPTIONS", origin=origin, access_control_request_method="POST")
        assert not said(asked.headers)

    visits()


@in_a_loop
async def test_by_default_nothing_is_said(house: House) -> None:
    for _ in range(2):
        answer = await house.get("/api/v1/a", origin=OURS)
        assert not said(answer.headers)
        assert "origin" not in answer.headers["vary"]


def test_a_listed_origin_is_told_what_it_may_send(open_house: House) -> None:
    @in_a_loop
    async def visits() -> None:
        answer = await open_house.get("/api/v1/me", "OPTIONS", origin=OURS, access_control_request_method="PATCH")
        assert (answer.status, answer.body) == (204, b"")
        assert answer.headers["access-control-allow-origin"] == OURS
        assert "PATCH" in answer.headers["access-control-allow-methods"]
        assert "Authorization" in answer.headers["access-control-allow-headers"]
        assert open_house.kitchen.asked == 0

    visits()


def test_pages_and_images_are_not_opened_to_others(open_house: House) -> None:
    @in_a_loop
    async def visits() -> None:
        for address in ("/", "/img/poster/w342/a", "/accounts/google/login/callback/"):
            assert not said((await open_house.get(address, origin=OURS)).headers)

    visits()


@pytest.mark.parametrize("value", ["*", "app.example", "https://app.example/", "https://App.example", "null"])
def test_what_is_no_origin_is_a_mistake_in_the_settings(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("MATINEE_CORS_ORIGINS", f"https://one.example, {value}")
    with pytest.raises(SettingsError, match="MATINEE_CORS_ORIGINS"):
        load()


@pytest.mark.parametrize("value", ["localhost", "10.0.0.1/8", "*", "300.0.0.1"])
def test_what_is_no_network_is_a_mistake_in_the_settings(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("MATINEE_TRUSTED_PROXIES", f"10.0.0.0/8, {value}")
    with pytest.raises(SettingsError, match="MATINEE_TRUSTED_PROXIES"):
        load()
