"""People, and what they did for which title."""

from django.db import models
from django.db.models import F

from matinee.catalog.models.titles import Completeness, Title


class Person(models.Model):
    """Somebody in a cast or crew."""

    tmdb_id = models.PositiveIntegerField(null=True, unique=True)
    imdb_id = models.CharField(max_length=12, null=True, db_index=True)
    starter_key = models.CharField(max_length=200, null=True, unique=True)
    name = models.CharField(max_length=300)
    biography = models.TextField(blank=True)
    born_on = models.DateField(null=True)
    died_on = models.DateField(null=True)
    birthplace = models.CharField(max_length=300, blank=True)
    department = models.CharField(
        max_length=60, blank=True, help_text="What they are best known for: Acting, Directing …"
    )
    profile = models.CharField(max_length=120, blank=True)
    popularity = models.FloatField(default=0)
    completeness = models.CharField(max_length=8, choices=Completeness, default=Completeness.PARTIAL)
    fetched_at = models.DateTimeField(null=True)
    metadata = models.JSONField(default=dict, help_text="Other names, homepage, biographies in other languages.")

    class Meta:
        indexes = [
            models.Index(F("popularity").desc(), "id", name="person_by_popularity"),
            models.Index("profile", name="person_by_profile"),
        ]

    def __str__(self) -> str:
        return self.name


class Credit(models.Model):
    """One person's part in one title."""

    class Kind(models.TextChoices):
        """Before the camera or behind it."""

        CAST = "cast"
        CREW = "crew"

    title = models.ForeignKey(Title, models.CASCADE, related_name="credits")
    person = models.ForeignKey(Person, models.CASCADE, related_name="credits")
    kind = models.CharField(max_length=4, choices=Kind)
    character = models.CharField(max_length=500, blank=True)
    department = models.CharField(max_length=60, blank=True)
    job = models.CharField(max_length=120, blank=True)
    episode_count = models.PositiveSmallIntegerField(null=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint("title", "person", "kind", "job", "character", name="one_credit_per_part")
        ]
        indexes = [
            models.Index("title", "kind", "position", name="credits_of_title"),
            models.Index("person", "title", name="credits_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.title_id}: {self.character or self.job}"
