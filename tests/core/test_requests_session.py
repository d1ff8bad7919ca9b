"""A library's `requests.Session` over our services: it gets its answers, and reaches nothing that it should not."""

import subprocess
import time
from collections.abc import Iterator
from threading import Event
from urllib.parse import parse_qsl

import pytest
import requests

from matinee.core.http import Service, service
from matinee.core.http.for_requests import issuer, session
from matinee.core.settings import Settings
from tests import databases
from tests.loopback import LoopbackServer, answer, dripping, json, redirect

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def other(settings_now: Settings) -> Iterator[LoopbackServer]:
    """Another server, known by another host name."""
    with LoopbackServer() as running:
        settings_now.private_hosts = [*settings_now.private_hosts, f"localhost:{running.port}"]
        yield running


def by_name(server: LoopbackServer) -> str:
    return f"http://localhost:{server.port}"


@pytest.fixture
def talk(server: LoopbackServer) -> requests.Session:
    return session(Service("archive", "The archive", server.url))


def test_it_gets_json_and_status(server: LoopbackServer, talk: requests.Session) -> None:
    server.on("/me", json({"sub": "alice"}))
    server.on("/missing", json({"error": "none"}, status=404))

    found = talk.get(f"{server.url}/me?fields=sub", headers={"Authorization": "Bearer sesame"})
    assert (found.status_code, found.json(), found.headers["Content-Type"]) == (
        200,
        {"sub": "alice"},
        "application/json",
    )
    assert server.seen[0].query == {"fields": "sub"}
    assert server.seen[0].headers["authorization"] == "Bearer sesame"
    assert server.seen[0].headers["user-agent"].startswith("Matinee/")
    with pytest.raises(requests.HTTPError):
        talk.get(f"{server.url}/missing").raise_for_status()


def test_it_posts_a_form_once(server: LoopbackServer, talk: requests.Session) -> None:
    server.on("/token", json({"access_token": "a"}))

    answered = talk.post(f"{server.url}/token", data={"code": "1 2", "client": "é"}, auth=("id", "secret"))
    assert answered.json() == {"access_token": "a"}
    (seen,) = server.seen
    assert seen.method == "POST"
    assert dict(parse_qsl(seen.body.decode())) == {"code": "1 2", "client": "é"}
    assert seen.headers["content-type"] == "application/x-www-form-urlencoded"
    assert seen.headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://localhost:{port}/",
        "http://127.0.0.1.evil.example:{port}/",
        "http://evil@127.0.0.1:{port}/",
        "ftp://127.0.0.1:{port}/",
        "http://[::1]:{port}/",
    ],
)
def test_it_reaches_no_other_host(server: LoopbackServer, talk: requests.Session, address: str) -> None:
    with pytest.raises(requests.RequestException):
        talk.get(address.format(port=server.port))
    assert server.seen == []


def test_a_private_host_must_be_allowed(server: LoopbackServer, talk: requests.Session, settings_now: Settings) -> None:
    settings_now.private_hosts = []

    with pytest.raises(requests.ConnectionError, match="MATINEE_PRIVATE_HOSTS"):
        talk.get(f"{server.url}/me")
    assert server.seen == []


def test_a_redirect_is_followed_inside_the_service_only(
    server: LoopbackServer, other: LoopbackServer, talk: requests.Session
) -> None:
    server.on("/old", redirect("/new"))
    server.on("/new", json({"at": "new"}))
    server.on("/away", redirect(f"{by_name(other)}/steal"))

    assert talk.get(f"{server.url}/old").json() == {"at": "new"}
    with pytest.raises(requests.ConnectionError, match="where it has no business"):
        talk.get(f"{server.url}/away", headers={"Authorization": "Bearer sesame"})
    assert other.seen == []


