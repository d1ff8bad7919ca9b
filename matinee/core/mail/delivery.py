"""Sending what is queued, by whichever worker claims it first."""

from datetime import datetime, timedelta

import orjson
import structlog
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from matinee.core import secrets
from matinee.core.errors import MatineeError, NotFound, ServiceError
from matinee.core.logs import redact
from matinee.core.mail.channels import MAIL, SMS
from matinee.core.mail.messages import Letter, ShortMessage, Undeliverable
from matinee.core.models import Outgoing
from matinee.core.secrets import SecretsError
from matinee.core.sweeps import SweepOutcome, stopping

log = structlog.get_logger(__name__)

TOO_OLD = timedelta(hours=1)
KEPT = timedelta(days=7)
LEASE = timedelta(minutes=3)
"""How long a worker has for one; longer than all the timeouts of one attempt together."""

_FIRST_PAUSE = 15  # seconds; it doubles
_LONGEST_PAUSE = 600


def deliver(outgoing_id: int) -> bool:
    """Send one message, if it waits and nobody else does; whether it was sent."""
    now = timezone.now()
    waiting = Outgoing.objects.filter(id=outgoing_id, status=Outgoing.Status.WAITING, retry_at__lte=now)
    if waiting.update(retry_at=now + LEASE, attempts=F("attempts") + 1) != 1:
        return False
    row = Outgoing.objects.get(id=outgoing_id)
    if row.created_at < now - TOO_OLD:
        _end(row, Outgoing.Status.EXPIRED, row.error or "It was not sent in time")
        return False
    return _attempt(row)


def deliver_due() -> SweepOutcome:
    """Send what a lost ring, a dead worker or a failure left behind; forget rows of last week."""
    now = timezone.now()
    due = Outgoing.objects.filter(status=Outgoing.Status.WAITING, retry_at__lte=now).order_by("retry_at")
    ids = list(due.values_list("id", flat=True)[:100])
    sent = 0
    for outgoing_id in ids:
        if stopping():
            break
        sent += deliver(outgoing_id)
    Outgoing.objects.filter(created_at__lt=now - KEPT).delete()
    return SweepOutcome(done=sent, idle=not ids, errors=len(ids) - sent)


def _attempt(row: Outgoing) -> bool:
    try:
        _send(row)
    except (Undeliverable, SecretsError, NotFound) as error:
        _end(row, Outgoing.Status.FAILED, error.detail)
        return False
    except ServiceError as error:
        _again(row, error, timezone.now())
        return False
    _end(row, Outgoing.Status.SENT, "")
    return True


def _send(row: Outgoing) -> None:
    if row.body_id is None:
        raise NotFound("What it says is gone")
    body = orjson.loads(secrets.reveal(row.body_id))
    reference = f"{row.created_at:%Y%m%d%H%M%S}.{row.id}"
    if row.kind == MAIL.name:
        MAIL.send(Letter(row.to, row.subject, body["text"], body["html"], reference))
    else:
        SMS.send(ShortMessage(row.to, body["text"], reference))


def _again(row: Outgoing, error: MatineeError, now: datetime) -> None:
    pause = min(_FIRST_PAUSE * 2 ** min(row.attempts - 1, 10), _LONGEST_PAUSE)
    problem = redact(error.detail)
    log.warning("message not sent", outgoing=row.id, kind=row.kind, attempts=row.attempts, problem=problem)
    Outgoing.objects.filter(id=row.id).update(retry_at=now + timedelta(seconds=pause), error=problem)


@transaction.atomic
def _end(row: Outgoing, status: str, problem: str) -> None:
    level = log.warning if problem else log.info
    level("message done", outgoing=row.id, kind=row.kind, status=status, attempts=row.attempts, problem=redact(problem))
    Outgoing.objects.filter(id=row.id).update(status=status, error=redact(problem), body=None)
    if row.body_id is not None:
        secrets.forget(row.body_id)
