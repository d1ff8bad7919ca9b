"""What people have watched, where they stand with a title, and how far into it they are.

An episode is told by its numbers, not by its row: providers take episodes out of their lists and put them back, and
what somebody has watched stays watched.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q

from matinee.accounts.models import User
from matinee.catalog.models import Episode, Title

SPECIALS = 0  # the season whose episodes count for nothing


class Status(models.TextChoices):
    """Where somebody stands with a title."""

    NONE = ""
    PLANNED = "planned"
    WATCHING = "watching"
    WATCHED = "watched"
    DROPPED = "dropped"


FOLLOWED = (Status.WATCHING, Status.WATCHED)
"""Those that change by themselves: with each viewing, and with each episode that airs."""


def _of_film_or_episode(name: str, *more: str) -> list[models.BaseConstraint]:
    """Once per film and once per episode (a null equals no other), and an episode always has its season."""
    film = Q(episode__isnull=True)
    return [
        models.UniqueConstraint("user", "title", *more, condition=film, name=f"{name}_of_film"),
        models.UniqueConstraint(
            "user", "title", "season", "episode", *more, condition=Q(episode__isnull=False), name=f"{name}_of_episode"
        ),
        models.CheckConstraint(condition=film ^ Q(season__isnull=False), name=f"{name}_numbers"),
    ]


class _FilmOrEpisode(models.Model):
    """Something that is watched in one go."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    title = models.ForeignKey(Title, models.CASCADE, related_name="+")
    season = models.PositiveSmallIntegerField(null=True, help_text="Null: a film.")
    episode = models.PositiveIntegerField(null=True, help_text="Null: a film.")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        numbers = "" if self.episode is None else f" {self.season}x{self.episode:02}"
        return f"{self.user_id} of {self.title_id}{numbers}"


class Viewing(_FilmOrEpisode):
    """Somebody watched a film or an episode, once; who watches it again has several."""

    watched_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(null=True, help_text="How long it is; null when that is unknown.")

    class Meta:
        constraints = _of_film_or_episode("viewing", "watched_at")
        indexes = [
            models.Index(F("user"), F("watched_at").desc(), F("id").desc(), name="viewing_newest"),
            models.Index("user", "title", name="viewing_of_title"),
        ]


class Progress(_FilmOrEpisode):
    """How far into a film or an episode somebody is, who has not seen it to its end."""

    seconds = models.PositiveIntegerField()
    duration = models.PositiveIntegerField(help_text="Seconds.")
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [
            *_of_film_or_episode("progress"),
            models.CheckConstraint(condition=Q(seconds__lte=F("duration"), duration__gt=0), name="progress_within"),
        ]
        indexes = [models.Index(F("user"), F("updated_at").desc(), F("id").desc(), name="progress_newest")]


class Standing(models.Model):
    """Where one person stands with one title: what pages show, so that none of them has to count.

    It is derived from the viewings, the catalogue and the day, but for the status, which is also said by hand.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    title = models.ForeignKey(Title, models.CASCADE, related_name="+")
    status = models.CharField(max_length=8, choices=Status, default=Status.NONE, blank=True)
    viewings = models.PositiveIntegerField(default=0)
    again = models.PositiveIntegerField(default=0, help_text="How many of the viewings were not the first.")
    seen = models.PositiveIntegerField(default=0, help_text="Regular episodes; 1 for a film that was seen.")
    aired = models.PositiveIntegerField(default=0, help_text="Of how many: those that aired or were seen before that.")
    next = models.ForeignKey(
        Episode, models.SET_NULL, null=True, related_name="+", help_text="What to watch next, of what has aired."
    )
    airs_on = models.DateField(null=True, help_text="When the next episode airs, and all this is to be counted anew.")
    last_at = models.DateTimeField(help_text="When they last watched it, or else said what they want with it.")

    class Meta:
        constraints = [models.UniqueConstraint("user", "title", name="one_standing_per_title")]
        indexes = [
            models.Index(F("user"), F("status"), F("last_at").desc(), F("id").desc(), name="standing_newest"),
            models.Index(
                F("user"),
                F("status"),
                F("last_at").desc(),
                F("id").desc(),
                condition=Q(next__isnull=False),
                name="standing_next_up",
            ),
            models.Index("airs_on", name="standing_due", condition=Q(airs_on__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} with {self.title_id}: {self.status or '-'}"


def only(season: int | None, episode: int | None) -> dict[str, Any]:
    """To look up what belongs to that film or episode; the words in which the databases know their index of it."""
    if episode is None:
        return {"episode__isnull": True}
    return {"season": season, "episode": episode}
