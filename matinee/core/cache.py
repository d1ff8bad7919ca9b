"""Django's cache in the database, where libraries keep what processes share for a while (allauth: its rate limits)."""

from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.db import DatabaseCache
from django.utils import timezone

from matinee.core.models import CacheEntry


class TableCache(DatabaseCache):
    """Django's own, with an `add` that one process alone wins also when the entry before is over.

    Django's looks and then overwrites what is over, which two processes may do at once. Here that row is deleted first,
    and the insertion decides.
    """

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        name = self.make_and_validate_key(key, version=version)
        CacheEntry.objects.filter(cache_key=name, expires__lt=timezone.now().replace(microsecond=0)).delete()
        return bool(super().add(key, value, timeout, version))
