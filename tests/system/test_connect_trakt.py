"""Connecting Trakt over HTTP while the program runs."""

import pytest

from matinee.accounts.models import AuditEntry
from matinee.core.models import Event, Secret, Setting
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.library.trakt.conftest import trakt  # noqa: F401 - a fixture
from tests.trakt_stand_in import CLIENT_ID, CLIENT_SECRET, TraktStandIn

pytestmark = pytest.mark.django_db

GOOD = {"clientId": CLIENT_ID, "clientSecret": CLIENT_SECRET}


@pytest.fixture
def root(trakt: TraktStandIn) -> Browser:  # noqa: F811 - the fixture
    """Root's browser."""
    person("root")
    return seated("root")


def state(root: Browser) -> tuple[str, str]:
    """Trakt's state on the Connections page, and its message."""
    shown = next(one for one in said(root.get("/connections"))["items"] if one["name"] == "trakt")
    return shown["state"], shown["message"]


def test_at_first_there_is_none_and_the_page_says_where_to_get_one(root: Browser) -> None:
    assert said(root.get("/settings/trakt")) == {"clientId": "", "hasSecret": False}
    assert state(root)[0] == "off"
    assert "trakt.tv" in state(root)[1]
    refused(root.post("/settings/trakt/test", {}), 400, "trakt.tv")


def test_an_app_that_is_given_can_be_tried_used_and_taken_back(root: Browser, trakt: TraktStandIn) -> None:  # noqa: F811
    assert root.post("/settings/trakt/test", {"clientId": CLIENT_ID}).status_code == 204
    assert said(root.send("PUT", "/settings/trakt", GOOD)) == {"clientId": CLIENT_ID, "hasSecret": True}

    assert root.post("/connections/trakt/test").status_code == 204
    assert trakt.requests() == ["/movies/trending"] * 2
    assert state(root) == ("ok", "")

    assert root.send("DELETE", "/settings/trakt").status_code == 204
    assert said(root.get("/settings/trakt")) == {"clientId": "", "hasSecret": False}
    assert not Secret.objects.filter(purpose="trakt").exists()


def test_of_a_wrong_client_id_trakts_refusal_is_told(root: Browser) -> None:
    refused(root.post("/settings/trakt/test", {"clientId": "f" * 64}), 502, "refused the client id")


@pytest.mark.parametrize("field", ["clientId", "clientSecret"])
@pytest.mark.parametrize("value", ["", "short", "with space " * 4, "ключ" * 10, "x" * 201])
def test_what_cannot_be_one_is_refused_by_name(root: Browser, field: str, value: str) -> None:
    response = root.send("PUT", "/settings/trakt", {**GOOD, field: value})

    refused(response, 400)
    assert [one["field"] for one in said(response)["details"]] == [field]
    assert CLIENT_SECRET.encode() not in response.content


def test_the_secret_is_stored_encrypted_and_never_told(root: Browser, capfd: pytest.CaptureFixture[str]) -> None:
    told = [root.send("PUT", "/settings/trakt", GOOD)]
    told += [root.get(path) for path in ("/settings/trakt", "/connections", "/audit")]

    assert all(CLIENT_SECRET.encode() not in response.content for response in told)
    assert CLIENT_SECRET not in "".join(capfd.readouterr())
    stored = [*Setting.objects.values_list("value", flat=True), *Event.objects.values_list("body", flat=True)]
    assert all(CLIENT_SECRET not in str(value) for value in stored)
    assert CLIENT_SECRET not in Secret.objects.get(purpose="trakt").sealed
    assert AuditEntry.objects.filter(action="secret_changed", target="trakt").count() == 1
