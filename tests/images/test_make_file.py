"""Fetching an image from its origin, and making the file that is answered."""

import io
import re
import struct
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageOps

from matinee.core.errors import BadInput, MatineeError, NotFound, ServiceDown, ServiceError
from matinee.core.settings import Settings
from matinee.images import origins, store
from matinee.images.actions import make_file
from matinee.images.drawing import Subject
from matinee.images.encoding import NotAnImage
from matinee.images.queries import ReadyFile, ready_file
from tests.images.conftest import NAME, image, picture
from tests.loopback import Behaviour, LoopbackServer, answer, cut_off, html, redirect, silent

AVIF = "image/avif,image/webp,image/*;q=0.8"


def make(kind: str = "poster", size: str = "w500", name: str = NAME, accept: str = AVIF) -> ReadyFile:
    return make_file(kind, size, name, accept)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        (AVIF, "image/avif"),
        ("image/webp,*/*", "image/webp"),
        ("image/avif;q=0,image/webp", "image/webp"),
        ("*/*", "image/jpeg"),
        ("", "image/jpeg"),
        ("text/html", "image/jpeg"),
    ],
)
def test_the_accept_header_chooses_the_format(far: LoopbackServer, accept: str, content_type: str) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(780, 1170)))
    file = make(accept=accept)
    assert file.content_type == content_type
    with Image.open(file.path) as made:
        assert Image.MIME[made.format or ""] == content_type
        assert made.size == (500, 750)


def test_an_image_is_never_enlarged(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(120, 180)))
    with Image.open(make().path) as made:
        assert made.size == (120, 180)


def test_a_picture_lying_on_its_side_is_put_upright_and_loses_its_metadata(far: LoopbackServer) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "A camera's maker"
    target = io.BytesIO()
    Image.new("RGB", (300, 200), "red").save(target, "JPEG", exif=exif)
    far.on("/t/p/w500/abc.jpg", image(target.getvalue()))
    with Image.open(make(accept="*/*").path) as made:
        assert made.size == (200, 300)
        assert not made.getexif()


@pytest.mark.parametrize(
    ("form", "content_type"), [("PNG", "image/png"), ("WEBP", "image/webp"), ("AVIF", "image/avif")]
)
def test_logos_keep_their_transparency(far: LoopbackServer, form: str, content_type: str) -> None:
    target = io.BytesIO()
    Image.new("RGBA", (600, 200), (255, 0, 0, 0)).save(target, form)
    far.on("/t/p/w300/logo.png", image(target.getvalue(), content_type))
    for accept in ("image/webp", "*/*"):
        with Image.open(make("logo", "w300", "far-logo.png", accept).path) as made:
            assert made.convert("RGBA").getchannel("A").getextrema() == (0, 0)


def test_transparency_becomes_black_where_the_format_has_none(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(60, 90, "PNG", "RGBA"), "image/png"))
    assert make(accept="*/*").content_type == "image/jpeg"


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16"])
def test_every_kind_of_png_is_understood(far: LoopbackServer, mode: str) -> None:
    target = io.BytesIO()
    Image.new(mode, (60, 90)).save(target, "PNG")
    far.on("/t/p/w500/abc.jpg", image(target.getvalue(), "image/png"))
    with Image.open(make().path) as made:
        assert made.size == (60, 90)


def test_what_was_made_is_ready_and_not_fetched_again(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(500, 750)))
    assert ready_file("poster", "w500", NAME, AVIF) is None
    made = make()
    assert ready_file("poster", "w500", NAME, AVIF) == made
    assert make() == made
    assert len(far.seen) == 1


def test_fifty_at_once_make_one_fetch(far: LoopbackServer) -> None:
    waiting = threading.Barrier(50)
    far.on("/t/p/w500/abc.jpg", image(picture(500, 750)))

    def visit(_number: int) -> ReadyFile:
        waiting.wait(10)
        return make()

    with ThreadPoolExecutor(50) as visitors:
        made = set(visitors.map(visit, range(50)))
    assert len(made) == 1
    assert len(far.seen) == 1


