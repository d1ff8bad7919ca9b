"""Lists of titles that people make, alone or together."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from matinee.accounts.models import User
from matinee.catalog.models import Title

MOST_LISTS = 200  # of one person
MOST_ITEMS = 5_000  # in one list
LONGEST_LIST_NAME = 100  # characters
LONGEST_LIST_TEXT = 2_000  # of its description, and of a note in it
MOST_MEMBERS = 50  # of one list, those who have not answered their invitation included


class Watchlist(models.Model):
    """A list with a name. Whoever changes what is in it holds its row, so that positions stay dense and unique.

    A deleted one is there for another day, should its owner want it back.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="+")
    name = models.CharField(max_length=LONGEST_LIST_NAME)
    description = models.TextField(blank=True)
    link = models.CharField(max_length=32, null=True, unique=True, help_text="Of its public page; null: private.")
    length = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                F("owner"),
                F("changed_at").desc(),
                F("id").desc(),
                condition=Q(deleted_at=None),
                name="watchlist_newest",
            ),
            models.Index("deleted_at", condition=Q(deleted_at__isnull=False), name="watchlist_deleted"),
        ]

    def __str__(self) -> str:
        return self.name


class WatchlistItem(models.Model):
    """A title in a list. Positions count from 0 and have no gaps; those of titles that a viewer does not meet count."""

    watchlist = models.ForeignKey(Watchlist, models.CASCADE, related_name="items", db_index=False)
    title = models.ForeignKey(Title, models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    note = models.TextField(blank=True)
    added_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint("watchlist", "title", name="title_once_in_a_list")]
        indexes = [models.Index("watchlist", "position", name="watchlist_order")]

    def __str__(self) -> str:
        return f"{self.title_id} in {self.watchlist_id} at {self.position}"


class WatchlistMember(models.Model):
    """Somebody other than the owner who may see a list, once they have said that they want to.

    `user` is null where nobody has the name that the owner typed: an invitation without an answer looks the same
    either way, so that nobody finds out by it who is known here.
    """

    watchlist = models.ForeignKey(Watchlist, models.CASCADE, related_name="members", db_index=False)
    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")
    username = models.CharField(max_length=64, help_text="As the owner typed it.")
    may_edit = models.BooleanField()
    invited_at = models.DateTimeField()
    joined_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("watchlist", Lower("username"), name="invited_once_to_a_list"),
        ]

    def __str__(self) -> str:
        return f"{self.username} at {self.watchlist_id}"
