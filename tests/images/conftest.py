"""A store of its own for each test, and an origin on loopback."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from matinee.core.http import Service
from matinee.core.settings import Settings
from matinee.images import origins
from tests.loopback import Behaviour, LoopbackServer, answer

NAME = "far-abc.jpg"


@pytest.fixture(autouse=True)
def folder(settings_now: Settings, tmp_path: Path) -> Path:
    """Where image files are kept."""
    settings_now.data_dir = tmp_path
    settings_now.breaker_failures = 3
    return tmp_path / "images"


@pytest.fixture
def far(server: LoopbackServer) -> LoopbackServer:
    """An image server; "far-abc.jpg" at a width of 500 is its /t/p/w500/abc.jpg."""
    service = Service("far", "Faraway", f"{server.url}/t/p", rate=1000)
    pattern = re.compile(r"[a-z]{1,20}\.(?:jpg|png)")
    remote = origins.Remote(service, pattern, lambda _kind, width, name: f"/w{width}/{name}")
    origins.register("far", remote, may_see=lambda _viewer, name: not name.startswith("grown"))
    return server


def picture(width: int, height: int, form: str = "JPEG", mode: str = "RGB") -> bytes:
    """An image file with a gradient, so that it is neither empty nor of one colour."""
    target = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert(mode).save(target, form)
    return target.getvalue()


def image(body: bytes, content_type: str = "image/jpeg") -> Behaviour:
    """Answer with an image."""
    return answer(body, headers={"Content-Type": content_type})
