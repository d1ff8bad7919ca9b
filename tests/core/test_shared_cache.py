"""Django's cache in the database: what libraries lock with it is locked for every process."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import CacheHandler, cache
from django.db import connection
from django.utils import timezone

from matinee.config.caches import caches
from matinee.core.cache import TableCache
from matinee.core.models import CacheEntry
from matinee.core.settings import Settings
from tests import redis_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def test_what_is_set_is_read_until_its_time_is_over() -> None:
    cache.set("door", [1.5, 2.5], 60)
    assert cache.get("door") == [1.5, 2.5]

    _age_all()
    assert cache.get("door") is None


@pytest.mark.parametrize("before", ["nothing", "one that is over"])
def test_only_one_of_many_adds(before: str) -> None:
    if before != "nothing":
        cache.set("lock", 0, 60)
        _age_all()

    with ThreadPoolExecutor(8) as threads:
        won = list(threads.map(_add, range(8)))
    assert sum(won) == 1


def test_old_entries_give_way() -> None:
    small = TableCache("core_cacheentry", {"OPTIONS": {"MAX_ENTRIES": 20}})
    for number in range(60):
        small.set(f"door-{number}", number, 60)

    assert CacheEntry.objects.count() <= 21


@redis_server.needs_redis
def test_without_its_redis_the_cache_is_empty_and_requests_pass(tmp_path: Path, settings_now: Settings) -> None:
    with redis_server.running(tmp_path) as (settings_now.redis_url, process):
        handler = CacheHandler(caches(settings_now))
        shared = handler["default"]
        assert [shared.add("lock", 1, 60), shared.add("lock", 2, 60), shared.get("lock")] == [True, False, 1]
        assert shared.delete("lock")
        shared.set("door", [1.5], 60)
        process.kill()
        process.wait()

        assert shared.add("lock", 1, 60)
        assert shared.get("door", "none") == "none"
        shared.set("door", [2.5], 60)
        assert not shared.delete("door")


def _add(number: int) -> bool:
    try:
        return cache.add("lock", number, 60)
    finally:
        connection.close()


def _age_all() -> None:
    CacheEntry.objects.update(expires=timezone.now() - timedelta(seconds=5))
