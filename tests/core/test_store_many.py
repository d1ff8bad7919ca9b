"""Storing many rows with one statement."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DataError, connection
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from matinee.core.models import Event, ParkedEvent, SweepRun
from matinee.core.storing import add_all, add_missing, add_values, store_all

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

_WHEN = datetime(2024, 2, 29, 23, 59, 59, 123456, tzinfo=UTC)
_BODY = {"name": 'The "Lion" \\ 狮子 🎬\n', "numbers": [1, -2.5, None, True], "deeper": {"": []}}


def _events(count: int) -> list[Event]:
    return [Event(name=f"Reel{number}", body={"number": number}) for number in range(count)]


def test_new_rows_are_found_again_as_they_were_given() -> None:
    row = Event(name="O'Brien's 狮子", body=_BODY, correlation_id="a\tb", created_at=_WHEN)
    add_all([row])
    stored = Event.objects.get()
    assert (stored.pk, stored.name, stored.body) == (row.pk, "O'Brien's 狮子", _BODY)
    assert (stored.correlation_id, stored.created_at) == ("a\tb", _WHEN)


def test_new_rows_get_their_keys_in_their_order() -> None:
    rows = _events(1500)
    add_all(rows)
    assert [row.pk for row in rows] == sorted(row.pk for row in rows)
    assert dict(Event.objects.values_list("pk", "name")) == {row.pk: row.name for row in rows}


def test_a_new_row_can_be_saved_and_deleted_like_any_other() -> None:
    rows = _events(2)
    add_all(rows)
    rows[0].name = "ReelShown"
    rows[0].save()
    rows[1].delete()
    assert list(Event.objects.values_list("name", flat=True)) == ["ReelShown"]


def test_however_many_rows_are_stored_with_one_statement(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        add_all(_events(2000))
    with django_assert_num_queries(0):
        add_all([])


def test_values_are_stored_as_rows_in_their_order() -> None:
    names = ("name", "body", "correlation_id", "created_at")
    add_values(Event, names, [(f"Reel{number}", _BODY, "", _WHEN) for number in range(20)])
    rows = list(Event.objects.order_by("id"))
    assert [row.name for row in rows] == [f"Reel{number}" for number in range(20)]
    assert {row.created_at for row in rows} == {_WHEN}
    assert all(row.body == _BODY for row in rows)


def test_what_is_missing_is_added_and_what_is_there_stays() -> None:
    happened = _events(3)
    add_all(happened)
    now = timezone.now()
    there = ParkedEvent.objects.create(
        subscriber="bell", event=happened[1], attempts=8, error="It burnt", parked_at=now - timedelta(days=1)
    )
    new = ParkedEvent(subscriber="bell", attempts=1, error="", parked_at=now)
    add_missing(new, "event_id", [row.pk for row in happened])
    rows = {row.event_id: row for row in ParkedEvent.objects.all()}
    assert set(rows) == {row.pk for row in happened}
    assert (rows[happened[1].pk].error, rows[happened[1].pk].parked_at) == ("It burnt", there.parked_at)
    assert {(one.attempts, one.error, one.parked_at) for one in rows.values() if one.pk != there.pk} == {(1, "", now)}


def test_a_truth_value_is_a_number_where_one_is_kept() -> None:
    add_all([SweepRun(name="reels", started_at=_WHEN, done=True, idle=True, correlation_id="")])
    stored = SweepRun.objects.get()
    assert (stored.done, stored.idle, stored.finished_at, stored.passes) == (1, True, None, 1)


def test_nothing_is_added_for_no_values() -> None:
    add_missing(ParkedEvent(subscriber="bell", attempts=1, error="", parked_at=timezone.now()), "event_id", [])
    assert not ParkedEvent.objects.exists()


def test_fields_of_many_rows_are_changed_and_the_others_stay() -> None:
    rows = _events(3)
    add_all(rows)
    for row in rows[:2]:
        row.name, row.body, row.created_at = "ReelShown", _BODY, _WHEN
    store_all(rows[:2], ("body", "created_at"))
    stored = list(Event.objects.order_by("id"))
    assert [row.name for row in stored] == ["Reel0", "Reel1", "Reel2"]
    assert [row.body for row in stored] == [_BODY, _BODY, {"number": 2}]
    assert [row.created_at == _WHEN for row in stored] == [True, True, False]


def test_a_text_that_is_too_long_is_refused_and_not_cut_off() -> None:
    if connection.vendor == "sqlite":  # which keeps texts of any length
        add_all([Event(name="x" * 65, body={})])
        assert Event.objects.get().name == "x" * 65
        return
    with pytest.raises(DataError):
        add_all([Event(name="x" * 65, body={})])
