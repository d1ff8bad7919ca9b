"""Claims on named work that expire: a killed process loses its claim by itself, and nothing runs twice.

Times are compared by the clocks of the machines that share the database, so those should agree within a few seconds.
"""

import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from matinee.core import models

log = structlog.get_logger(__name__)

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Claim:
    """One lease in our hands."""

    name: str
    holder: str
    seconds: float
    clock: Clock

    def renew(self) -> bool:
        """Hold it for another `seconds`; False when somebody else has it by now."""
        return self._mine().update(until=self.clock() + timedelta(seconds=self.seconds)) == 1

    def release(self) -> None:
        """Give it back at once, if it is still ours."""
        self._mine().update(holder="")

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Renew it from a second thread while the block runs, and release it afterwards."""
        done = threading.Event()
        keeper = threading.Thread(target=self._keep, args=(done,), name=f"keep {self.name}", daemon=True)
        keeper.start()
        try:
            yield
        finally:
            done.set()
            keeper.join()
            self.release()

    def _mine(self) -> QuerySet[models.Lease]:
        return models.Lease.objects.filter(name=self.name, holder=self.holder)

    def _keep(self, done: threading.Event) -> None:
        try:
            while not done.wait(self.seconds / 3):
                try:
                    if not self.renew():
                        log.warning("lease lost", lease=self.name)
                        return
                except DatabaseError as error:  # tried again until the work is done; the lease may outlast the trouble
                    log.warning("lease not renewed", lease=self.name, error=str(error))
        finally:
            connection.close()


def take(name: str, *, seconds: float, clock: Clock = timezone.now) -> Claim | None:
    """Claim `name` for `seconds`; None while anybody, this process included, holds it."""
    claim = Claim(name, uuid.uuid4().hex, seconds, clock)
    now = clock()
    until = now + timedelta(seconds=seconds)
    free = Q(holder="") | Q(until__lte=now)
    if models.Lease.objects.filter(free, name=name).update(holder=claim.holder, until=until) == 1:
        return claim
    if models.Lease.objects.filter(name=name).exists():
        return None
    try:
        with transaction.atomic():
            models.Lease.objects.create(name=name, holder=claim.holder, until=until)
    except IntegrityError:  # somebody created it between our two looks
        return None
    return claim


def held(name: str, *, now: datetime) -> bool:
    """Whether anybody holds `name`."""
    return models.Lease.objects.filter(name=name, until__gt=now).exclude(holder="").exists()
