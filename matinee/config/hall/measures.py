"""What the hall counts, for /metrics. One process tells of itself alone."""

from collections.abc import Iterator

from prometheus_client import Counter, Gauge, Histogram
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from matinee.config.hall.byte_cache import ByteCache

REQUESTS = Counter("matinee_requests", "Requests that the byte cache did not answer.", ["room", "status"])
SOCKETS = Gauge("matinee_live_sockets", "Live connections of people who are known.")
SECONDS = Histogram("matinee_request_seconds", "Their duration.", ["room"])


class CacheCollector(Collector):
    """The byte cache keeps plain numbers, because a hit costs less than one of Prometheus' own; here they are read."""

    def __init__(self, cache: ByteCache) -> None:
        self._cache = cache

    def collect(self) -> Iterator[Metric]:
        """One sample each."""
        counts, store = self._cache.counts, self._cache.store
        served = CounterMetricFamily("matinee_hall_answers", "Asked of the byte cache, by outcome.", labels=["outcome"])
        for outcome in ("hits", "stale", "joined", "misses", "passed"):
            served.add_metric([outcome], getattr(counts, outcome))
        yield served
        yield CounterMetricFamily("matinee_hall_age_seconds", "Sum of the ages of what was served.", value=counts.age)
        yield CounterMetricFamily("matinee_hall_purged", "Answers forgotten because of a change.", value=counts.purged)
        yield CounterMetricFamily("matinee_hall_evictions", "Answers forgotten for room.", value=store.evictions)
        yield GaugeMetricFamily("matinee_hall_bytes", "Memory that the kept answers take.", value=store.bytes)
        yield GaugeMetricFamily("matinee_hall_entries", "Answers kept.", value=len(store))