@pytest.fixture
def finished() -> Iterator[threading.Event]:
    """Set when the test is over, for servers that say nothing until then."""
    over = threading.Event()
    yield over
    over.set()


def test_an_image_the_origin_has_not_is_not_found(far: LoopbackServer) -> None:
    with pytest.raises(NotFound):
        make()


def claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header claims any size."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def with_exif(picture: Image.Image, *entries: tuple[int, int, int]) -> bytes:
    """A JPEG with these EXIF entries: (tag, type of the value, value)."""
    lines = b"".join(struct.pack(">HHII", tag, kind, 1, value) for tag, kind, value in entries)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, len(entries)) + lines + b"\0\0\0\0"
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif)
    return target.getvalue()


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_is_put_upright_even_when_the_rest_of_its_exif_is_nonsense(far: LoopbackServer, turn: int) -> None:
    down = Image.linear_gradient("L")
    lying = Image.merge("RGB", (down, down.rotate(90), Image.new("L", down.size))).resize((400, 200))
    far.on("/t/p/w500/abc.jpg", image(with_exif(lying, (0x0112, 3, turn << 16), (0x0132, 11, 0xBADBAD))))
    lying.getexif()[0x0112] = turn
    upright = ImageOps.exif_transpose(lying)
    with Image.open(make(accept="").path) as made:
        assert made.size == upright.size
        assert max(ImageChops.difference(made, upright).tobytes()) < 12


def test_a_picture_much_wider_than_high_is_shown(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(4000, 2)))
    with Image.open(make().path) as made:
        assert made.width == 500


REFUSED: dict[str, tuple[Behaviour, type[MatineeError]]] = {
    "a web page": (html(), ServiceDown),
    "an SVG": (answer(SVG, headers={"Content-Type": "image/svg+xml"}), ServiceDown),
    "an SVG that calls itself a PNG": (image(SVG, "image/png"), NotAnImage),
    "a GIF that calls itself a JPEG": (image(picture(50, 50, "GIF", "L")), NotAnImage),
    "a TIFF that calls itself a JPEG": (image(picture(50, 50, "TIFF")), NotAnImage),
    "no content type": (answer(picture(50, 50)), ServiceDown),
    "no bytes": (image(b""), NotAnImage),
    "half a JPEG": (image(picture(800, 1200)[:3000]), NotAnImage),
    "half a PNG": (image(picture(800, 1200, "PNG")[:600], "image/png"), NotAnImage),
    "half a WebP": (image(picture(800, 1200, "WEBP")[:600], "image/webp"), NotAnImage),
    "half an AVIF": (image(picture(800, 1200, "AVIF")[:600], "image/avif"), NotAnImage),
    "an AVIF without its picture": (
        image(picture(80, 120, "AVIF").replace(b"iloc", b"free"), "image/avif"),
        NotAnImage,
    ),
    "a bomb of a billion pixels": (image(claims(40_000, 25_000), "image/png"), NotAnImage),
    "a bomb of twenty million pixels": (image(claims(5_000, 4_000), "image/png"), NotAnImage),
    "too many bytes": (image(b"\xff" * (origins.MOST_BYTES + 1)), ServiceError),
    "fewer bytes than announced": (cut_off(), ServiceDown),
    "not allowed": (answer(b"", status=403), ServiceError),
    "broken inside": (answer(b"", status=500), ServiceDown),
    "a redirect to a stranger": (redirect("http://example.org/abc.jpg"), ServiceDown),
    "a redirect to the cloud's metadata": (redirect("http://169.254.169.254/latest/meta-data"), ServiceDown),
    "a redirect to a neighbouring port": (redirect("http://localhost:1/abc.jpg"), ServiceDown),
    "a redirect to a file": (redirect("file:///etc/passwd"), ServiceDown),
    "a redirect to itself for ever": (redirect("/t/p/w500/abc.jpg"), ServiceDown),
}


