"""Letting go of old imports."""

from django.utils import timezone

from matinee.core.deeds import deed
from matinee.library.models import IMPORTS_KEPT, WORKED_ON, ImportRow, ImportRun
from matinee.library.transfer import kept_files

_AT_ONCE = 5_000  # rows


@deed
def forget_imports() -> int:
    """Delete some rows of imports from a month ago, which cannot be undone any more then, and such as have no rows.

    How many went; files of nobody, too.
    """
    old = ImportRun.objects.filter(created_at__lt=timezone.now() - IMPORTS_KEPT).exclude(state__in=WORKED_ON)
    ids = list(ImportRow.objects.filter(run__in=old).values_list("pk", flat=True)[:_AT_ONCE])
    rows, _ = ImportRow.objects.filter(pk__in=ids).delete()
    empty = [] if ids else list(old.values_list("pk", flat=True))
    runs, _ = ImportRun.objects.filter(pk__in=empty).delete()
    return rows + runs


def forget_files() -> int:
    """Delete uploads that nobody will read; how many."""
    used = set(ImportRun.objects.exclude(upload="").values_list("upload", flat=True))
    return kept_files.forget_old(used)
