"""What this process counts, for Prometheus. Features add their own counters to the same default registry."""

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Counter, Gauge, Histogram, generate_latest

OUTSIDE_CALLS = Counter("matinee_outside_calls", "Calls to outside services.", ["service", "outcome"])
OUTSIDE_SECONDS = Histogram("matinee_outside_seconds", "Duration of calls to outside services.", ["service"])
BREAKER_OPEN = Gauge("matinee_breaker_open", "1 while a service's circuit breaker is not closed.", ["service"])
EVENTS_HANDLED = Counter("matinee_events_handled", "Events brought to subscribers.", ["subscriber", "outcome"])
SWEEP_PASSES = Counter("matinee_sweep_passes", "Passes of background synchronisation.", ["sweep", "outcome"])


def exposition() -> tuple[str, bytes]:
    """The content type and the body that a scraper reads."""
    return CONTENT_TYPE_LATEST, generate_latest(REGISTRY)
