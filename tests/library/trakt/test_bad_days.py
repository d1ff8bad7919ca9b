"""Tokens that rotate and are withdrawn, limits, and failures in the middle of a sync."""

import subprocess
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from matinee.core import leases
from matinee.core.models import Event, Lease, Secret
from matinee.library import actions
from matinee.library.actions import Change, Dated
from matinee.library.models import Opinion, TraktLink, Viewing
from tests import databases
from tests.library.trakt.conftest import Side
from tests.loopback import Handler, reset
from tests.waiting import wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

LONG_AGO = "2015-03-01T20:00:00.000Z"
EVENING = datetime(2017, 5, 6, 20, 15, tzinfo=UTC)


def watch_often(side: Side, times: int) -> None:
    dated = [Dated(None, None, EVENING + timedelta(minutes=minute)) for minute in range(times)]
    actions.add_viewings(side.alice.pk, side.title(side.films[0]), dated)


def test_a_pair_of_tokens_is_exchanged_before_it_runs_out_and_the_next_one_kept(both: Side) -> None:
    TraktLink.objects.update(expires_at=timezone.now() + timedelta(minutes=30))

    for _ in range(3):
        link = both.sync()

    assert link.error == ""
    assert both.trakt.requests().count("/oauth/token") == 1
    assert both.trakt.tokens == ("access-2", "refresh-2")
    assert both.trakt.headers("/sync/last_activities")[-1]["authorization"] == "Bearer access-2"
    assert Secret.objects.filter(purpose="trakt link").count() == 1
    assert link.expires_at > timezone.now() + timedelta(hours=23)


def test_an_access_token_that_ended_early_is_exchanged_when_trakt_says_so(both: Side) -> None:
    both.trakt.expire_access()

    assert both.sync().error == ""
    assert both.trakt.tokens == ("access-2", "refresh-2")


def test_two_processes_do_not_exchange_one_pair_twice(both: Side) -> None:
    TraktLink.objects.update(expires_at=timezone.now())
    claim = leases.take(f"trakt:{both.link.pk}", seconds=60)  # the other process is at it
    assert claim is not None

    both.sync()
    assert both.trakt.requests() == []

    claim.release()
    assert both.sync().error == ""
    assert both.trakt.requests().count("/oauth/token") == 1


@pytest.mark.parametrize("asked", ["/sync/history", "/sync/watchlist"])
def test_a_permission_taken_back_halfway_ends_the_sync_with_nothing_half_applied(both: Side, asked: str) -> None:
    both.account.rates(both.films[0], 9, LONG_AGO)
    both.account.plays_film(both.films[0], LONG_AGO)

    def withdraw(handler: Handler) -> None:
        both.trakt.withdraw_permission()
        handler.whole(401, b"", {})

    both.trakt.instead(asked, withdraw)
    link = both.sync()

    assert link.status == "revoked"
    assert "Link your account anew" in link.error
    assert not Opinion.objects.filter(rating__isnull=False).exists()
    assert not Viewing.objects.exists()
    assert not Secret.objects.filter(purpose="trakt link").exists()
    assert Event.objects.filter(name="TraktLinkLost").count() == 1
    both.trakt.forget_requests()
    both.sync()
    assert both.trakt.requests() == []


def test_a_short_retry_after_is_waited_for_and_a_long_one_puts_the_sync_off(both: Side) -> None:
    both.trakt.next("/sync/last_activities", status=429, headers={"Retry-After": "1"})
    assert both.sync().error == ""

    both.trakt.next("/sync/last_activities", status=429, headers={"Retry-After": "900"})
    link = both.sync()

    assert "fewer requests" in link.error
    assert link.due_at > timezone.now() + timedelta(minutes=14)
    assert link.status == "linked"


def test_a_locked_account_is_told_so_and_left_alone_for_a_day(both: Side) -> None:
    both.trakt.next("/sync/last_activities", status=423)

    link = both.sync()

    assert "support@trakt.tv" in link.error
    assert link.due_at > timezone.now() + timedelta(hours=23)


