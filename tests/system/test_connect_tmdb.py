"""Connecting TMDB over HTTP while the program runs: trying a key, giving it, taking it back."""

import threading
from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import timezone
from pydantic import SecretStr
from pytest_django import DjangoCaptureOnCommitCallbacks

from matinee.accounts.models import AuditAction, AuditEntry
from matinee.catalog import providers
from matinee.catalog.models import Season, Title
from matinee.core import secrets
from matinee.core.models import Event, Secret, ServiceStatus, Setting, SweepState
from matinee.core.settings import Settings
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.catalog.lines import hang_up
from tests.tmdb_replay import V3_KEY, V4_TOKEN, TmdbReplay, failures

pytestmark = pytest.mark.django_db

WRONG = "ffffffffffffffffffffffffffffffff"
NO_KEYS = ["", " ", "short", V3_KEY[:-1], V3_KEY + "0", f"{V3_KEY} {V3_KEY}", "eyJhbGciOiJIUzI1NiJ9", "Schlüssel" * 4]


@pytest.fixture
def tmdb(settings_now: Settings) -> Iterator[TmdbReplay]:
    """TMDB's stand-in, to which there is no key yet."""
    with TmdbReplay() as replay:
        settings_now.tmdb_url = replay.url
        settings_now.private_hosts = [replay.host]
        hang_up()
        yield replay
        hang_up()
    for thread in threading.enumerate():
        if thread.name.startswith("status of "):
            thread.join()


@pytest.fixture
def root(tmdb: TmdbReplay) -> Browser:
    """Root's browser."""
    person("root")
    return seated("root")


def give(root: Browser, key: str) -> dict[str, object]:
    """Root gives a key that can be one."""
    response = root.send("PUT", "/settings/tmdb", {"key": key})
    assert response.status_code == 200, response.content
    return said(response)


def state(root: Browser) -> tuple[str, str]:
    """TMDB's state on the Connections page, and its message."""
    shown = next(one for one in said(root.get("/connections"))["items"] if one["name"] == "tmdb")
    return shown["state"], shown["message"]


def test_at_first_there_is_none_and_the_page_says_where_to_get_one(root: Browser) -> None:
    assert said(root.get("/settings/tmdb")) == {"source": "none", "hasKey": False}
    assert state(root)[0] == "off"
    assert "themoviedb.org" in state(root)[1]


@pytest.mark.parametrize("key", [V3_KEY, V4_TOKEN, f"  {V4_TOKEN}\n"])
def test_a_key_is_tried_before_it_is_given(root: Browser, tmdb: TmdbReplay, key: str) -> None:
    assert root.post("/settings/tmdb/test", {"key": key}).status_code == 204

    assert tmdb.paths() == ["/configuration"]
    assert said(root.get("/settings/tmdb"))["source"] == "none"
    assert providers.connected() is None


@pytest.mark.parametrize("key", [V3_KEY, f" {V4_TOKEN}\n"])
def test_a_key_that_is_given_is_used_from_then_on(root: Browser, tmdb: TmdbReplay, key: str) -> None:
    assert give(root, key) == {"source": "here", "hasKey": True}
    assert said(root.get("/settings/tmdb")) == {"source": "here", "hasKey": True}

    assert root.post("/settings/tmdb/test", {}).status_code == 204
    assert tmdb.paths() == ["/configuration"]
    assert state(root) == ("ok", "")
    assert "tmdb" in said(root.get("/about"))["connected"]


@pytest.mark.django_db(transaction=True)
def test_of_a_wrong_key_tmdbs_refusal_is_told_and_its_state_is_nobodys(root: Browser) -> None:
    give(root, V3_KEY)

    refused(root.post("/settings/tmdb/test", {"key": WRONG}), 502, "TMDB refused the key (401, code 7)")

    assert state(root) == ("ok", "")
    assert not ServiceStatus.objects.exists()
    assert root.post("/settings/tmdb/test", {}).status_code == 204


