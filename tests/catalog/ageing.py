"""Making stored things old. Time itself is not touched: rows are told an earlier moment of their making."""

from datetime import datetime, timedelta

from django.utils import timezone

from matinee.catalog.models import Collection, Person, ProviderCache, Season, Title


def age_titles(*, hours: float) -> None:
    """Have all titles that were fetched have been fetched so long ago."""
    Title.objects.filter(fetched_at__isnull=False).update(fetched_at=_ago(hours))


def age_everything(*, hours: float) -> None:
    """Have everything that was fetched have been fetched so long ago, answers to questions too."""
    age_titles(hours=hours)
    for model in (Season, Person, Collection):
        model.objects.filter(fetched_at__isnull=False).update(fetched_at=_ago(hours))
    ProviderCache.objects.update(fetched_at=_ago(hours), expires_at=_ago(hours) + timedelta(hours=1))


def _ago(hours: float) -> datetime:
    return timezone.now() - timedelta(hours=hours)
