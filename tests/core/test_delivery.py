"""Events reach their subscribers: in order, at least once, whatever fails."""

import signal
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from matinee.core import delivery, events, models
from matinee.core.correlation import correlated, correlation_id
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound
from tests import databases
from tests.core.conftest import Watch
from tests.core.happenings import CurtainFell, ReelShown
from tests.core.programs import keep_number
from tests.waiting import wait_until

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def show(*numbers: int) -> None:
    for number in numbers:
        with deed():
            events.append(ReelShown(number))


def kept() -> list[object]:
    """The numbers that a subscriber kept as rows, in the order of keeping."""
    rows = models.Setting.objects.values_list("name", "value")
    return [value for _, value in sorted(rows, key=lambda row: int(row[0].partition(".")[2]))]


class Broken:
    """A subscriber that fails for some numbers as long as the test says."""

    def __init__(self, *numbers: int, attempts: int = 3, outside: bool = False) -> None:
        self.fails_for = set(numbers)
        self.tried: list[int] = []
        events.subscribe("fragile", ReelShown, attempts=attempts, outside=outside)(self.hear)

    def hear(self, event: ReelShown) -> None:
        self.tried.append(event.number)
        keep_number(event)
        if event.number in self.fails_for:
            raise ValueError(f"reel {event.number} has no sound, token=sesame")


@pytest.fixture
def deliverer(watch: Watch) -> delivery.Deliverer:
    return delivery.Deliverer(clock=watch)


def test_each_subscriber_hears_its_kinds_of_events_in_order(deliverer: delivery.Deliverer) -> None:
    reels: list[int] = []
    everything: list[events.Event] = []
    events.subscribe("reels", ReelShown)(lambda event: reels.append(event.number))
    events.subscribe("everything", ReelShown, CurtainFell)(everything.append)
    show(1, 2)
    with deed():
        events.append(CurtainFell(3))
        events.append(ReelShown(4))

    assert deliverer.deliver_once() == 7
    assert reels == [1, 2, 4]
    assert everything == [ReelShown(1), ReelShown(2), CurtainFell(3), ReelShown(4)]
    assert deliverer.deliver_once() == 0


def test_a_subscriber_works_under_the_correlation_id_of_the_event(deliverer: delivery.Deliverer) -> None:
    heard: list[str] = []
    events.subscribe("listener", ReelShown)(lambda _: heard.append(correlation_id()))
    with correlated("visit-12345678"):
        show(1)
    deliverer.deliver_once()
    assert heard == ["visit-12345678"]


def test_a_subscriber_may_tell_events_of_its_own(deliverer: delivery.Deliverer) -> None:
    heard: list[int] = []
    events.subscribe("answers", ReelShown)(lambda event: events.append(CurtainFell(event.number)))
    events.subscribe("listens", CurtainFell)(lambda event: heard.append(event.number))
    show(1)
    while deliverer.deliver_once():
        pass
    assert heard == [1]


@pytest.mark.django_db(transaction=True)
def test_what_a_failing_subscriber_wrote_is_gone_and_later_events_wait(deliverer: delivery.Deliverer) -> None:
    Broken(2)
    show(1, 2, 3)
    assert deliverer.deliver_once() == 1
    assert kept() == [1]


def test_a_failing_event_is_tried_again_with_growing_pauses(deliverer: delivery.Deliverer, watch: Watch) -> None:
    broken = Broken(1, attempts=9)
    show(1)
    pauses = []
    for failures in range(1, 6):
        deliverer.deliver_once()
        cursor = models.EventCursor.objects.get()
        assert cursor.failures == failures
        assert cursor.retry_at is not None
        pauses.append((cursor.retry_at - watch.now).total_seconds())
        watch.now = cursor.retry_at - timedelta(milliseconds=1)
        assert deliverer.deliver_once() == 0
        watch.now = cursor.retry_at

    assert broken.tried == [1] * 5
    for pause, middle in zip(pauses, (1, 2, 4, 8, 16), strict=True):
        assert 0.75 * middle <= pause <= 1.25 * middle
    broken.fails_for.clear()
    assert deliverer.deliver_once() == 1
    cursor = models.EventCursor.objects.get()
    assert (cursor.failures, cursor.retry_at, cursor.error) == (0, None, "")


