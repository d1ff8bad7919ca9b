"""Tables that every feature shares: what happened, who heard it, what runs in the background, how services fare."""

import uuid

from django.db import models
from django.utils import timezone


class Event(models.Model):
    """One thing that happened, kept for good; ids are committed in order (see `matinee.core.events`)."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=64)
    body = models.JSONField()
    correlation_id = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=["name", "id"], name="event_name_id"),)

    def __str__(self) -> str:
        return f"{self.name} {self.id}"


class EventCursor(models.Model):
    """How far one subscriber has heard: every event of its types up to `position` is delivered or parked."""

    subscriber = models.CharField(max_length=64, primary_key=True)
    position = models.BigIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0, help_text="Failures in a row of the event after `position`.")
    retry_at = models.DateTimeField(null=True, help_text="When that event is tried again.")
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.subscriber} at {self.position}"


class ParkedEvent(models.Model):
    """An event that one subscriber failed too often; it waits here so that the subscriber could go on."""

    subscriber = models.CharField(max_length=64)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+")
    attempts = models.PositiveIntegerField()
    error = models.TextField()
    parked_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["subscriber", "event"], name="parked_once"),)

    def __str__(self) -> str:
        return f"{self.event_id} for {self.subscriber}"


class Lease(models.Model):
    """Who may do one thing until when; an expired lease is anybody's (see `matinee.core.leases`)."""

    name = models.CharField(max_length=96, primary_key=True)
    holder = models.CharField(max_length=96, blank=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} until {self.until:%H:%M:%S}"


class SweepState(models.Model):
    """When one background synchronisation runs next, and what people decided about it."""

    name = models.CharField(max_length=64, primary_key=True)
    due_at = models.DateTimeField(default=timezone.now)
    paused = models.BooleanField(default=False)
    requested = models.BooleanField(default=False, help_text="Run once as soon as possible, even when paused.")
    idles = models.PositiveIntegerField(default=0, help_text="Passes in a row that found nothing to do.")
    failures = models.PositiveIntegerField(default=0, help_text="Passes in a row that ended with an error.")

    def __str__(self) -> str:
        return self.name


class SweepRun(models.Model):
    """One pass of a sweep; idle passes in a row share one row. `finished_at` is NULL while it runs."""

    name = models.CharField(max_length=64)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    errors = models.PositiveIntegerField(default=0)
    idle = models.BooleanField(default=False)
    passes = models.PositiveIntegerField(default=1)
    note = models.TextField(blank=True)
    correlation_id = models.CharField(max_length=64)

    class Meta:
        indexes = (models.Index(fields=["name", "id"], name="sweeprun_name_id"),)

    def __str__(self) -> str:
        return f"{self.name} at {self.started_at:%Y-%m-%d %H:%M:%S}"


class ServiceStatus(models.Model):
    """How an outside service fared last, so that every process can show what one of them saw."""

    name = models.CharField(max_length=64, primary_key=True)
    state = models.CharField(max_length=16)
    problem = models.TextField(blank=True, help_text="What is wrong, a sentence for people; empty when nothing is.")
    since = models.DateTimeField()
    told_lost = models.BooleanField(default=False, help_text="The last that was told of it is that it is away.")
    lost_told_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name} {self.state}"


class Setting(models.Model):
    """What an administrator may change while the program runs, one JSON value per name."""

    name = models.CharField(max_length=96, primary_key=True)
    value = models.JSONField()
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name


class Secret(models.Model):
    """A value that is stored encrypted, bound to this row (see `matinee.core.secrets`)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(max_length=64)
    sealed = models.TextField()
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.purpose} {self.id}"


class CacheEntry(models.Model):
    """The table of Django's database cache, with the columns that it wants (see `matinee.core.cache`)."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key


class Outgoing(models.Model):
    """One message to a person (see `matinee.core.mail`)."""

    class Kind(models.TextChoices):
        MAIL = "mail"
        SMS = "sms"

    class Status(models.TextChoices):
        """`waiting`: to be sent at `retry_at`, which a worker that sends it moves on; `expired`: too old to be true."""

        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"
        EXPIRED = "expired"

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=8, choices=Kind)
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=200, blank=True)
    body = models.ForeignKey(
        Secret, on_delete=models.SET_NULL, null=True, related_name="+", help_text="Gone once it is sent or given up."
    )
    created_at = models.DateTimeField(db_index=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    retry_at = models.DateTimeField()
    error = models.TextField(blank=True)

    class Meta:
        indexes = (models.Index(fields=["status", "retry_at"], name="outgoing_due"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.id} {self.status}"
