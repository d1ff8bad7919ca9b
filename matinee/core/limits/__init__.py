"""Limits that hold across processes: how often something may be done, and growing pauses after failures.

    SIGN_IN = Limit(10, 60)
    if seconds := allow(f"sign-in {address}", SIGN_IN): …      # too often; try again in so many seconds

    if seconds := wait(f"password {user.id}"): …               # locked
    failed(f"password {user.id}")                              # or forget(…) after a success

A key belongs to one limit, so it begins with what is limited. The counts are in an SQLite file of their own, or in
Redis where processes run on other machines. When it cannot be asked, requests pass, and failures are counted in memory.
"""

from functools import cache

from matinee.core.limits.guard import Guard
from matinee.core.limits.rules import Limit, Lockout
from matinee.core.settings import current

__all__ = ["Limit", "Lockout", "allow", "failed", "forget", "wait"]

LOCKOUT = Lockout()


def allow(key: str, limit: Limit) -> float:
    """Count one use: 0 when it is allowed, else the seconds until one is, and it is not counted."""
    return guard_of_this_process().allow(key, limit)


def failed(key: str, lockout: Lockout = LOCKOUT) -> float:
    """Count one failure; answers the seconds for which the key is locked now."""
    return guard_of_this_process().failed(key, lockout)


def wait(key: str, lockout: Lockout = LOCKOUT) -> float:
    """Seconds until the key is no longer locked; 0 when it is not."""
    return guard_of_this_process().wait(key, lockout)


def forget(key: str) -> None:
    """Forget the key's failures, as after a success."""
    guard_of_this_process().forget(key)


@cache
def guard_of_this_process() -> Guard:
    """Made once, for settings that do not change."""
    settings = current()
    if settings.redis_url:
        from matinee.core.limits.in_redis import RedisStore  # noqa: PLC0415 - its driver is only for those who have one

        return Guard(RedisStore(settings.redis_url))
    from matinee.core.limits.in_file import FileStore  # noqa: PLC0415

    return Guard(FileStore(settings.data_dir / "limits.sqlite3"))
