"""Django's CACHES, which libraries share between processes: in Redis when there is one, else in the database."""

from typing import Any

from matinee.core.settings import Settings

_MOST = 10_000  # entries in the database; beyond it those that are over go, then a third of the others


def caches(settings: Settings) -> dict[str, dict[str, Any]]:
    """The one cache, as Django wants it."""
    if settings.redis_url:
        backend = "matinee.core.cache_in_redis.PatientCache"
        return {"default": {"BACKEND": backend, "LOCATION": settings.redis_url, "KEY_PREFIX": "matinee"}}
    backend = "matinee.core.cache.TableCache"
    return {"default": {"BACKEND": backend, "LOCATION": "core_cacheentry", "OPTIONS": {"MAX_ENTRIES": _MOST}}}