def exhaust(deliverer: delivery.Deliverer, watch: Watch) -> None:
    for _ in range(20):
        deliverer.deliver_once()
        watch.forward(400)


def test_an_event_that_keeps_failing_is_parked_and_the_subscriber_goes_on(
    deliverer: delivery.Deliverer, watch: Watch
) -> None:
    broken = Broken(2, attempts=3)
    show(1, 2, 3)
    exhaust(deliverer, watch)

    assert broken.tried == [1, 2, *(1, 2, 2, 2, 3)]  # what was heard together with one that fails is heard again
    assert kept() == [1, 3]
    parked = models.ParkedEvent.objects.get()
    assert (parked.subscriber, events.decode(parked.event), parked.attempts) == ("fragile", ReelShown(2), 3)
    assert parked.error == "ValueError: reel 2 has no sound, token=[hidden]"


def test_many_that_wait_are_heard_with_few_transactions(
    deliverer: delivery.Deliverer, django_assert_max_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    heard: list[int] = []
    events.subscribe("listener", ReelShown)(lambda event: heard.append(event.number))
    with deed():
        for number in range(100):
            events.append(ReelShown(number))
    with django_assert_max_num_queries(30):
        assert deliverer.deliver_once() == 100
    assert heard == list(range(100))


def test_what_was_heard_together_with_a_failing_event_counts_once(
    deliverer: delivery.Deliverer, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "TOGETHER_SECONDS", 60.0)  # on a busy machine the 30th would begin a new transaction
    broken = Broken(30, attempts=3)
    show(*range(1, 61))
    exhaust(deliverer, watch)
    assert kept() == [number for number in range(1, 61) if number != 30]
    assert broken.tried.count(30) == 4, "once behind others, and as often as it may fail"


def test_who_takes_many_hears_them_in_order_with_few_calls(deliverer: delivery.Deliverer) -> None:
    calls: list[list[int]] = []
    events.subscribe_to_many("many", ReelShown)(lambda told: calls.append([reel(one) for one in told]))
    show(*range(150))
    deliverer.deliver_once()
    assert [number for call in calls for number in call] == list(range(150))
    assert len(calls) == 2


def test_who_takes_many_parks_the_one_that_fails_and_hears_each_of_the_others_once(
    deliverer: delivery.Deliverer, watch: Watch
) -> None:
    def hear(told: Sequence[events.Heard]) -> None:
        for one in told:
            keep_number(ReelShown(reel(one)))
        if 30 in map(reel, told):
            raise ValueError("reel 30 has no sound")

    events.subscribe_to_many("many", ReelShown)(hear)
    show(*range(1, 61))
    exhaust(deliverer, watch)
    assert kept() == [number for number in range(1, 61) if number != 30]
    assert events.decode(models.ParkedEvent.objects.get().event) == ReelShown(30)


def reel(one: events.Heard) -> int:
    assert isinstance(one.event, ReelShown)
    return one.event.number


def test_other_subscribers_do_not_wait_for_a_failing_one(deliverer: delivery.Deliverer) -> None:
    Broken(1)
    heard: list[int] = []
    events.subscribe("sound", ReelShown)(lambda event: heard.append(event.number))
    show(1, 2)
    deliverer.deliver_once()
    assert heard == [1, 2]


@pytest.mark.parametrize("outside", [False, True])
def test_a_parked_event_can_be_delivered_again(deliverer: delivery.Deliverer, watch: Watch, *, outside: bool) -> None:
    broken = Broken(2, attempts=1, outside=outside)
    show(2)
    exhaust(deliverer, watch)
    parked = models.ParkedEvent.objects.get()
    models.Setting.objects.all().delete()

    with pytest.raises(ValueError, match="no sound"):
        delivery.redeliver("fragile", parked.event_id)
    assert models.ParkedEvent.objects.exists()
    broken.fails_for.clear()
    models.Setting.objects.all().delete()
    delivery.redeliver("fragile", parked.event_id)
    assert kept() == [2]
    assert not models.ParkedEvent.objects.exists()
    with pytest.raises(NotFound, match="not parked for fragile"):
        delivery.redeliver("fragile", parked.event_id)


def test_replay_brings_everything_from_an_id_on_again(deliverer: delivery.Deliverer, watch: Watch) -> None:
    broken = Broken(3, attempts=1)
    show(1, 2, 3)
    exhaust(deliverer, watch)
    broken.fails_for.clear()
    second = models.Event.objects.order_by("id")[1].id

    assert delivery.replay("fragile", second) == 2
    deliverer.deliver_once()
    assert broken.tried == [1, 2, 3, *(1, 2), 3, *(2, 3)]
    assert not models.ParkedEvent.objects.exists()  # it was delivered by the replay


def test_replay_helps_a_subscriber_that_never_ran_and_refuses_an_unknown_one() -> None:
    Broken()
    show(1, 2)
    assert delivery.replay("fragile", 0) == 2
    with pytest.raises(NotFound, match="no subscriber is called fragle; there are: fragile"):
        delivery.replay("fragle", 1)


def test_who_counts_forgets_the_counts_before_hearing_everything_again(deliverer: delivery.Deliverer) -> None:
    counts: list[int] = []
    events.subscribe("counter", ReelShown, begin_anew=counts.clear)(lambda event: counts.append(event.number))
    show(1, 2)
    deliverer.deliver_once()

    with pytest.raises(BadInput, match="would count twice"):
        delivery.replay("counter", models.Event.objects.order_by("id")[1].id)
    assert delivery.replay("counter", 1) == 2
    assert counts == []
    deliverer.deliver_once()
    assert counts == [1, 2]


def test_a_replay_during_delivery_is_not_undone_by_it(deliverer: delivery.Deliverer) -> None:
    heard: list[int] = []

    @events.subscribe("listener", ReelShown, outside=True)
    def listen(event: ReelShown) -> None:
        heard.append(event.number)
        if heard == [1, 2]:
            delivery.replay("listener", 1)

    show(1, 2)
    while deliverer.deliver_once():
        pass
    assert heard == [1, 2, 1, 2]


def test_a_new_subscriber_hears_the_past_only_when_it_wants_to(deliverer: delivery.Deliverer) -> None:
    show(1)
    past: list[int] = []
    future: list[int] = []
    events.subscribe("historian", ReelShown)(lambda event: past.append(event.number))
    events.subscribe("herald", ReelShown, from_start=False)(lambda event: future.append(event.number))
    deliverer.deliver_once()
    show(2)
    deliverer.deliver_once()
    assert past == [1, 2]
    assert future == [2]


@pytest.mark.django_db(transaction=True)
def test_a_subscriber_that_calls_outside_runs_in_no_transaction(deliverer: delivery.Deliverer) -> None:
    inside: dict[str, bool] = {}
    events.subscribe("caller", ReelShown, outside=True)(
        lambda _: inside.update(caller=transaction.get_connection().in_atomic_block)
    )
    events.subscribe("keeper", ReelShown)(lambda _: inside.update(keeper=transaction.get_connection().in_atomic_block))
    show(1)
    deliverer.deliver_once()
    assert inside == {"caller": False, "keeper": True}


def test_an_event_that_nobody_can_read_is_parked(deliverer: delivery.Deliverer, watch: Watch) -> None:
    broken = Broken(attempts=2)
    models.Event.objects.create(name="ReelShown", body={"number": "many"})
    show(1)
    exhaust(deliverer, watch)
    assert broken.tried == [1]
    assert "number" in models.ParkedEvent.objects.get().error


def in_thread(work: Callable[[], object]) -> threading.Thread:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_serve_one_subscriber_at_once(deliverer: delivery.Deliverer) -> None:
    entered, leave = threading.Event(), threading.Event()
    heard: list[int] = []

    @events.subscribe("slow", ReelShown, outside=True)
    def listen(event: ReelShown) -> None:
        heard.append(event.number)
        entered.set()
        leave.wait(30)

    show(1, 2)
    first = in_thread(deliverer.deliver_once)
    assert entered.wait(10)
    assert delivery.Deliverer(clock=deliverer._clock).deliver_once() == 0
    leave.set()
    first.join(10)
    assert heard == [1, 2]


def test_of_two_workers_whose_leases_crossed_only_one_changes_rows(deliverer: delivery.Deliverer, watch: Watch) -> None:
    """The first worker was frozen beyond its lease; its late work on the event must come to nothing."""

    @events.subscribe("keeper", ReelShown, outside=True)
    def keep(event: ReelShown) -> None:
        if not kept():
            keep_number(event)
            models.Lease.objects.update(until=watch.now)
            delivery.Deliverer(clock=watch).deliver_once()

    show(1, 2)
    assert deliverer.deliver_once() == 0  # it found itself overtaken
    assert models.EventCursor.objects.get().position == events.newest_id()


def test_a_stop_ends_a_pass_between_two_events(watch: Watch) -> None:
    stop = threading.Event()
    heard: list[int] = []

    @events.subscribe("listener", ReelShown)
    def listen(event: ReelShown) -> None:
        heard.append(event.number)
        stop.set()

    show(1, 2)
    assert delivery.Deliverer(clock=watch, stop=stop).deliver_once() == 1
    assert heard == [1]


@pytest.mark.django_db(transaction=True)
def test_the_loop_delivers_what_comes_and_stops_when_told() -> None:
    heard: list[int] = []
    events.subscribe("listener", ReelShown)(lambda event: heard.append(event.number))
    stop = threading.Event()
    loop = in_thread(lambda: delivery.run(stop))
    show(1, 2)
    wait_until(lambda: heard == [1, 2])
    stop.set()
    loop.join(2)
    assert not loop.is_alive()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("outside", ["", "outside"])
def test_a_worker_that_is_killed_in_the_middle_is_replaced_and_nothing_is_lost(outside: str) -> None:
    show(1, 2, 3, 4)
    command = databases.python("-m", "tests.core.programs", "deliver-and-hang", "3", *([outside] if outside else []))
    with subprocess.Popen(command, env=databases.environment(), stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "hanging\n"
        worker.send_signal(signal.SIGKILL)
        assert worker.wait(10) == -signal.SIGKILL

    events.subscribe("keeper", ReelShown, outside=bool(outside))(keep_number)
    soon = datetime.now(UTC) + timedelta(seconds=1)
    later = soon + timedelta(seconds=delivery.LEASE_SECONDS)
    assert delivery.Deliverer(clock=lambda: soon).deliver_once() == 0  # the dead worker's lease still stands
    assert delivery.Deliverer(clock=lambda: later).deliver_once() == (2 if outside else 4)
    # In a transaction, with the two before it, each event counts once; outside, the one in hand comes twice.
    assert kept() == ([1, 2, 3, 3, 4] if outside else [1, 2, 3, 4])


def test_a_subscriber_knows_the_event_again(deliverer: delivery.Deliverer) -> None:
    heard: list[tuple[int, int]] = []
    events.subscribe("listener", ReelShown)(lambda event: heard.append((event.number, events.heard().id)))
    show(1, 2)
    deliverer.deliver_once()
    delivery.replay("listener", 1)
    deliverer.deliver_once()

    ids = list(models.Event.objects.order_by("id").values_list("id", flat=True))
    assert heard == [(1, ids[0]), (2, ids[1])] * 2
    with pytest.raises(LookupError):
        events.heard()
