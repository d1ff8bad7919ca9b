"""Keeping for a while what people have changed or removed, and letting it go."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from matinee.core.deeds import deed
from matinee.library.models import Earlier, Review, Watchlist

KEPT_REMOVED = timedelta(days=1)
FORGOTTEN_AT_ONCE = 100  # a list may have thousands of titles


Words = Mapping[str, str | bool]


def remember(user_id: UUID, words: Words, *, now: Words | None = None) -> int:
    """Part of a deed: keep for a day what something said, and what it says now; the number for its event."""
    return Earlier.objects.create(user_id=user_id, words=words, now=now, at=timezone.now()).pk


@deed
def forget_removed() -> int:
    """Delete what was changed or removed more than a day ago, 100 of each kind at most; how many went."""
    before = timezone.now() - KEPT_REMOVED
    removed = Review.objects.filter(removed_at__lt=before)
    removed.filter(hidden_at__isnull=False).exclude(text="").update(text="")  # that it is hidden outlives its words
    return (
        _forget(Earlier.objects.filter(at__lt=before).order_by("at"))
        + _forget(Watchlist.objects.filter(deleted_at__lt=before).order_by("deleted_at"))
        + _forget(removed.filter(hidden_at=None).order_by("removed_at"))
    )


def _forget(old: QuerySet[Earlier] | QuerySet[Watchlist] | QuerySet[Review]) -> int:
    ids = list(old.values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE])
    old.model._base_manager.filter(pk__in=ids).delete()  # noqa: SLF001 - the manager that hides nothing
    return len(ids)
