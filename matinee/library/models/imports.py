"""What people bring along from elsewhere: a file's rows, what each was taken for, and what it has made."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from matinee.accounts.models import User
from matinee.catalog.models import Title

IMPORTS_KEPT = timedelta(days=30)
MOST_IMPORTS = 20  # of one person, those under way included


class ImportState(models.TextChoices):
    """How far an import is. A worker does READING, APPLYING and UNDOING; at READY somebody has to decide.

    DONE has been applied, or was read and has nothing in it that could be.
    """

    READING = "reading"
    READY = "ready"
    APPLYING = "applying"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    CANCELLED = "cancelled"
    FAILED = "failed"


WORKED_ON = (ImportState.READING, ImportState.APPLYING, ImportState.UNDOING)
UNDER_WAY = (*WORKED_ON, ImportState.READY)


class ImportOutcome(models.TextChoices):
    """What became of a row. It is also how far the work is: who applies takes the MATCHED until there are none."""

    MATCHED = "matched"
    AMBIGUOUS = "ambiguous"
    AWAITED = "awaited"
    MISSING = "missing"
    THERE = "there"
    BAD = "bad"
    SKIPPED = "skipped"
    APPLIED = "applied"
    UNDONE = "undone"
    KEPT = "kept"


SAID_HERE, OF_WHOLES = "there", "whole"
"""Why something of a row is not taken: it has been said here already; it is kept of whole films and shows only."""

TO_APPLY = (ImportOutcome.MATCHED, ImportOutcome.AMBIGUOUS, ImportOutcome.AWAITED)
"""What is applied, or may be once it is clear which title is meant."""


class ImportRun(models.Model):
    """A file that somebody brought along.

    `claim` and `claimed_until`: the worker that is at it; every step of its work begins by making the claim longer, so
    that one which was thought dead does nothing more once another has taken over.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    format = models.CharField(max_length=16, help_text="A key of `transfer.formats.FORMATS`.")
    file_name = models.CharField(max_length=200, help_text="As it was told.")
    upload = models.CharField(max_length=32, blank=True, help_text="Our name of the file; empty once it is deleted.")
    state = models.CharField(max_length=9, choices=ImportState, default=ImportState.READING)
    read = models.PositiveIntegerField(default=0, help_text="Rows so far; reading goes on after that number.")
    error = models.TextField(blank=True, help_text="Why it failed, a sentence for people.")
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    claim = models.CharField(max_length=32, blank=True)
    claimed_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="Workers in a row that came no step further.")

    class Meta:
        constraints = [
            models.UniqueConstraint("user", condition=Q(state__in=UNDER_WAY), name="one_import_under_way"),
        ]
        indexes = [
            models.Index(F("user"), F("id").desc(), name="import_newest"),
            models.Index("state", name="import_worked_on", condition=Q(state__in=WORKED_ON)),
            models.Index("created_at", name="import_oldest"),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} of {self.user_id}: {self.state}"


class ImportRow(models.Model):
    """One row of it. Those of a later `turn` may depend on all before: what follows from viewings comes after them.

    `untaken` says why with SAID_HERE, OF_WHOLES or else a sentence.
    """

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="rows", db_index=False)
    number = models.PositiveIntegerField(help_text="The same each time the file is read.")
    file = models.CharField(max_length=300)
    line = models.PositiveIntegerField(help_text="0: the whole file.")
    body = models.JSONField(help_text="As `transfer.formats.plain` writes it; of one that is not readable its name.")
    about = models.CharField(max_length=32, blank=True, help_text="The same for rows about the same title.")
    turn = models.PositiveSmallIntegerField(default=0)
    outcome = models.CharField(max_length=9, choices=ImportOutcome)
    sentence = models.TextField(blank=True, help_text="What is wrong, or why it was left alone.")
    title = models.ForeignKey(Title, models.SET_NULL, null=True, related_name="+")
    choices = models.JSONField(default=list, help_text="Ids of titles that it may be, the likeliest first.")
    untaken = models.JSONField(default=list, help_text="What of it is not taken: pairs of a `Fact` and why not.")
    in_part = models.BooleanField(default=False, help_text="There is such.")
    made = models.JSONField(default=dict, help_text="What applying it has made, for undoing.")

    class Meta:
        constraints = [models.UniqueConstraint("run", "number", name="import_row_once")]
        indexes = [
            models.Index("run", "outcome", "turn", "number", name="import_row_by_outcome"),
            models.Index("run", "outcome", name="import_row_in_part", condition=Q(in_part=True)),
        ]

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.outcome}"
