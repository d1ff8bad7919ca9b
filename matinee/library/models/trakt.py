"""What ties a person to their account at Trakt, and what the two sides last agreed on."""

from django.db import models
from django.db.models import Q

from matinee.accounts.models import User
from matinee.catalog.models import Title
from matinee.core.models import Secret
from matinee.library.models.watchlists import Watchlist


class LinkStatus(models.TextChoices):
    """`failed`: they did not say yes to the code. `revoked`: they did, and Trakt takes it for withdrawn."""

    LINKING = "linking"
    LINKED = "linked"
    FAILED = "failed"
    REVOKED = "revoked"


class TraktLink(models.Model):
    """One person's link to Trakt, from the code that they type there on.

    Without a person it is of somebody who has left: its tokens are to be given back, and then it goes.
    """

    user = models.OneToOneField(User, models.SET_NULL, null=True, related_name="+")
    status = models.CharField(max_length=8, choices=LinkStatus)
    secret = models.ForeignKey(
        Secret, models.PROTECT, null=True, related_name="+", help_text="The device's code, or the pair of tokens."
    )
    user_code = models.CharField(max_length=32, blank=True, help_text="To be typed at Trakt, while linking.")
    verification_url = models.CharField(max_length=200, blank=True)
    interval = models.PositiveSmallIntegerField(default=5, help_text="Seconds between two questions, while linking.")
    expires_at = models.DateTimeField(help_text="Of the code, then of the access token.")
    username = models.CharField(max_length=200, blank=True, help_text="At Trakt.")
    linked_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(help_text="When to ask Trakt next.")
    failures = models.PositiveSmallIntegerField(default=0, help_text="Syncs in a row that could not be finished.")
    error = models.TextField(blank=True, help_text="What is wrong, a sentence for people.")
    seen = models.JSONField(default=dict, help_text="By part: Trakt's time of its last change that was dealt with.")
    held = models.JSONField(default=dict, help_text="By part: until when nothing is sent, as the account is full.")
    compared_at = models.DateTimeField(null=True, help_text="When all was compared, whatever had changed.")
    synced_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict, help_text="Of the last sync; see `trakt.report`.")

    class Meta:
        indexes = [models.Index("status", "due_at", name="trakt_link_due")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.status}"

    @property
    def claim(self) -> str:
        """Name of the lease of whoever syncs it."""
        return f"trakt:{self.pk}"


class TraktList(models.Model):
    """A list of ours and one of Trakt's that are kept alike. `trakt_id` 0: the one watchlist that Trakt has.

    Where one of the two was deleted, the row stays, so that the other is not taken for a new one.
    """

    link = models.ForeignKey(TraktLink, models.CASCADE, related_name="lists", db_index=False)
    trakt_id = models.BigIntegerField()
    watchlist = models.ForeignKey(Watchlist, models.SET_NULL, null=True, related_name="+")
    is_over = models.BooleanField(default=False, help_text="Trakt's is gone; ours stays as it is.")
    updated_at = models.CharField(max_length=40, blank=True, help_text="Trakt's word for its last change.")

    class Meta:
        constraints = [
            models.UniqueConstraint("link", "trakt_id", name="trakt_list_once"),
            models.UniqueConstraint("link", "watchlist", name="watchlist_once_at_trakt"),
        ]

    def __str__(self) -> str:
        return f"{self.watchlist_id} and {self.trakt_id}"


class TraktPart(models.TextChoices):
    """What is kept alike."""

    RATING = "rating"
    HISTORY = "history"
    LISTED = "listed"


class Standpoint(models.TextChoices):
    """`sent`: Trakt took it, and has not shown it yet; `unknown`: Trakt does not know the title or episode."""

    SHARED = "shared"
    SENT = "sent"
    UNKNOWN = "unknown"


class TraktItem(models.Model):
    """One thing that both sides agreed on: by it a thing removed on one side is told from one new on the other."""

    link = models.ForeignKey(TraktLink, models.CASCADE, related_name="items", db_index=False)
    part = models.CharField(max_length=8, choices=TraktPart)
    of_list = models.ForeignKey(TraktList, models.CASCADE, null=True, related_name="items", db_index=False)
    title = models.ForeignKey(Title, models.CASCADE, related_name="+")
    season = models.PositiveSmallIntegerField(null=True)
    episode = models.PositiveIntegerField(null=True)
    at = models.DateTimeField(null=True, help_text="Of a viewing, to the second, as Trakt tells times.")
    value = models.PositiveSmallIntegerField(default=1, help_text="Of a rating, 1-10.")
    trakt_ids = models.JSONField(default=list, help_text="Of a viewing: Trakt's numbers of it, once they were seen.")
    standpoint = models.CharField(max_length=7, choices=Standpoint, default=Standpoint.SHARED)
    gone_at = models.DateTimeField(null=True, help_text="When its person removed it here; Trakt is yet to be told.")

    class Meta:
        constraints = [
            models.UniqueConstraint("link", "title", condition=Q(part="rating"), name="trakt_rating_once"),
            models.UniqueConstraint("of_list", "title", condition=Q(part="listed"), name="trakt_listed_once"),
            models.UniqueConstraint(
                "link", "title", "at", condition=Q(part="history", episode__isnull=True), name="trakt_film_once"
            ),
            models.UniqueConstraint(
                "link",
                "title",
                "season",
                "episode",
                "at",
                condition=Q(part="history", episode__isnull=False),
                name="trakt_episode_once",
            ),
        ]
        indexes = [models.Index("link", "part", "title", name="trakt_item_of_title")]

    def __str__(self) -> str:
        return f"{self.part} of {self.title_id}"
