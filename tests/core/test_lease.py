"""Claims that expire."""

import pytest

from matinee.core import leases, models
from tests.core.conftest import Watch
from tests.waiting import wait_until

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_only_one_holds_a_lease_until_it_is_released(watch: Watch) -> None:
    first = leases.take("projector", seconds=10, clock=watch)
    assert first is not None
    assert leases.take("projector", seconds=10, clock=watch) is None
    assert leases.take("screen", seconds=10, clock=watch) is not None
    first.release()
    assert leases.take("projector", seconds=10, clock=watch) is not None


def test_an_expired_lease_is_anybodys_and_its_old_holder_can_do_nothing(watch: Watch) -> None:
    first = leases.take("projector", seconds=10, clock=watch)
    watch.forward(10)
    second = leases.take("projector", seconds=10, clock=watch)
    assert first is not None
    assert second is not None
    assert not first.renew()
    first.release()
    assert leases.held("projector", now=watch.now)
    assert second.renew()


def test_a_renewed_lease_lasts_on(watch: Watch) -> None:
    claim = leases.take("projector", seconds=10, clock=watch)
    assert claim is not None
    watch.forward(9)
    assert claim.renew()
    watch.forward(9)
    assert leases.take("projector", seconds=10, clock=watch) is None


@pytest.mark.django_db(transaction=True)
def test_a_kept_lease_is_renewed_while_the_work_goes_on_and_released_after_it() -> None:
    claim = leases.take("projector", seconds=0.3)
    assert claim is not None
    row = models.Lease.objects.get()
    with claim.kept():
        wait_until(lambda: models.Lease.objects.get().until > row.until)
        assert leases.take("projector", seconds=0.3) is None
    assert leases.take("projector", seconds=0.3) is not None
