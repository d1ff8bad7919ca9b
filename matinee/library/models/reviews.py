"""What people write about titles for others to read."""

from django.db import models
from django.db.models import F, Q

from matinee.accounts.models import User
from matinee.catalog.models import Title

LONGEST_REVIEW = 20_000  # characters
_THERE = Q(removed_at=None)


class Review(models.Model):
    """One person's review of one title; the rating beside it is the one of their `Opinion`.

    A removed one is there for another day, should they want it back. A hidden one is for its author and for
    administrators alone.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    title = models.ForeignKey(Title, models.CASCADE, related_name="+")
    text = models.TextField(help_text="Markdown, with ||spoilers||.")
    spoiler = models.BooleanField(help_text="All of it gives something away.")
    helpful = models.PositiveIntegerField(default=0, help_text="How many found it so.")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    hidden_at = models.DateTimeField(null=True)
    hidden_because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint("user", "title", name="one_review_per_title")]
        indexes = [
            models.Index("title", F("created_at").desc(), F("id").desc(), condition=_THERE, name="review_newest"),
            models.Index(
                "title", F("helpful").desc(), F("created_at").desc(), F("id").desc(), condition=_THERE,
                name="review_most_helpful",
            ),
            models.Index("user", F("created_at").desc(), F("id").desc(), condition=_THERE, name="review_of_person"),
            models.Index("removed_at", condition=Q(removed_at__isnull=False), name="review_removed"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.user_id} of {self.title_id}"


class HelpfulMark(models.Model):
    """Somebody found somebody else's review helpful."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="marks", db_index=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("review", "user", name="helpful_once")]

    def __str__(self) -> str:
        return f"{self.user_id} of {self.review_id}"