@pytest.mark.django_db(transaction=True)
def test_a_tmdb_that_cannot_be_reached_is_told_as_such(root: Browser, tmdb: TmdbReplay) -> None:
    tmdb.unplug()
    refused(root.post("/settings/tmdb/test", {"key": V3_KEY}), 503, "TMDB could not be reached")
    tmdb.plug_in()
    tmdb.fail(failures.status(500))
    refused(root.post("/settings/tmdb/test", {"key": V3_KEY}), 503, "TMDB answered 500")


def test_without_any_key_there_is_nothing_to_try(root: Browser, tmdb: TmdbReplay) -> None:
    for body in ({}, {"key": None}):
        refused(root.post("/settings/tmdb/test", body), 400, "themoviedb.org")
    assert tmdb.paths() == []


@pytest.mark.parametrize("key", NO_KEYS)
def test_what_cannot_be_a_key_is_refused_by_name_and_tmdb_is_not_asked(
    root: Browser, tmdb: TmdbReplay, key: str
) -> None:
    for response in (
        root.send("PUT", "/settings/tmdb", {"key": key}),
        root.post("/settings/tmdb/test", {"key": key}),
    ):
        refused(response, 400, "32 letters and digits")
        assert [one["field"] for one in said(response)["details"]] == ["key"]
    assert said(root.get("/settings/tmdb"))["source"] == "none"
    assert tmdb.paths() == []


@pytest.mark.parametrize("body", [{}, {"key": None}, {"key": 5}, {"key": "0" * 2001}, {"key": V3_KEY, "kee": "x"}])
def test_a_body_that_is_none_is_refused_without_an_echo(root: Browser, body: dict[str, object]) -> None:
    response = root.send("PUT", "/settings/tmdb", body)
    refused(response, 400)
    assert V3_KEY.encode() not in response.content


@pytest.mark.parametrize("key", [V3_KEY, V4_TOKEN])
def test_it_is_stored_encrypted_and_never_told(root: Browser, key: str, capfd: pytest.CaptureFixture[str]) -> None:
    told = [root.send("PUT", "/settings/tmdb", {"key": key}), root.post("/settings/tmdb/test", {})]
    told += [root.get(path) for path in ("/settings/tmdb", "/connections", "/audit", "/about")]

    assert all(key.encode() not in response.content for response in told)
    assert key not in "".join(capfd.readouterr())
    stored = [*Setting.objects.values_list("value", flat=True), *Event.objects.values_list("body", flat=True)]
    assert all(key not in str(value) for value in stored)
    secret = Secret.objects.get(purpose="tmdb")
    assert key not in secret.sealed
    assert secrets.reveal(secret.id) == key


@pytest.mark.both_databases
def test_another_key_takes_the_place_of_the_one_before(root: Browser, tmdb: TmdbReplay) -> None:
    give(root, WRONG)
    give(root, V3_KEY)

    assert root.post("/settings/tmdb/test", {}).status_code == 204
    assert [secrets.reveal(one.id) for one in Secret.objects.filter(purpose="tmdb")] == [V3_KEY]


@pytest.mark.both_databases
def test_one_that_is_forgotten_is_gone(root: Browser) -> None:
    give(root, V3_KEY)

    assert root.send("DELETE", "/settings/tmdb").status_code == 204
    assert root.send("DELETE", "/settings/tmdb").status_code == 204

    assert said(root.get("/settings/tmdb")) == {"source": "none", "hasKey": False}
    assert not Secret.objects.filter(purpose="tmdb").exists()
    assert state(root)[0] == "off"
    assert said(root.get("/about"))["attributions"] == []


def test_what_the_settings_say_at_start_wins_and_cannot_be_changed_here(
    root: Browser, settings_now: Settings, tmdb: TmdbReplay
) -> None:
    give(root, WRONG)
    settings_now.tmdb_key = SecretStr(V3_KEY)

    assert said(root.get("/settings/tmdb")) == {"source": "environment", "hasKey": True}
    refused(root.send("PUT", "/settings/tmdb", {"key": V4_TOKEN}), 409, "MATINEE_TMDB_KEY")
    refused(root.send("DELETE", "/settings/tmdb"), 409, "MATINEE_TMDB_KEY")
    assert root.post("/settings/tmdb/test", {}).status_code == 204
    assert tmdb.calls[0].query["api_key"] == V3_KEY


