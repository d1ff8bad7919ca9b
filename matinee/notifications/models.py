"""What people are told inside the program."""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from matinee.accounts.models import User
from matinee.core.models import Event


class Kind(StrEnum):
    """What a notification tells; its `data` in brackets."""

    USER_JOINED = "user.joined"
    """Administrators: somebody is known who was not (userId, name)."""
    ROLE_CHANGED = "role.changed"
    """You have another role (role)."""
    SESSION_NEW = "session.new"
    """You have come in with a device, or from an address, that was never seen before (device, address)."""
    CONNECTION_DOWN = "connection.down"
    """Administrators: a connected service does not answer (service, title)."""
    CONNECTION_UP = "connection.up"
    """Administrators: it answers again (service, title)."""
    LIST_INVITED = "list.invited"
    """Somebody wants to share a list with you (listId, list, name)."""
    LIST_JOINED = "list.joined"
    """Somebody whom you have invited to a list shares it now (listId, list, name)."""
    TRAKT_LOST = "trakt.lost"
    """Trakt lets us into your account no more."""


FOR_ADMINISTRATORS = frozenset({Kind.USER_JOINED, Kind.CONNECTION_DOWN, Kind.CONNECTION_UP})
"""Nobody else is told these."""

ALWAYS_SHOWN = frozenset({Kind.ROLE_CHANGED, Kind.SESSION_NEW})
"""Whoever gets into somebody's account should not be able to keep them from seeing it."""


class Notification(models.Model):
    """One thing that one person is told. Ids grow in the order of telling.

    A dismissed one is empty and never shown; it stays for a while so that the same event, delivered again, is known.
    """

    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=32, help_text="A value of Kind.")
    data = models.JSONField(default=dict, help_text="What a client needs to say it in any language.")
    about = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, related_name="+", help_text="Somebody else; it goes when they go."
    )
    created_at = models.DateTimeField(db_index=True)
    read_at = models.DateTimeField(null=True)
    dismissed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "event", "kind"], name="notification_told_once"),)
        indexes = (
            models.Index(F("user"), F("id").desc(), condition=Q(dismissed_at=None), name="notification_shown"),
            models.Index(
                fields=["user", "id"], condition=Q(dismissed_at=None, read_at=None), name="notification_unread"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class NotificationPreference(models.Model):
    """How a person wants to be told one kind of thing, where that is not as for everybody."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=32, help_text="A value of Kind.")
    in_app = models.BooleanField(help_text="Whether it is shown inside the program.")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "kind"], name="notification_preference_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {'on' if self.in_app else 'off'}"
