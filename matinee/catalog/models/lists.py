"""Lists of titles: the provider's (trending, popular …) and curated ones."""

from django.db import models

from matinee.catalog.models.titles import Title


class MediaList(models.Model):
    """A named, ordered list, in the installation's own language and region (ProviderCache has the others)."""

    class Origin(models.TextChoices):
        """Who keeps it."""

        PROVIDER = "provider"
        CURATED = "curated"

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=5, help_text="movie, tv or mixed.")
    origin = models.CharField(max_length=8, choices=Origin)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    translations = models.JSONField(default=dict, help_text='{"de": {"title": …, "overview": …}}')
    position = models.PositiveSmallIntegerField(default=100, help_text="Order among the lists, lowest first.")
    total = models.PositiveIntegerField(default=0, help_text="Entries the provider has; more than are stored.")
    fetched_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index("position", "id", name="list_order")]

    def __str__(self) -> str:
        return self.name


class ListEntry(models.Model):
    """A title's place in a list, counted from 0."""

    list = models.ForeignKey(MediaList, models.CASCADE, related_name="entries")
    title = models.ForeignKey(Title, models.CASCADE, related_name="list_entries")
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint("list", "title", name="a_title_once_per_list")]
        indexes = [models.Index("list", "position", name="entries_in_order")]

    def __str__(self) -> str:
        return f"{self.position}: {self.title_id}"
