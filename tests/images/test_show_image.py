"""/img/{kind}/{size}/{name} over HTTP."""

from pathlib import Path

import orjson
import pytest
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from matinee.core.access import EVERYTHING
from matinee.core.settings import Settings
from matinee.images import api
from matinee.images.store import store
from tests.images.conftest import NAME, image, picture
from tests.loopback import LoopbackServer, answer, html

AVIF = "image/avif,image/webp,*/*"


def get(kind: str = "poster", size: str = "w500", name: str = NAME, **headers: str) -> HttpResponseBase:
    request = RequestFactory().get(f"/img/{kind}/{size}/{name}", headers={"Accept": AVIF, **headers})
    request.viewer = EVERYTHING  # type: ignore[attr-defined]
    return api.image(request, kind, size, name)


def body(response: HttpResponseBase) -> bytes:
    return bytes(getattr(response, "content"))  # noqa: B009 - Django's base class does not know it


def test_an_image_may_be_kept_for_good(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(500, 750)))
    for _twice in range(2):
        response = get()
        assert response.status_code == 200
        assert response["Content-Type"] == "image/avif"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        assert response["Vary"] == "Accept"
        assert response["Content-Security-Policy"] == "default-src 'none'"
        assert int(response["Content-Length"]) == len(body(response))


def test_who_has_it_is_told_so(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(500, 750)))
    tag = get()["ETag"]
    response = get(**{"If-None-Match": f'"other", {tag}'})
    assert response.status_code == 304
    assert body(response) == b""
    assert response["ETag"] == tag
    assert get(**{"If-None-Match": '"other"'}).status_code == 200
    assert get(Accept="image/webp")["ETag"] != tag


@pytest.mark.parametrize(
    ("kind", "size", "name", "status", "field"),
    [
        ("poster", "w501", NAME, 400, "size"),
        ("poster", "w500", "..", 400, "name"),
        ("film", "w500", NAME, 404, None),
        ("poster", "w500", "nobody-abc.jpg", 404, None),
    ],
)
def test_a_wrong_address_is_a_problem(kind: str, size: str, name: str, status: int, field: str | None) -> None:
    response = get(kind, size, name)
    problem = orjson.loads(body(response))
    assert response.status_code == problem["status"] == status
    assert response["Content-Type"] == "application/problem+json"
    assert [detail["field"] for detail in problem["details"]] == ([field] if field else [])


def test_an_image_that_the_origin_has_not_is_asked_for_again_after_minutes_only(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", answer(b"", status=404))
    response = get()
    assert response.status_code == 404
    assert response["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize("kind", ["poster", "backdrop", "profile", "still"])
def test_while_the_origin_is_away_something_drawn_stands_in_for_seconds(
    far: LoopbackServer, folder: Path, kind: str
) -> None:
    size = "w185" if kind in {"profile", "still"} else "w780"
    far.on(f"/t/p/{size}/abc.jpg", answer(b"", status=500))
    response = get(kind, size)
    assert response.status_code == 200
    assert response["Content-Type"] == "image/avif"
    assert response["Cache-Control"] == "public, max-age=30"
    assert "ETag" not in response
    assert not list(folder.rglob("*.avif"))


def test_the_image_itself_comes_once_the_origin_is_back(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", html(), html(), image(picture(500, 750)))
    assert get()["Cache-Control"] == "public, max-age=30"
    assert "immutable" in get()["Cache-Control"]


def test_nothing_stands_in_for_a_logo(far: LoopbackServer) -> None:
    far.on("/t/p/w300/abc.jpg", answer(b"not an image", headers={"Content-Type": "image/png"}))
    response = get("logo", "w300")
    assert response.status_code == 502
    assert response["Cache-Control"] == "no-store"


def test_only_reading_is_possible() -> None:
    request = RequestFactory().post(f"/img/poster/w500/{NAME}")
    assert api.image(request, "poster", "w500", NAME).status_code == 405


def test_a_file_evicted_meanwhile_is_made_again(far: LoopbackServer, settings_now: Settings) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(500, 750)))
    get()
    settings_now.image_bytes = 1
    store().evict()
    settings_now.image_bytes = 2**20
    assert get().status_code == 200
    assert len(far.seen) == 2
