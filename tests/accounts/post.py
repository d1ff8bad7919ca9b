"""What people would find in their mail and on their phones: the messages that wait in the queue."""

import re
from dataclasses import dataclass

import orjson

from matinee.core import secrets
from matinee.core.models import Outgoing

_CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


@dataclass(frozen=True, slots=True)
class Message:
    """One e-mail or SMS."""

    kind: str
    to: str
    subject: str
    text: str
    html: str

    @property
    def code(self) -> str:
        """The one-time code in it."""
        found = _CODE.search(self.text)
        assert found, f"no code in: {self.text}"
        return found[0]

    @property
    def has_code(self) -> bool:
        return _CODE.search(self.text) is not None


def messages(to: str = "") -> list[Message]:
    """All that wait, or those to one person, the oldest first."""
    rows = Outgoing.objects.order_by("id")
    return [_opened(row) for row in (rows.filter(to=to) if to else rows)]


def last(to: str) -> Message:
    """The newest to that address or number."""
    found = messages(to)
    assert found, f"nothing for {to}: {[row.to for row in Outgoing.objects.all()]}"
    return found[-1]


def code(to: str) -> str:
    """The code in the newest message to that address or number."""
    return last(to).code


def wrong(right: str) -> str:
    """A code like that one, but another."""
    return right[:-1] + ("7" if right[-1] != "7" else "3")


def _opened(row: Outgoing) -> Message:
    assert row.body_id is not None
    body = orjson.loads(secrets.reveal(row.body_id))
    return Message(row.kind, row.to, row.subject, body["text"], body["html"])
