"""Django's cache in Redis, for as long as Redis answers: without it the cache is empty, and requests pass."""

from collections.abc import Callable
from typing import Any, TypeVar

import structlog
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = structlog.get_logger(__name__)

T = TypeVar("T")

_PATIENCE = 0.5  # seconds that a request waits for it at most


class PatientCache(RedisCache):
    """Django's own, whose failures are no failures of the request."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {"socket_timeout": _PATIENCE, "socket_connect_timeout": _PATIENCE, "retry": Retry(NoBackoff(), 1)}
        super().__init__(server, {**params, "OPTIONS": options})

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return _or(True, lambda: bool(super(PatientCache, self).add(key, value, timeout, version)))

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return _or(default, lambda: super(PatientCache, self).get(key, default, version))

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        _or(None, lambda: super(PatientCache, self).set(key, value, timeout, version))

    def delete(self, key: Any, version: int | None = None) -> bool:
        return _or(False, lambda: bool(super(PatientCache, self).delete(key, version)))


def _or(instead: T, ask: Callable[[], T]) -> T:
    try:
        return ask()
    except RedisError as error:
        log.warning("cache not asked", problem=str(error))
        return instead
