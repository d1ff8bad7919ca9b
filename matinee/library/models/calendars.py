"""Addresses at which a calendar program reads what is coming."""

from django.db import models

from matinee.accounts.models import User


class CalendarLink(models.Model):
    """One person's secret address, by the hash of what makes it secret."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"of {self.user_id}"