def test_what_went_through_before_a_failure_is_not_sent_again(both: Side) -> None:
    watch_often(both, 150)
    both.trakt.next("/sync/history", status=502, after=2)  # it is read, a hundred are sent

    link = both.sync()
    assert "502" in link.error
    assert len(both.account.plays) == 100

    assert both.sync().error == ""
    assert len(both.account.plays) == 150
    assert len({play["watched_at"] for play in both.account.plays}) == 150


def test_what_trakt_took_without_being_able_to_say_so_is_not_sent_twice(both: Side) -> None:
    watch_often(both, 3)
    both.sync()
    actions.add_viewings(both.alice.pk, both.title(both.films[1]), [Dated(None, None, EVENING)])

    def take_and_hang_up(handler: Handler) -> None:
        both.account.add_plays(both.trakt.bodies("/sync/history")[-1])
        reset()(handler)

    both.trakt.instead("/sync/history", take_and_hang_up, after=1)
    assert both.sync().error
    assert len(both.account.plays) == 4

    assert both.sync().error == ""
    assert len(both.account.plays) == 4


def test_a_listing_that_changes_while_it_is_read_is_not_believed(both: Side) -> None:
    both.trakt.per_page = 5
    for minute in range(10):
        both.account.plays_film(both.films[0], f"2015-03-01T20:{minute:02}:00.000Z")
    both.sync()
    both.account.plays_film(both.films[1], LONG_AGO)
    pages = iter(range(9))

    def shrink(handler: Handler) -> None:
        if next(pages) == 0:
            both.trakt.as_ever(handler)
            both.account.removes_play(both.account.plays[0]["id"])

    both.trakt.instead("/sync/history", shrink)
    link = both.sync()

    assert "changed while" in link.error
    assert Viewing.objects.count() == 10


def test_the_number_of_statements_does_not_grow_with_what_both_sides_have(both: Side) -> None:
    watch_often(both, 5)
    both.sync()
    both.sync()
    few = statements(both)
    watch_often(both, 60)
    both.sync()
    both.sync()

    assert statements(both) <= few


def statements(side: Side) -> int:
    """Of a sync that reads everything and finds nothing new."""
    TraktLink.objects.update(compared_at=None)
    side.sync()
    TraktLink.objects.update(compared_at=None)
    connection.force_debug_cursor = True
    try:
        before = len(connection.queries_log)
        side.sync()
        return len(connection.queries_log) - before
    finally:
        connection.force_debug_cursor = False


_ONE_SYNC = """
import django
django.setup()
from matinee.config import wiring
wiring.wire()
from matinee.library import actions
actions.sync_due()
"""


def test_after_kill_9_in_the_middle_the_next_sync_goes_on_and_doubles_nothing(both: Side) -> None:
    watch_often(both, 150)
    actions.change_opinion(both.alice.pk, both.title(both.films[1]).pk, Change(rating=14))
    TraktLink.objects.update(due_at="2020-01-01T00:00:00Z")
    running: list[subprocess.Popen[bytes]] = []

    def take_and_kill(handler: Handler) -> None:
        both.account.add_plays(both.trakt.bodies("/sync/history")[-1])
        running[0].kill()
        handler.close_connection = True

    both.trakt.instead("/sync/history", take_and_kill, after=2)
    settings = {
        "DJANGO_SETTINGS_MODULE": "matinee.config.settings",
        "MATINEE_TRAKT_URL": both.trakt.url,
        "MATINEE_TRAKT_RATE": "1000",
        "MATINEE_PRIVATE_HOSTS": both.trakt.host,
    }
    running.append(subprocess.Popen(databases.python("-c", _ONE_SYNC), env=databases.environment(**settings)))
    wait_until(lambda: running[0].poll() is not None, seconds=120)
    assert running[0].returncode == -9
    assert len(both.account.plays) == 150

    Lease.objects.filter(name__startswith="trakt:").update(until=timezone.now())  # a minute later
    assert both.sync().error == ""

    assert len(both.account.plays) == 150
    assert both.account.ratings[both.films[1].trakt][0] == 7
