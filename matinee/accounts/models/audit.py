"""The audit log: what people and programs did to the safety of this installation, as a chain nobody mends unseen.

Every entry is signed over all it says and over the signature before it; `AuditChain` signs where the chain begins and
ends. So a changed, removed, added or moved row is found by reading along the chain (`queries.verify_audit`).
"""

import hmac
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NoReturn
from uuid import UUID

from django.db import models

from matinee.core.models import Secret


class AppendOnly(models.QuerySet["AuditEntry"]):
    """Entries are added one at a time, and read; nothing else."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("the audit log is append-only")

    def delete(self) -> NoReturn:
        raise TypeError("the audit log is append-only")

    def bulk_create(self, objs: Iterable["AuditEntry"], *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("the audit log is appended to by its deed")


class AuditEntry(models.Model):
    """One thing that was done, by whom, to what, from where. Ids have no gaps; names are those of the time."""

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    action = models.CharField(max_length=64)
    actor_id = models.UUIDField(null=True, help_text="Who did it; no foreign key, so that it outlives the person.")
    actor = models.CharField(max_length=255, blank=True)
    target = models.CharField(max_length=255, blank=True)
    address = models.CharField(max_length=64, blank=True)
    device = models.CharField(max_length=255, blank=True)
    correlation_id = models.CharField(max_length=64, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    previous = models.CharField(max_length=64, help_text="The signature of the entry before.")
    signature = models.CharField(max_length=64)

    objects = AppendOnly.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=["at"], name="audit_at"),
            models.Index(fields=["action", "id"], name="audit_action"),
            models.Index(fields=["actor_id", "id"], name="audit_actor"),
            models.Index(fields=["target", "id"], name="audit_target"),
            models.Index(fields=["address", "id"], name="audit_address"),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.action}"

    def save(self, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("the audit log is append-only")
        super().save(**{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("the audit log is append-only")

    def sign(self, key: bytes) -> str:
        """What `signature` has to be: 64 hexadecimal digits over every other field."""
        return _signature(
            key,
            "entry",
            self.id,
            self.at,
            self.action,
            self.actor_id,
            self.actor,
            self.target,
            self.address,
            self.device,
            self.correlation_id,
            self.before,
            self.after,
            self.previous,
        )


class AuditChain(models.Model):
    """The two ends of the chain, one row. Entries up to `anchor_id` are pruned; whoever appends locks this row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    anchor_id = models.BigIntegerField(default=0)
    anchor_signature = models.CharField(max_length=64, blank=True)
    last_id = models.BigIntegerField(default=0)
    last_signature = models.CharField(max_length=64, blank=True)
    key = models.ForeignKey(Secret, on_delete=models.PROTECT, related_name="+", help_text="Signs; it stays the same.")
    signature = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"entries {self.anchor_id + 1} to {self.last_id}"

    def sign(self, key: bytes) -> str:
        """What `signature` has to be, so that the ends cannot be moved with some rows."""
        return _signature(key, "chain", self.anchor_id, self.anchor_signature, self.last_id, self.last_signature)


def _signature(key: bytes, kind: str, *fields: object) -> str:
    """HMAC-SHA256 of the fields as JSON, whose keys are sorted and whose brackets keep fields from running together."""
    text = json.dumps([kind, *fields], default=_plain, sort_keys=True, separators=(",", ":"))
    return hmac.new(key, text.encode(), sha256).hexdigest()


def _plain(value: datetime | UUID) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return str(value)