def test_a_token_is_not_carried_to_another_host_of_the_service(server: LoopbackServer, other: LoopbackServer) -> None:
    server.on("/old", redirect(f"{by_name(other)}/new"))
    other.on("/new", json({}))

    talk = session(Service("archive", "The archive", server.url, hosts=("localhost",)))
    talk.get(f"{server.url}/old", headers={"Authorization": "Bearer sesame"})
    assert "authorization" not in {name.lower() for name in other.seen[0].headers}


def test_what_was_posted_is_not_redirected(server: LoopbackServer, talk: requests.Session) -> None:
    server.on("/token", redirect("/elsewhere", status=307))

    with pytest.raises(requests.ConnectionError, match="redirected what was sent"):
        talk.post(f"{server.url}/token", data={"code": "1"})
    assert len(server.seen) == 1


def test_the_hosts_of_an_issuer_are_those_that_its_discovery_names(
    server: LoopbackServer, other: LoopbackServer
) -> None:
    server.on(
        "/realm/.well-known/openid-configuration",
        json({"issuer": f"{server.url}/realm", "token_endpoint": f"{by_name(other)}/token", "jwks_uri": 7}),
    )
    other.on("/token", json({"id_token": "a"}))
    talk = session(issuer("home", "Home", f"{server.url}/realm"))

    with pytest.raises(requests.exceptions.InvalidURL):
        talk.post(f"{by_name(other)}/token")
    document = talk.get(f"{server.url}/realm/.well-known/openid-configuration").json()
    assert talk.post(document["token_endpoint"], data={"code": "1"}).json() == {"id_token": "a"}


@pytest.mark.parametrize("rubbish", [b"[]", b"no json", b'{"token_endpoint": "http://[broken"}', b"{}"])
def test_a_discovery_document_that_is_none_names_nobody(server: LoopbackServer, rubbish: bytes) -> None:
    server.on("/.well-known/openid-configuration", answer(rubbish))

    talk = session(issuer("rubbish", "Rubbish", server.url))
    assert talk.get(f"{server.url}/.well-known/openid-configuration").content == rubbish


def test_each_call_goes_through_the_service_of_its_host(server: LoopbackServer, other: LoopbackServer) -> None:
    server.on("/a", json(1))
    other.on("/b", json(2))

    talk = session(Service("one", "One", server.url), Service("two", "Two", by_name(other)))
    assert [talk.get(f"{server.url}/a").json(), talk.get(f"{by_name(other)}/b").json()] == [1, 2]


def test_a_provider_that_is_down_is_an_error_of_requests(server: LoopbackServer, talk: requests.Session) -> None:
    server.on("/token", json({}, status=503))

    with pytest.raises(requests.ConnectionError, match="The archive answered 503"):
        talk.post(f"{server.url}/token")


def test_a_whole_call_keeps_to_its_seconds(server: LoopbackServer, talk: requests.Session) -> None:
    done = Event()
    server.on("/slow", dripping(done))

    started = time.monotonic()
    with pytest.raises(requests.ConnectionError, match="did not answer within"):
        talk.get(f"{server.url}/slow", timeout=0.3)
    assert time.monotonic() - started < 5
    done.set()


def test_an_answer_that_is_too_large_is_not_read(server: LoopbackServer, talk: requests.Session) -> None:
    server.on("/huge", answer(b"", headers={"Content-Length": str(service.JSON_BYTES + 1)}))

    with pytest.raises(requests.RequestException, match="answered too much"):
        talk.get(f"{server.url}/huge")


def test_the_environment_names_no_proxy(
    server: LoopbackServer, talk: requests.Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    server.on("/me", json({}))

    assert talk.get(f"{server.url}/me").ok


def test_the_library_is_loaded_by_the_first_session() -> None:
    program = """
import sys, django
from django.conf import settings
settings.configure(INSTALLED_APPS=["matinee.core"])
django.setup()
import matinee.core.http.for_requests
print("requests" in sys.modules)
"""
    ran = subprocess.run(databases.python("-c", program), check=True, capture_output=True, text=True)
    assert ran.stdout == "False\n"
