"""What people think of titles."""

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from matinee.accounts.models import User
from matinee.catalog.models import Title

HIGHEST_RATING = 20  # half points: 10.0
_LOVED = Q(loved_at__isnull=False)


def by_rating() -> Coalesce:
    """To sort by: what is not rated comes last, which an index cannot be told in the words of both databases."""
    return Coalesce(F("rating"), Value(-1))


class Opinion(models.Model):
    """What one person thinks of one title; an empty one of who once thought something of it.

    For their eyes alone, but for the rating beside a review that they have published.
    Their one rating, too, wherever they gave it: with the heart, in a review, or in a file that they brought along.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    title = models.ForeignKey(Title, models.CASCADE, related_name="+")
    loved_at = models.DateTimeField(null=True, help_text="Since when it is a favourite; null: it is none.")
    rating = models.PositiveSmallIntegerField(null=True, help_text="Half points, 0-20; null: not rated.")
    rated_at = models.DateTimeField(null=True)
    notes = models.TextField(blank=True)
    dismissed_at = models.DateTimeField(null=True, help_text="Since when they do not want it recommended.")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("user", "title", name="one_opinion_per_title"),
            models.CheckConstraint(condition=Q(rating=None) | Q(rating__lte=HIGHEST_RATING), name="opinion_rating"),
            models.CheckConstraint(condition=Q(rating__isnull=True) ^ Q(rated_at__isnull=False), name="opinion_rated"),
        ]
        indexes = [
            # One for each order that needs nothing but this table: a page reads its rows and not all of a person's.
            models.Index(F("user"), F("loved_at").desc(), F("id").desc(), condition=_LOVED, name="loved_newest"),
            models.Index(F("user"), by_rating().desc(), F("id").desc(), condition=_LOVED, name="loved_best"),
            models.Index(
                F("user"), F("rated_at").desc(), F("id").desc(), condition=Q(rating__isnull=False), name="rated_newest"
            ),
            models.Index(
                F("user"),
                F("dismissed_at").desc(),
                F("id").desc(),
                condition=Q(dismissed_at__isnull=False),
                name="dismissed_newest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} of {self.title_id}"
