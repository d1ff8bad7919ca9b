"""Images that are ready: sent by the hall to those who see everything, else decided by the application."""

from pathlib import Path

import pytest

from matinee.core.settings import Settings
from matinee.images import addresses
from matinee.images.encoding import JPEG
from matinee.images.store import store
from tests.config.conftest import House
from tests.config.visits import Seen, in_a_loop, receiving, scope

ADDRESS = "/img/poster/w342/starter-1"


@pytest.fixture(autouse=True)
def file(settings_now: Settings, tmp_path: Path) -> Path:
    """The picture at ADDRESS, ready."""
    settings_now.data_dir = tmp_path
    key = addresses.parse("poster", "w342", "starter-1").file_key(JPEG)
    return store().put(key, JPEG.suffix, b"a picture").path


async def look(house: House, **headers: str) -> Seen:
    """Ask for it, through a server that can send files."""
    seen = Seen()

    async def send(message: object) -> None:
        assert isinstance(message, dict)
        seen.messages.append(message)

    asked = {**scope(ADDRESS, **headers), "extensions": {"http.response.pathsend": {}}}
    await house.hall(asked, receiving(), send)
    return seen


def is_file(seen: Seen) -> bool:
    """Whether the hall sent it."""
    return str(seen.messages[1]["type"]) == "http.response.pathsend"


@in_a_loop
async def test_who_sees_everything_gets_the_file_from_the_hall(house: House, file: Path) -> None:
    first, second = await look(house), await look(house)

    assert not is_file(first)
    assert is_file(second)
    assert second.messages[1]["path"] == str(file)
    assert second.headers["vary"] == "Accept, cookie"


@in_a_loop
async def test_for_who_has_a_cap_the_application_decides(house: House) -> None:
    house.kitchen.view = "12"
    house.kitchen.headers = {"Cache-Control": "private, max-age=60"}
    answers = [await look(house, cookie="sessionid=alice") for _ in range(2)]

    assert not any(map(is_file, answers))
    assert answers[0].headers["cache-control"] == "private, max-age=60"


@in_a_loop
async def test_who_may_not_look_gets_no_file(house: House) -> None:
    house.kitchen.view, house.kitchen.status = None, 401
    for _ in range(2):
        assert (await look(house)).status == 401


@in_a_loop
async def test_for_who_sends_a_token_the_application_decides(house: House) -> None:
    await look(house)

    assert not is_file(await look(house, authorization="Bearer x"))
    assert (await look(house, authorization="Bearer x")).headers["cache-control"] == "private, max-age=60"


@in_a_loop
async def test_a_picture_shown_to_somebody_tells_their_view_for_the_catalogue(house: House) -> None:
    await house.get("/api/v1/a")
    await look(house, cookie="sessionid=bob")

    assert (await house.get("/api/v1/a", cookie="sessionid=bob")).headers["x-cache"] == "hit"
