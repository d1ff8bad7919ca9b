"""What people have watched, in numbers: counted from events, and can be counted anew (`matinee events replay`).

Only what an event itself tells is counted here. Genres, countries and people are asked of the catalogue when a page is
made, so that numbers agree with what the catalogue says today.
"""

from django.db import models

from matinee.accounts.models import User
from matinee.catalog.models import Title


class Screened(models.Model):
    """What somebody watched of a title in one year (UTC)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    title = models.ForeignKey(Title, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    times = models.IntegerField(default=0, help_text="The film, or episodes of the show.")
    minutes = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint("user", "year", "title", name="one_row_per_title_and_year")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.title_id} in {self.year}"


class ScreenDay(models.Model):
    """What somebody watched on one day (UTC)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    day = models.DateField()
    films = models.IntegerField(default=0)
    episodes = models.IntegerField(default=0)
    minutes = models.IntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint("user", "day", name="one_row_per_day")]

    def __str__(self) -> str:
        return f"{self.user_id} on {self.day}"
