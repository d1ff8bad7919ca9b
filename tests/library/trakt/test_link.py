"""Linking an account at Trakt by a code, over HTTP, and ending that."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from matinee.accounts.actions import find_user
from matinee.accounts.actions.people import leave
from matinee.accounts.models import AuditEntry
from matinee.core.models import Event, Secret
from matinee.core.personal import everything_about
from matinee.library import actions
from matinee.library.models import TraktLink
from tests.accounts.cast import Browser, refused, said, seated
from tests.library.trakt.conftest import Side, link_now
from tests.trakt_stand_in import TraktStandIn

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

ADDRESS = "/me/links/trakt"
TOKENS = "trakt link"


def link(browser: Browser) -> dict[str, Any]:
    return said(browser.get(ADDRESS))


def begin(browser: Browser) -> dict[str, Any]:
    response = browser.post(ADDRESS)
    assert response.status_code == 200, response.content
    return said(response)


def poll() -> None:
    """As the worker does once the interval is over."""
    TraktLink.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    actions.ask_for_answers()


def test_who_has_not_linked_sees_that_and_whether_they_could(alice: Browser, trakt: TraktStandIn) -> None:
    assert (link(alice)["status"], link(alice)["isOffered"]) == ("none", False)
    refused(alice.post(ADDRESS), 409, "Ask an administrator")
    refused(alice.post(f"{ADDRESS}/sync"), 409, "not linked")
    refused(alice.send("DELETE", ADDRESS), 404, "not linked")


def test_a_code_is_shown_and_stays_the_same_while_it_is_good(alice: Browser, offered: TraktStandIn) -> None:
    told = begin(alice)

    assert told["status"] == "linking"
    assert (told["userCode"], told["verificationUrl"], told["interval"]) == ("5055CC52", "https://trakt.tv/activate", 5)
    assert begin(alice)["expiresAt"] == told["expiresAt"]
    assert offered.requests().count("/oauth/device/code") == 1
    assert link(seated("bob"))["status"] == "none"


def test_once_they_said_yes_at_trakt_they_are_linked(alice: Browser, offered: TraktStandIn) -> None:
    begin(alice)
    poll()
    assert link(alice)["status"] == "linking"
    offered.device_status = 200
    poll()

    told = link(alice)
    assert (told["status"], told["userCode"], told["error"]) == ("linked", None, None)
    assert Event.objects.filter(name="TraktLinked").count() == 1
    assert AuditEntry.objects.filter(action="service_linked", actor="alice", target="Trakt").count() == 1
    refused(alice.post(ADDRESS), 409, "linked already")


def test_trakt_is_asked_no_sooner_than_it_wants(alice: Browser, offered: TraktStandIn) -> None:
    begin(alice)
    actions.ask_for_answers()
    assert "/oauth/device/token" not in offered.requests()

    poll()
    actions.ask_for_answers()

    assert offered.requests().count("/oauth/device/token") == 1


def test_it_is_asked_less_often_when_it_finds_that_too_often(alice: Browser, offered: TraktStandIn) -> None:
    begin(alice)
    offered.next("/oauth/device/token", status=429)

    poll()

    row = TraktLink.objects.get()
    assert (row.status, row.interval) == ("linking", 10)
    assert row.due_at > timezone.now() + timedelta(seconds=8)


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "does not know the code"), (409, "used already"), (410, "in time"), (418, "said no"), (401, "refuses this")],
)
def test_a_code_that_came_to_nothing_says_why_and_another_can_be_had(
    alice: Browser, offered: TraktStandIn, status: int, words: str
) -> None:
    begin(alice)
    offered.device_status = status
    poll()

    assert link(alice)["status"] == "failed"
    assert words in link(alice)["error"]
    assert not Secret.objects.filter(purpose=TOKENS).exists()
    assert begin(alice)["status"] == "linking"


def test_a_code_that_nobody_typed_in_time_is_not_asked_for_any_more(alice: Browser, offered: TraktStandIn) -> None:
    begin(alice)
    TraktLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    poll()

    assert "in time" in link(alice)["error"]
    assert "/oauth/device/token" not in offered.requests()


def test_neither_tokens_nor_the_devices_code_are_ever_told(
    both: Side, alice: Browser, capfd: pytest.CaptureFixture[str]
) -> None:
    both.sync()
    told = [alice.get(path).content.decode() for path in (ADDRESS, "/me/export")]
    stored = [str(Event.objects.values_list("body", flat=True)), str(list(AuditEntry.objects.values()))]
    stored += [str(everything_about(both.alice.pk)), str(list(TraktLink.objects.values())), "".join(capfd.readouterr())]

    for secret in ("access-1", "refresh-1", "dddddddd"):
        assert not any(secret in text for text in (*told, *stored))
    assert all(secret not in Secret.objects.get(purpose=TOKENS).sealed for secret in ("access", "refresh"))
    assert everything_about(both.alice.pk)["trakt"]["username"] == "alice-at-trakt"  # type: ignore[index]


def test_unlinking_gives_the_token_back_and_keeps_what_both_sides_have(both: Side, alice: Browser) -> None:
    both.account.rates(both.films[0], 9, "2015-03-01T20:00:00.000Z")
    both.sync()

    response = alice.send("DELETE", ADDRESS)

    assert (response.status_code, said(response)) == (200, {"traktWasTold": True})
    assert both.trakt.tokens == ("", "")
    assert link(alice)["status"] == "none"
    assert not Secret.objects.filter(purpose=TOKENS).exists()
    assert said(alice.get("/me/ratings"))["total"] == 1
    assert both.account.ratings
    assert Event.objects.filter(name="TraktUnlinked").count() == 1
    assert AuditEntry.objects.filter(action="service_unlinked", actor="alice").count() == 1


def test_while_trakt_is_away_unlinking_forgets_the_tokens_all_the_same(both: Side, alice: Browser) -> None:
    both.trakt.next("/oauth/revoke", status=503)

    assert said(alice.send("DELETE", ADDRESS)) == {"traktWasTold": False}

    assert not Secret.objects.filter(purpose=TOKENS).exists()
    assert link(alice)["status"] == "none"


def test_linking_anew_is_a_first_sync_that_removes_nothing(both: Side, alice: Browser) -> None:
    both.account.rates(both.films[0], 9, "2015-03-01T20:00:00.000Z")
    both.sync()
    alice.send("DELETE", ADDRESS)
    both.account.unrates(both.films[0])
    link_now(both)

    both.sync()

    assert said(alice.get("/me/ratings"))["total"] == 1
    assert both.account.ratings[both.films[0].trakt][0] == 9


def test_a_sync_can_be_asked_for_and_its_report_is_shown(both: Side, alice: Browser) -> None:
    both.sync()
    both.account.rates(both.films[0], 9, "2015-03-01T20:00:00.000Z")

    assert alice.post(f"{ADDRESS}/sync").status_code == 202
    actions.sync_due()

    told = link(alice)
    assert (told["username"], told["report"]["taken"], told["report"]["sent"]) == ("alice-at-trakt", 1, 0)
    assert told["syncedAt"] is not None


def test_the_tokens_of_who_leaves_are_given_back_and_forgotten(both: Side) -> None:
    leave(find_user("alice"))

    actions.sync_due()

    assert both.trakt.tokens == ("", "")
    assert not TraktLink.objects.exists()
    assert not Secret.objects.filter(purpose=TOKENS).exists()
