"""What is known of the providers: their answers with an end of life, and how far each synchronisation came."""

from django.db import models


class ProviderCache(models.Model):
    """What one provider answer came to, in our own ids, and until when it counts as fresh.

    The answer's facts live in the catalogue's rows; this remembers which rows, so that a page of a list
    or a search costs one read.
    """

    type = models.CharField(max_length=20, help_text="list, discover, search, configuration …")
    category = models.CharField(max_length=40, blank=True, help_text="movie, tv, person, multi, or a list's slug.")
    key = models.CharField(max_length=200, blank=True, help_text="External id, or a digest of the filters.")
    page = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=8, blank=True)
    region = models.CharField(max_length=2, blank=True)
    body = models.JSONField()
    fetched_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "type", "category", "key", "page", "language", "region", name="one_answer_per_question"
            )
        ]
        indexes = [models.Index("expires_at", name="answers_by_end")]

    def __str__(self) -> str:
        return f"{self.type} {self.category} {self.key} p{self.page} {self.language}"


class SyncState(models.Model):
    """How far one synchronisation came."""

    what = models.CharField(max_length=80, unique=True)
    cursor = models.CharField(max_length=200, blank=True)
    succeeded_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.what
