"""What people did, for their own eyes."""

from datetime import timedelta

from django.db import models
from django.db.models import F

from matinee.accounts.models import User
from matinee.catalog.models import Title

UNDOABLE = timedelta(hours=1)
"""For so long after it was done."""


class Activity(models.Model):
    """One thing that somebody did in the library, as their own page of it shows it."""

    event_id = models.BigIntegerField(primary_key=True, help_text="The event that it was made of.")
    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    title = models.ForeignKey(Title, models.CASCADE, related_name="+", null=True)
    what = models.CharField(max_length=64, help_text="The event's name.")
    details = models.JSONField(help_text="What else the event tells.")
    undoable = models.BooleanField(help_text="There is a way to take it back, while it is fresh.")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, help_text="When they took it back.")

    class Meta:
        indexes = [models.Index(F("user"), F("event_id").desc(), name="activity_newest")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.what} {self.event_id}"
