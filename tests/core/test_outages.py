"""A connection is lost, and back: told once each, whatever the breakers of all the processes do meanwhile."""

from datetime import timedelta

import pytest
from django.utils import timezone

from matinee.core import events, models
from matinee.core.errors import ServiceDown, ServiceRefused
from matinee.core.http import Service
from matinee.core.outages.events import ConnectionBack, ConnectionLost
from matinee.core.outages.telling import tell_outages
from matinee.core.settings import Settings
from tests.archive import Archive
from tests.loopback import LoopbackServer, html, json
from tests.waiting import wait_until

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def tail() -> events.Tail:
    return events.Tail()


LOST, BACK = ConnectionLost("archive"), ConnectionBack("archive")


def an_hour_passes() -> None:
    told_at = timezone.now() - timedelta(hours=1)
    models.ServiceStatus.objects.update(lost_told_at=told_at)


def test_nothing_is_told_or_asked_while_all_is_well(archive: Archive, tail: events.Tail) -> None:
    archive.last_word("closed")

    assert tell_outages().idle
    assert archive.asked == 0
    assert tail.poll() == []


def test_an_outage_and_its_end_are_told_once_each(archive: Archive, tail: events.Tail) -> None:
    archive.goes()
    assert tell_outages().done == 1
    assert tell_outages().idle
    assert tail.poll() == [LOST]

    archive.comes()
    assert tell_outages().done == 1
    assert tell_outages().idle
    assert tail.poll() == [BACK]


def test_what_came_back_before_anybody_was_told_is_no_outage(archive: Archive, tail: events.Tail) -> None:
    archive.last_word("open")

    tell_outages()

    assert tail.poll() == []
    assert archive.state() == "closed"


def test_what_nobody_calls_any_more_is_found_to_be_back(archive: Archive, tail: events.Tail) -> None:
    archive.goes()
    tell_outages()
    archive.trouble = None

    tell_outages()

    assert tail.poll() == [LOST, BACK]
    assert archive.state() == "closed"


def test_a_refusal_is_no_outage(archive: Archive, tail: events.Tail) -> None:
    archive.goes()
    tell_outages()
    archive.trouble = ServiceRefused("archive", "The archive refused the key")

    tell_outages()

    assert tail.poll() == [LOST, BACK]
    status = models.ServiceStatus.objects.get()
    assert (status.state, status.problem) == ("closed", "The archive refused the key")


def test_one_that_comes_and_goes_is_told_of_once_an_hour(archive: Archive, tail: events.Tail) -> None:
    for _ in range(5):
        archive.goes()
        tell_outages()
        archive.comes()
        tell_outages()
    assert tail.poll() == [LOST, BACK]

    archive.goes()
    assert tell_outages().idle
    an_hour_passes()
    tell_outages()
    assert tail.poll() == [LOST]


def test_what_is_not_set_up_is_not_asked(archive: Archive, tail: events.Tail) -> None:
    archive.goes()
    archive.key = ""

    assert tell_outages().idle
    assert archive.asked == 0
    assert tail.poll() == []


def test_what_a_call_has_seen_meanwhile_stands(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.goes()
    archive.trouble = None

    def well_at_first() -> None:
        archive.last_word("open")

    monkeypatch.setattr(archive, "test", well_at_first)
    tell_outages()

    assert archive.state() == "open"


@pytest.mark.django_db(transaction=True)
def test_a_server_that_fails_and_recovers_is_told_of(
    server: LoopbackServer,
    settings_now: Settings,
    archive: Archive,
    tail: events.Tail,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings_now.breaker_failures = 2
    now = [0.0]
    service = Service("archive", "The archive", server.url, rate=1000, clock=lambda: now[0])
    monkeypatch.setattr(archive, "test", lambda: service.get_json("/reel", retries=0))
    server.on("/reel", html(status=502))
    for _ in range(2):
        with pytest.raises(ServiceDown):
            archive.test()
    wait_until(lambda: models.ServiceStatus.objects.filter(name="archive", state="open").exists())
    tell_outages()
    assert tail.poll() == [LOST]

    server.on("/reel", json({}))
    now[0] = settings_now.breaker_pause
    tell_outages()
    assert tail.poll() == [BACK]
    wait_until(lambda: archive.state() == "closed")
