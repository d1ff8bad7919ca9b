"""What is counted from events, and can be counted anew from them (`matinee events replay`)."""

from django.db import models
from django.db.models import F, Q

from matinee.catalog.models import Title


class TitleCount(models.Model):
    """What people here think of a title, all together."""

    title = models.OneToOneField(Title, models.CASCADE, primary_key=True, related_name="+")
    loved = models.IntegerField(default=0, help_text="By how many.")
    rated = models.IntegerField(default=0, help_text="By how many.")
    points = models.IntegerField(default=0, help_text="Half points of all ratings together.")

    class Meta:
        indexes = [models.Index(F("loved").desc(), F("title").desc(), condition=Q(loved__gt=0), name="title_loved")]

    def __str__(self) -> str:
        return f"{self.title_id}: {self.loved}"
