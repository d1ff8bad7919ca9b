"""Putting a message into the queue."""

import orjson
from django.db import transaction
from django.utils import timezone

from matinee.core import secrets
from matinee.core.errors import BadInput
from matinee.core.jobs import ring
from matinee.core.mail.addresses import email_address, phone_number
from matinee.core.models import Outgoing

JOB = "core.deliver_message"
_LONGEST_SUBJECT = 200


def send_mail(to: str, subject: str, text: str, html: str = "") -> int:
    """Queue an e-mail; answers the row's id. It goes when the transaction around the call has committed.

    `subject` is stored in plain, so no code belongs there; it becomes one printable line. Raises BadInput for `to`.
    """
    try:
        address = email_address(to)
    except ValueError as error:
        raise BadInput.at("to", str(error)) from None
    return _queue("mail", address, _one_line(subject)[:_LONGEST_SUBJECT], text, html)


def send_sms(to: str, text: str) -> int:
    """Queue an SMS; as `send_mail`. `to` is a phone number with its country code."""
    try:
        number = phone_number(to)
    except ValueError as error:
        raise BadInput.at("to", str(error)) from None
    return _queue("sms", number, "", text, "")


def _one_line(text: str) -> str:
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


@transaction.atomic
def _queue(kind: str, to: str, subject: str, text: str, html: str) -> int:
    now = timezone.now()
    body = secrets.keep(orjson.dumps({"text": text, "html": html}).decode(), f"message by {kind}")
    row = Outgoing.objects.create(kind=kind, to=to, subject=subject, body=body, created_at=now, retry_at=now)
    ring(JOB, row.id)
    return row.id
