"""Counts in a Redis that the processes of many machines share. Its clock counts, and each step is one script."""

from collections.abc import Callable
from typing import Any, cast

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from matinee.core.limits.rules import MEMORY, NO_FAILURES, Failures, Limit, StoreFailed

_PATIENCE = 0.5  # seconds that a request waits for it at most

_NOW = "local time = redis.call('TIME'); local now = time[1] + time[2] / 1000000\n"
_TAKE = (
    _NOW
    + """
local gap, span = tonumber(ARGV[1]), tonumber(ARGV[2])
local last = math.max(tonumber(redis.call('GET', KEYS[1]) or 0), now)
local over = last - (now + span - gap)
if over > 0.000001 then return string.format('%.6f', over) end
redis.call('SET', KEYS[1], string.format('%.6f', last + gap), 'PX', math.ceil((last + gap - now) * 1000))
return '0'
"""
)
_FAIL = (
    _NOW
    + """
redis.call('HSET', KEYS[1], 'at', string.format('%.6f', now))
redis.call('EXPIRE', KEYS[1], ARGV[1])
return redis.call('HINCRBY', KEYS[1], 'count', 1)
"""
)
_FAILURES = (
    _NOW
    + """
local found = redis.call('HMGET', KEYS[1], 'count', 'at')
if not found[1] then return false end
return {found[1], string.format('%.6f', now - found[2])}
"""
)


class RedisStore:
    """See `Store`."""

    def __init__(self, url: str) -> None:
        self._client = redis.Redis.from_url(
            url, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE, retry=Retry(NoBackoff(), retries=1)
        )
        self._take = self._client.register_script(_TAKE)
        self._fail = self._client.register_script(_FAIL)
        self._failures = self._client.register_script(_FAILURES)

    def take(self, key: bytes, limit: Limit) -> float:
        wait = _asked(lambda: self._take(keys=[_name("use", key)], args=[limit.gap, limit.seconds]))
        return float(wait)

    def fail(self, key: bytes) -> Failures:
        return Failures(int(_asked(lambda: self._fail(keys=[_name("failure", key)], args=[MEMORY]))), 0.0)

    def failures(self, key: bytes) -> Failures:
        found = cast("list[bytes] | None", _asked(lambda: self._failures(keys=[_name("failure", key)])))
        return Failures(int(found[0]), max(0.0, float(found[1]))) if found else NO_FAILURES

    def forget(self, key: bytes) -> None:
        _asked(lambda: self._client.delete(_name("failure", key)))


def _name(kind: str, key: bytes) -> str:
    return f"matinee:{kind}:{key.hex()}"


def _asked(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except redis.RedisError as error:
        raise StoreFailed(f"Redis: {error}") from error
