"""What people's own words were before they changed them."""

from django.db import models

from matinee.accounts.models import User


class Earlier(models.Model):
    """Kept for a day, so that a change can be undone.

    Events are kept for good and outlive an account, so they carry the number of such a row and never the words.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    words = models.JSONField(help_text="By the name of the field.")
    now = models.JSONField(null=True, help_text="What they were changed to; null: they were removed.")
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.pk} of {self.user_id}"
