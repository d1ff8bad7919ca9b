"""How old stored data is, and what a visitor is told about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

TITLE_TTL = timedelta(hours=24)
PERSON_TTL = timedelta(days=7)
LIST_TTL = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Freshness:
    """`fetched_at` is None for what ships with the program and never ages."""

    fetched_at: datetime | None = None
    ttl: timedelta = TITLE_TTL
    notice: str | None = None

    @property
    def is_stale(self) -> bool:
        """Older than it should be."""
        return self.fetched_at is not None and timezone.now() - self.fetched_at > self.ttl

    def shown(self) -> dict[str, Any]:
        """The fields of schemas.Freshness."""
        stale = self.is_stale
        age = int((timezone.now() - self.fetched_at).total_seconds()) if stale and self.fetched_at else None
        return {"fetchedAt": self.fetched_at, "age": age, "stale": stale, "notice": self.notice}
