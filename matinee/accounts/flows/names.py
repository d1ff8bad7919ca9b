"""User names that count as taken although nobody has them.

Whoever signs up with an address that is known already gets no account, and is not told so. Were the name still free
afterwards, a second try would tell.
"""

from datetime import timedelta

from django.core.cache import cache

_SECONDS = timedelta(days=30).total_seconds()


def give_to_nobody(username: str) -> None:
    """For a month it counts as taken, in every process."""
    cache.set(_key(username), True, _SECONDS)


def is_given_to_nobody(username: str) -> bool:
    """Whether it counts as taken for that reason."""
    return cache.get(_key(username)) is not None


def _key(username: str) -> str:
    return f"name:{username.lower()}"
