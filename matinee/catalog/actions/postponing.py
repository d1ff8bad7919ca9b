"""What the provider fails at is asked for later and later, so that nothing else waits behind it.

It is remembered for each thing, whoever wants it, and only for who asks in the background: a visitor asks at once.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from matinee.catalog.models import ProviderCache
from matinee.core.errors import Reached, ServiceError, ServiceRefused

_TYPE = "failing"
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
_MOST_FAILURES = 12  # answered: a bad afternoon of the provider's is over by then


@dataclass(frozen=True, slots=True)
class Postponed:
    """Asked for in vain so many `times`, and not to be asked for again before `until`."""

    times: int
    until: datetime


def postponed() -> dict[str, Postponed]:
    """All there is, by key."""
    rows = ProviderCache.objects.filter(type=_TYPE).values_list("key", "body", "expires_at")
    return {key: Postponed(body["times"], until) for key, body, until in rows}


def is_of_the_whole(error: ServiceError) -> bool:
    """Whether it says nothing of what was asked for, because nobody was asked, or we are not let in."""
    return error.reached is Reached.NOBODY or isinstance(error, ServiceRefused)


def postpone(key: str, error: ServiceError) -> bool:
    """Ask for it later, after a pause that grows. False: the provider failed at it so often that it may be given up.

    Silence postpones, too, but is no reason to give up: it may be the whole provider's, and last.
    """
    body = ProviderCache.objects.filter(**_place(key)).values_list("body", flat=True).first() or {}
    times = int(body.get("times", 0)) + 1
    answered = int(body.get("answered", 0)) + (error.reached is Reached.ANSWERED)
    now = timezone.now()
    pause = min(_FIRST_PAUSE * 2 ** min(times - 1, 10), _LONGEST_PAUSE)
    told = {"body": {"times": times, "answered": answered}, "fetched_at": now, "expires_at": now + pause}
    ProviderCache.objects.update_or_create(**_place(key), defaults=told)
    return answered < _MOST_FAILURES


def _place(key: str) -> dict[str, Any]:
    return {"type": _TYPE, "category": "", "key": key, "page": 1, "language": "", "region": ""}
