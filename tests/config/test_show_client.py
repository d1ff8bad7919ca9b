"""The web client's files."""

from pathlib import Path

import pytest

from tests.config.conftest import House, build
from tests.config.visits import in_a_loop

PAGE = b"<!doctype html><title>Matinee</title>"


@pytest.fixture
def built(tmp_path: Path) -> House:
    """A house with a small built client."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_bytes(PAGE)
    (tmp_path / "index.html.br").write_bytes(b"page in brotli")
    (tmp_path / "assets" / "app-1a2b3c.js").write_bytes(b"console.log('hello')")
    (tmp_path / "assets" / "app-1a2b3c.js.zst").write_bytes(b"script in zstd")
    (tmp_path / "favicon.svg").write_bytes(b"<svg/>")
    (tmp_path / "sw.js").write_bytes(b"self.addEventListener('fetch', answer)")
    (tmp_path / "manifest.webmanifest").write_bytes(b"{}")
    return build(tmp_path)


@pytest.mark.parametrize("address", ["/", "/movies/5", "/people/7?tab=crew", "/index.html", "/search?q=a.js"])
def test_every_page_address_shows_the_page(built: House, address: str) -> None:
    @in_a_loop
    async def visits() -> None:
        answer = await built.get(address)
        assert (answer.status, answer.body) == (200, PAGE)
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert answer.headers["cache-control"] == "no-cache"
        again = await built.get(address, if_none_match=answer.headers["etag"])
        assert again.status == 304
        assert again.headers["content-security-policy"] == answer.headers["content-security-policy"]

    visits()


@in_a_loop
async def test_hashed_files_are_kept_for_good_and_come_pressed(built: House) -> None:
    answer = await built.get("/assets/app-1a2b3c.js", accept_encoding="gzip, br, zstd")

    assert answer.body == b"script in zstd"
    assert answer.headers["content-encoding"] == "zstd"
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")


@in_a_loop
async def test_other_files_are_asked_for_each_time(built: House) -> None:
    answer = await built.get("/favicon.svg")

    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["cache-control"] == "no-cache"


@in_a_loop
async def test_the_service_worker_is_asked_for_each_time_and_may_fetch(built: House) -> None:
    answer = await built.get("/sw.js")

    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@in_a_loop
async def test_the_manifest_has_its_own_type(built: House) -> None:
    answer = await built.get("/manifest.webmanifest")

    assert answer.headers["content-type"] == "application/manifest+json"
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("address", ["/assets/app-000000.js", "/assets/../../settings.py", "/assets/app-1a2b3c.js.zst"])
def test_a_missing_file_is_not_the_page(built: House, address: str) -> None:
    @in_a_loop
    async def visits() -> None:
        assert (await built.get(address)).status == 404

    visits()


@in_a_loop
async def test_a_path_out_of_the_folder_leads_nowhere(built: House) -> None:
    assert (await built.get("/../conftest.py")).body == PAGE


@in_a_loop
async def test_pages_can_only_be_read(built: House) -> None:
    answer = await built.get("/", "POST")

    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


@in_a_loop
async def test_head_of_the_page_has_its_length(built: House) -> None:
    answer = await built.get("/", "HEAD")

    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["content-length"] == str(len(PAGE))


@in_a_loop
async def test_without_a_build_a_plain_page_says_so(house: House) -> None:
    answer = await house.get("/")

    assert answer.status == 503
    assert b"make web" in answer.body
    assert b"/api/v1/docs" in answer.body
