"""One's own profile and picture."""

import io
from typing import cast

import orjson
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from PIL import Image

from matinee.accounts.actions import find_user
from matinee.core.settings import current
from tests.accounts.cast import Browser, Program, person, refused, said

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Visitor = Browser | Program


@pytest.fixture(params=[Browser, Program])
def alice(request: pytest.FixtureRequest) -> Visitor:
    person("alice")
    visitor: Visitor = request.param()
    assert visitor.sign_in("alice").status_code == 200
    return visitor


def picture(colour: str = "red", kind: str = "PNG") -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(data, kind)
    return data.getvalue()


def upload(visitor: Visitor, data: bytes, name: str = "me.png", kind: str = "image/png") -> HttpResponse:
    file = SimpleUploadedFile(name, data, kind)
    return cast(HttpResponse, visitor.client.post("/api/v1/me/picture", {"file": file}, headers=visitor.headers()))


def test_a_profile_changes_where_something_is_given(alice: Visitor) -> None:
    alice.send("PATCH", "/me", {"displayName": "Ålice 🎬", "language": "pt-BR", "region": "BR", "theme": "dark"})
    told = said(alice.send("PATCH", "/me", {"preferences": {"rows": [1, {"a": None}]}}))

    assert told["displayName"] == "Ålice 🎬"
    assert (told["language"], told["region"], told["theme"]) == ("pt-BR", "BR", "dark")
    assert said(alice.get("/me"))["preferences"] == {"rows": [1, {"a": None}]}


@pytest.mark.parametrize(
    "wrong",
    [
        {"displayName": "x" * 81},
        {"displayName": "a\0b"},
        {"displayName": None},
        {"displayName": ["x"]},
        {"language": "german"},
        {"language": "DE"},
        {"region": "de"},
        {"theme": "pink"},
        {"preferences": {"x": "y" * 17_000}},
        {"preferences": {"x": "ü" * 16_000}},
        {"preferences": {"x": "a\0b"}},
        {"preferences": []},
        {"role": "administrator"},
        {"email": "eve@example.org"},
        {"isActive": False},
        [],
        "x",
        1,
        None,
    ],
)
def test_a_wrong_profile_is_refused(wrong: object) -> None:
    person("alice")
    alice = Browser()
    alice.sign_in("alice")

    refused(alice.send("PATCH", "/me", wrong), 400)
    assert find_user("alice").display_name == ""


@pytest.mark.parametrize(
    "value", ["NaN", "-Infinity", "1e999", "9" * 400, "[" * 253 + "]" * 253, "[" * 5000 + "]" * 5000]
)
def test_preferences_that_not_everything_can_read_are_refused(value: str) -> None:
    person("alice")
    alice = Browser()
    alice.sign_in("alice")

    told = alice.send("PATCH", "/me", {"preferences": {"x": orjson.Fragment(value)}})

    refused(told, 400)
    assert said(alice.get("/me"))["preferences"] == {}


def test_the_deepest_preferences_are_exported(alice: Visitor) -> None:
    deep: object = -(2**53)
    for _ in range(31):
        deep = [deep]

    said(alice.send("PATCH", "/me", {"preferences": {"x": deep}}))

    assert orjson.loads(alice.get("/me/export").content)["account"]["preferences"] == {"x": deep}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_shown_and_its_file_goes_with_it(alice: Visitor, kind: str) -> None:
    first = said(upload(alice, picture("red", kind)))["picture"]
    assert first
    shown = alice.get(f"/img/profile/w185/{first}")
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")

    second = said(upload(alice, picture("blue", kind)))["picture"]
    assert second != first
    assert said(alice.send("DELETE", "/me/picture"))["picture"] is None
    assert said(alice.get("/me"))["picture"] is None


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a", picture()[:60], b"\0" * 5000]
)
def test_what_is_no_picture_is_refused(alice: Visitor, data: bytes) -> None:
    refused(upload(alice, data), 400)
    assert find_user("alice").picture == ""


def test_no_file_or_another_body_is_refused(alice: Visitor) -> None:
    refused(alice.post("/me/picture", {"file": "x"}), 400)
    refused(alice.post("/me/picture"), 400)


@pytest.mark.django_db(transaction=True)
def test_an_old_picture_leaves_no_file_behind() -> None:
    person("alice")
    alice = Browser()
    alice.sign_in("alice")

    def files() -> set[str]:
        return {file.name for file in current().data_dir.rglob("*") if file.is_file() and "upload" in str(file)}

    before = files()
    upload(alice, picture("green"))
    assert len(files() - before) == 1
    upload(alice, picture("yellow"))
    assert len(files() - before) == 1
    alice.send("DELETE", "/me/picture")
    assert files() == before
