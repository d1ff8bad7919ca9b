"""How the outside services fare, over HTTP."""

import pytest
from django.test import Client

from matinee.core import connections
from matinee.core.errors import ServiceDown
from matinee.core.http import Service
from matinee.core.settings import Settings
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.archive import Archive
from tests.loopback import LoopbackServer, json

pytestmark = pytest.mark.django_db


@pytest.fixture
def service(server: LoopbackServer, settings_now: Settings) -> Service:
    """What the archive is asked with; two failures open its breaker."""
    settings_now.breaker_failures = 2
    return Service("archive", "The archive", server.url)


@pytest.fixture
def root() -> Browser:
    """Root's browser."""
    person("root")
    return seated("root")


def shown(root: Browser) -> dict[str, object]:
    """The archive's state as an administrator sees it."""
    found = said(root.get("/connections"))["items"]
    assert len(found) == 1
    state: dict[str, object] = found[0]
    return state


def test_what_is_not_set_up_is_off_and_says_how(root: Browser, archive: Archive) -> None:
    archive.key = ""

    state = shown(root)
    assert (state["state"], state["message"]) == ("off", "Ask the archive for a key.")
    assert "key" not in state


def test_a_good_answer_is_ok(root: Browser, archive: Archive, service: Service, server: LoopbackServer) -> None:
    server.on("/films", json([]))
    service.get_json("/films")

    state = shown(root)
    assert (state["state"], state["message"], state["breaker"]) == ("ok", "", "closed")


def test_a_refusal_is_told_until_an_answer_is_good(
    root: Browser, archive: Archive, service: Service, server: LoopbackServer
) -> None:
    service.refused("The archive refused the key (401, code 7)")
    state = shown(root)
    assert (state["state"], state["message"]) == ("refused", "The archive refused the key (401, code 7)")

    server.on("/films", json([]))
    service.get_json("/films")
    assert shown(root)["state"] == "ok"


def test_an_open_breaker_is_down(root: Browser, archive: Archive, service: Service, server: LoopbackServer) -> None:
    server.on("/films", json({}, status=500))
    for _ in range(2):
        with pytest.raises(ServiceDown):
            service.get_json("/films", retries=0)

    state = shown(root)
    assert (state["state"], state["breaker"]) == ("down", "open")
    assert state["message"] == "The archive answered 500"


def test_attributions_of_what_is_in_use_are_told(client: Client, archive: Archive, service: Service) -> None:
    about = client.get("/api/v1/about").json()
    assert (about["connected"], about["attributions"]) == (["archive"], ["Pictures by the archive."])

    archive.key = ""
    assert client.get("/api/v1/about").json()["attributions"] == []


def test_a_name_is_given_once(archive: Archive) -> None:
    with pytest.raises(ValueError, match="two connections are called archive"):
        connections.register(Archive())


def test_a_test_asks_now_and_says_what_is_wrong(root: Browser, archive: Archive) -> None:
    assert root.post("/connections/archive/test").status_code == 204

    archive.goes()
    refused(root.post("/connections/archive/test"), 503, "Mondays")
    archive.key = ""
    refused(root.post("/connections/archive/test"), 400, "Ask the archive for a key")
    refused(root.post("/connections/nowhere/test"), 404)


def test_members_do_not_see_them(archive: Archive) -> None:
    person("alice")
    refused(seated("alice").get("/connections"), 403)
