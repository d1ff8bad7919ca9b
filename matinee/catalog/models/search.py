"""What search keeps: a document per title, person, collection or list, and the distinct words of titles and people.

The full-text index over `SearchDocument.tokens` and the table of gaps that finds misspelt words are the
database's own and made by the migration.
"""

from django.db import models
from django.db.models import Q

from matinee.catalog.models.lists import MediaList
from matinee.catalog.models.titles import Collection


class SearchDocument(models.Model):
    """All names of one title or person, made ready to be searched and ranked.

    The key holds kind and renown before the subject's id (`catalog.search.documents.Rank`), so that walking matches
    by key meets the best known of a kind first.
    """

    id = models.BigIntegerField(primary_key=True)
    is_person = models.BooleanField()
    subject_id = models.BigIntegerField(help_text="Id of the title or person.")
    year = models.PositiveSmallIntegerField(null=True)
    names = models.TextField(help_text="One a line, without spaces; after a space without articles.")
    tokens = models.TextField(help_text="What the full-text index holds, separated by spaces.")

    class Meta:
        constraints = [models.UniqueConstraint("subject_id", "is_person", name="one_search_document_per_subject")]

    def __str__(self) -> str:
        return self.names.split()[0]


class GroupDocument(models.Model):
    """All names of one collection or list."""

    collection = models.OneToOneField(Collection, models.CASCADE, null=True, related_name="search_document")
    list = models.OneToOneField(MediaList, models.CASCADE, null=True, related_name="search_document")
    names = models.TextField(help_text="As in SearchDocument.")
    renown = models.FloatField(null=True, help_text="That of its best known title; null when it holds none.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(collection=None, list__isnull=False) | Q(collection__isnull=False, list=None),
                name="a_document_of_one_group",
            )
        ]

    def __str__(self) -> str:
        return self.names.split()[0]


class GroupToken(models.Model):
    """A token that a collection or list is found by. Bytes, because both databases sort those alike."""

    token = models.BinaryField()
    document = models.ForeignKey(GroupDocument, models.CASCADE, related_name="tokens")

    class Meta:
        constraints = [models.UniqueConstraint("token", "document", name="a_token_once_per_group")]

    def __str__(self) -> str:
        return bytes(self.token).decode()


class SearchWord(models.Model):
    """A word of names, long enough to be misspelt, and how many documents have it."""

    word = models.CharField(max_length=40, primary_key=True)
    frequency = models.IntegerField()

    def __str__(self) -> str:
        return self.word