@pytest.mark.parametrize("case", REFUSED)
def test_whatever_else_the_origin_sends_is_refused_and_nothing_is_kept(
    far: LoopbackServer, folder: Path, settings_now: Settings, case: str
) -> None:
    settings_now.http_visitor_timeout = 5
    behaviour, error = REFUSED[case]
    far.on("/t/p/w500/abc.jpg", behaviour)
    with pytest.raises(error):
        make()
    assert files(folder) == []


def test_a_redirect_within_the_service_is_followed(far: LoopbackServer) -> None:
    far.on("/t/p/w500/abc.jpg", redirect("/elsewhere.jpg"))
    far.on("/elsewhere.jpg", image(picture(500, 750)))
    assert make().path.exists()


def test_an_address_of_our_own_network_is_refused_unless_the_administrator_lists_it(
    far: LoopbackServer, settings_now: Settings
) -> None:
    settings_now.private_hosts = []
    far.on("/t/p/w500/abc.jpg", image(picture(500, 750)))
    with pytest.raises(ServiceDown, match="not a public address"):
        make()
    assert far.seen == []


def test_a_silent_origin_costs_a_visitor_the_visitors_patience_and_no_more(
    far: LoopbackServer, settings_now: Settings, finished: threading.Event
) -> None:
    settings_now.http_visitor_timeout = 0.2
    far.on("/t/p/w500/abc.jpg", silent(finished))
    started = time.monotonic()
    with pytest.raises(ServiceDown):
        make()
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    ("kind", "size", "name", "error"),
    [
        ("portrait", "w500", NAME, NotFound),
        ("poster", "w501", NAME, BadInput),
        ("poster", "original", NAME, BadInput),
        ("poster", "w0500", NAME, BadInput),
        ("logo", "w500", NAME, BadInput),
        ("poster", "w500", "abc.jpg", BadInput),
        ("poster", "w500", "far-../../etc/passwd", BadInput),
        ("poster", "w500", "far-..", BadInput),
        ("poster", "w500", "far-a%2fb.jpg", BadInput),
        ("poster", "w500", "far-abc.jpg\n", BadInput),
        ("poster", "w500", "far-" + "a" * 200, BadInput),
        ("poster", "w500", "far-http://example.org/a.jpg", BadInput),
        ("poster", "w500", "far-ABC.jpg", NotFound),
        ("poster", "w500", "far-abc.gif", NotFound),
        ("poster", "w500", "nobody-abc.jpg", NotFound),
    ],
)
def test_a_wrong_address_is_refused_before_anyone_is_asked(
    far: LoopbackServer, kind: str, size: str, name: str, error: type[MatineeError]
) -> None:
    with pytest.raises(error):
        make(kind, size, name)
    assert ready_file(kind, size, name, AVIF) is None
    assert far.seen == []


def test_a_drawn_image_is_made_from_what_its_origin_says() -> None:
    def subject_of(name: str) -> Subject:
        if name != "poster-7-0a1b":
            raise NotFound(f"nothing is drawn for {name}")
        return Subject("Nosferatu", "movie", year=1922, genres=("horror",))

    origins.register("drawn", origins.Drawn(re.compile(r"[a-z]+-\d+-[0-9a-f]+"), subject_of), may_see=lambda *_: True)
    for kind, size, width, height in (
        ("poster", "w342", 342, 513),
        ("backdrop", "w780", 780, 439),
        ("still", "w300", 300, 169),
        ("profile", "w185", 185, 278),
    ):
        with Image.open(make(kind, size, "drawn-poster-7-0a1b").path) as made:
            assert made.size == (width, height)
    with pytest.raises(NotFound):
        make(name="drawn-poster-8-0a1b")
    with pytest.raises(NotFound):
        make("logo", "w92", "drawn-poster-7-0a1b")


def test_a_disk_that_refuses_is_said(far: LoopbackServer, folder: Path) -> None:
    far.on("/t/p/w500/abc.jpg", image(picture(500, 750)))
    folder.write_text("a file where the folder should be")
    with pytest.raises(store.CannotKeep, match="could not be kept"):
        make()
