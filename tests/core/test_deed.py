"""Rows and events together, or not at all."""

import uuid
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django.db import transaction

from matinee.core import events, models
from matinee.core.correlation import correlated
from matinee.core.deeds import deed
from tests.core.happenings import CurtainFell, EverythingCarried, ReelShown

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def stored() -> list[events.Event]:
    return [events.decode(row) for row in models.Event.objects.order_by("id")]


def write(name: str) -> None:
    models.Setting.objects.create(name=name, value=1)


def written() -> list[str]:
    return list(models.Setting.objects.order_by("name").values_list("name", flat=True))


@pytest.mark.django_db(transaction=True)
def test_a_deed_commits_its_rows_and_its_events_in_the_order_they_were_appended() -> None:
    @deed
    def show(first: int, *, then: int) -> int:
        write("shown")
        events.append(ReelShown(first))
        events.append(CurtainFell(then))
        return then

    assert show(1, then=2) == 2
    assert written() == ["shown"]
    assert stored() == [ReelShown(1), CurtainFell(2)]


@pytest.mark.django_db(transaction=True)
def test_a_failing_deed_leaves_neither_rows_nor_events() -> None:
    with suppress(ZeroDivisionError), deed():
        write("gone")
        events.append(ReelShown(1))
        raise ZeroDivisionError

    assert written() == []
    assert stored() == []


def test_an_inner_deed_that_fails_takes_only_its_own_rows_and_events_along() -> None:
    with deed():
        write("before")
        events.append(ReelShown(1))
        with suppress(ZeroDivisionError), deed():
            write("inside")
            events.append(ReelShown(2))
            raise ZeroDivisionError
        with deed():
            events.append(ReelShown(3))
        events.append(ReelShown(4))

    assert written() == ["before"]
    assert stored() == [ReelShown(1), ReelShown(3), ReelShown(4)]


def test_events_wait_for_the_outermost_deed() -> None:
    with deed():
        with deed():
            events.append(ReelShown(1))
        assert stored() == []
    assert stored() == [ReelShown(1)]


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_is_told_to_roll_back_tells_nothing() -> None:
    with deed():
        write("gone")
        events.append(ReelShown(1))
        transaction.set_rollback(True)

    assert written() == []
    assert stored() == []


def test_events_of_a_deed_that_failed_do_not_leak_into_the_next() -> None:
    with suppress(ZeroDivisionError), deed():
        events.append(ReelShown(1))
        raise ZeroDivisionError
    with deed():
        events.append(ReelShown(2))

    assert stored() == [ReelShown(2)]


def test_an_event_outside_a_deed_is_refused() -> None:
    with pytest.raises(RuntimeError, match="ReelShown can only be appended inside a deed"):
        events.append(ReelShown(1))
    with transaction.atomic(), pytest.raises(RuntimeError):
        events.append(ReelShown(1))


def test_an_event_comes_back_as_it_went_with_the_correlation_id_of_its_deed() -> None:
    told = EverythingCarried(
        uuid.uuid4(), ("Nosferatu", "M: Eine Stadt sucht einen Mörder"), datetime(1922, 3, 4, tzinfo=UTC)
    )
    with correlated("visit-12345678"), deed():
        events.append(told)

    row = models.Event.objects.get()
    assert events.decode(row) == told
    assert row.correlation_id == "visit-12345678"


def test_an_event_stored_before_a_field_was_added_gets_the_fields_default() -> None:
    body = {"person": str(uuid.uuid4()), "names": [], "at": "1922-03-04T00:00:00Z"}
    told = events.decode(models.Event(name="EverythingCarried", body=body))
    assert isinstance(told, EverythingCarried)
    assert told.added_later is False


def test_an_event_that_no_code_knows_is_named() -> None:
    with pytest.raises(LookupError, match="ReelMelted"):
        events.decode(models.Event(name="ReelMelted", body={}))


def test_two_events_of_one_name_are_refused() -> None:
    with pytest.raises(TypeError, match="two events are called ReelShown"):
        type("ReelShown", (events.Event,), {"__module__": "elsewhere"})
