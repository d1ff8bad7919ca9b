"""What is told of outages, and how often."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from matinee.core import events
from matinee.core.connections import Connection, connections
from matinee.core.deeds import deed
from matinee.core.errors import ServiceDown, ServiceError
from matinee.core.models import ServiceStatus
from matinee.core.outages.events import ConnectionBack, ConnectionLost
from matinee.core.sweeps import SweepOutcome, stopping

TOLD_EVERY = timedelta(hours=1)


def tell_outages() -> SweepOutcome:
    """Tell which services are lost since the last pass, and which are back.

    Whatever is away by somebody's last word is asked again first: a service that nobody happens to call would be away
    for ever, and so would one whose process ended before it could see it come back.
    """
    away = Q(told_lost=True) | ~Q(state="closed")
    rows = {row.name: row for row in ServiceStatus.objects.filter(away)}
    told = 0
    for connection in connections():
        if stopping():
            break
        if connection.name in rows and connection.is_set_up():
            told += _follow(connection, rows[connection.name])
    return SweepOutcome(done=told, idle=not told)


def _follow(connection: Connection, row: ServiceStatus) -> bool:
    try:
        connection.test()
    except ServiceDown:
        return _tell_lost(row.name)
    except ServiceError as error:  # it answers, if not as it should
        return _tell_back(row, error.detail)
    return _tell_back(row, "")


@deed
def _tell_lost(name: str) -> bool:
    """At most once an hour for each, so that one that comes and goes is no nuisance."""
    now = timezone.now()
    long_ago = Q(lost_told_at=None) | Q(lost_told_at__lte=now - TOLD_EVERY)
    news = ServiceStatus.objects.filter(long_ago, name=name, told_lost=False)
    if news.update(told_lost=True, lost_told_at=now) != 1:
        return False
    events.append(ConnectionLost(name))
    return True


@deed
def _tell_back(row: ServiceStatus, problem: str) -> bool:
    """Whenever it was told to be lost. The row is as old as it was read, or a call has seen something since."""
    unchanged = ServiceStatus.objects.filter(name=row.name, since=row.since)
    unchanged.exclude(state="closed").update(state="closed", problem=problem, since=timezone.now())
    if ServiceStatus.objects.filter(name=row.name, told_lost=True).update(told_lost=False) != 1:
        return False
    events.append(ConnectionBack(row.name))
    return True
