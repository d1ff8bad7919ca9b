"""Pictures that people give: kept as a picture of ours, under a name of ours."""

import io
import os
import time

import pytest
from PIL import Image

from matinee.core.errors import BadInput, NotFound
from matinee.core.settings import Settings, current
from matinee.images import uploads
from matinee.images.addresses import parse


def picture(width: int = 40, height: int = 30, colour: str = "teal", form: str = "PNG") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(target, form)
    return target.getvalue()


def shown(name: str) -> Image.Image:
    address = parse("profile", "w185", name)
    return uploads.Uploaded().picture(address)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_kept_and_shown(form: str) -> None:
    name = uploads.keep(picture(form=form))

    assert shown(name).size == (40, 30)


def test_a_large_one_is_shrunk() -> None:
    assert shown(uploads.keep(picture(3000, 2000))).width <= 1024


def test_what_was_sent_is_not_what_is_kept() -> None:
    sent = picture() + b"<script>alert(1)</script>"
    name = uploads.keep(sent)

    [file] = [path for path in (current().data_dir / "uploads").glob("*/*") if path.name == name.removeprefix("up-")]
    assert b"script" not in file.read_bytes()


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture()[:50], b"\0" * 999]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        uploads.keep(data)

    assert [field.field for field in refused.value.fields] == ["file"]


def test_a_bomb_is_refused_by_its_header() -> None:
    bomb = bytearray(picture())
    bomb[16:24] = (60_000).to_bytes(4) + (60_000).to_bytes(4)

    with pytest.raises(BadInput):
        uploads.keep(bytes(bomb))


@pytest.mark.parametrize("name", ["up-../../secret.key", "../secret.key", "up-" + "0" * 32 + ".webp", ""])
def test_forgetting_touches_nothing_else(name: str, settings_now: Settings) -> None:
    kept = uploads.keep(picture(colour="red"))
    uploads.forget(name)

    assert shown(kept)


def test_a_forgotten_one_is_gone() -> None:
    name = uploads.keep(picture(colour="green"))
    uploads.forget(name)

    with pytest.raises(NotFound):
        shown(name)


def test_what_nobody_shows_goes_after_an_hour() -> None:
    used, fresh, old = (uploads.keep(picture(colour=colour)) for colour in ("blue", "pink", "gold"))
    for path in (current().data_dir / "uploads").glob("*/*"):
        if path.name != fresh.removeprefix("up-"):
            os.utime(path, (time.time() - 7200,) * 2)

    uploads.forget_unused({used})

    assert shown(used)
    assert shown(fresh)
    with pytest.raises(NotFound):
        shown(old)