def test_it_is_noted_who_did_it_and_not_what_the_key_is(root: Browser) -> None:
    give(root, V3_KEY)
    root.send("DELETE", "/settings/tmdb")
    root.send("DELETE", "/settings/tmdb")

    noted = AuditEntry.objects.filter(target="tmdb").order_by("id")
    assert [(one.action, one.actor, one.after) for one in noted] == [
        (AuditAction.SETTINGS_CHANGED, "root", {"kind": "here"}),
        (AuditAction.SECRET_CHANGED, "root", None),
        (AuditAction.SETTINGS_CHANGED, "root", {"kind": "none"}),
        (AuditAction.SECRET_CHANGED, "root", None),
    ]


@pytest.mark.both_databases
def test_what_waits_for_a_key_is_due_at_once(root: Browser) -> None:
    show = Title.objects.create(kind="tv", name="Les Vampires")
    late = Season.objects.create(title=show, number=1, attempted_at=timezone.now())

    give(root, V3_KEY)

    requested = SweepState.objects.filter(requested=True).values_list("name", flat=True)
    assert set(requested) == {"catalog.lists", "catalog.titles"}
    late.refresh_from_db()
    assert late.attempted_at is None


@pytest.mark.django_db(transaction=True)
def test_the_failures_of_one_key_are_not_those_of_the_next(root: Browser, settings_now: Settings) -> None:
    settings_now.breaker_failures = 1
    give(root, WRONG)
    refused(root.post("/settings/tmdb/test", {}), 502, "refused the key")
    assert state(root)[0] == "refused"

    give(root, V3_KEY)
    assert state(root) == ("ok", "")


@pytest.mark.django_db(transaction=True)
def test_a_service_that_is_left_alone_is_asked_at_once_with_another_key(
    root: Browser, settings_now: Settings, tmdb: TmdbReplay
) -> None:
    settings_now.breaker_failures = 1
    give(root, WRONG)
    with tmdb.failing(failures.status(500)):
        refused(root.post("/settings/tmdb/test", {}), 503)
    refused(root.post("/settings/tmdb/test", {}), 503, "not asked for another")

    give(root, V3_KEY)

    assert root.post("/settings/tmdb/test", {}).status_code == 204
    assert state(root) == ("ok", "")


def test_one_that_cannot_be_opened_is_told_and_another_may_be_given(root: Browser) -> None:
    give(root, V3_KEY)
    Secret.objects.filter(purpose="tmdb").update(sealed="1.000000000000.AAAA")

    assert said(root.get("/settings/tmdb")) == {"source": "here", "hasKey": True}
    assert providers.connected() is None
    assert state(root)[0] == "off"
    assert "cannot be opened" in state(root)[1]
    refused(root.post("/settings/tmdb/test", {}), 400, "cannot be opened")

    give(root, V3_KEY)
    assert root.post("/settings/tmdb/test", {}).status_code == 204


def test_asking_who_can_be_asked_costs_one_look_and_no_more(
    root: Browser, django_assert_num_queries: type, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        give(root, V3_KEY)
    assert providers.connected() is not None

    with django_assert_num_queries(0, connection=connection):
        assert all(providers.connected() is not None for _ in range(100))


def test_members_have_no_business_here(root: Browser) -> None:
    person("alice")
    alice = seated("alice")
    refused(alice.get("/settings/tmdb"), 403)
    refused(alice.send("PUT", "/settings/tmdb", {"key": V3_KEY}), 403)
    refused(alice.send("DELETE", "/settings/tmdb"), 403)
    refused(alice.post("/settings/tmdb/test", {"key": V3_KEY}), 403)
