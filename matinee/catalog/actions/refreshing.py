"""Refreshing one thing behind a visitor's back, by our id. Each does nothing when somebody was quicker."""

from datetime import datetime, timedelta

from django.utils import timezone

from matinee.catalog.actions import completing
from matinee.catalog.freshness import PERSON_TTL, TITLE_TTL
from matinee.catalog.models import Collection, Completeness, Person, Season, Title
from matinee.core.settings import current


def _is_due(row: Title | Season | Person | Collection, ttl: timedelta) -> bool:
    fetched_at: datetime | None = row.fetched_at
    return row.completeness == Completeness.PARTIAL or fetched_at is None or fetched_at < timezone.now() - ttl


def refresh_title(title_id: int) -> None:
    """Raises ServiceError."""
    title = Title.objects.filter(pk=title_id, tmdb_id__isnull=False).first()
    if title and _is_due(title, TITLE_TTL):
        completing.refresh_title(title, wait=current().http_timeout)


def refresh_season(season_id: int) -> None:
    """Raises NotFound, ServiceError."""
    season = Season.objects.select_related("title").filter(pk=season_id, title__tmdb_id__isnull=False).first()
    if season is None:
        return
    if _is_due(season, TITLE_TTL):
        completing.complete_season(season, wait=current().http_timeout)
    for language in season.translations:
        completing.translate_season(season, language, wait=current().http_timeout)


def refresh_person(person_id: int) -> None:
    """Raises NotFound, ServiceError."""
    person = Person.objects.filter(pk=person_id, tmdb_id__isnull=False).first()
    if person and _is_due(person, PERSON_TTL):
        completing.complete_person(person.tmdb_id or 0, wait=current().http_timeout)


def refresh_collection(collection_id: int) -> None:
    """Raises NotFound, ServiceError."""
    collection = Collection.objects.filter(pk=collection_id, tmdb_id__isnull=False).first()
    if collection and _is_due(collection, TITLE_TTL):
        completing.complete_collection(collection.tmdb_id or 0, wait=current().http_timeout)
