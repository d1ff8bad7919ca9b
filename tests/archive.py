"""The archive: a connection whose fate is the test's."""

from dataclasses import dataclass

from django.utils import timezone

from matinee.core import models
from matinee.core.errors import ServiceDown, ServiceError


@dataclass
class Archive:
    """A connection, and what comes of asking it. `last_word` is what some process saw of it."""

    name: str = "archive"
    title: str = "The archive"
    attribution: str = "Pictures by the archive."
    trouble: ServiceError | None = None
    key: str = "sesame"
    asked: int = 0

    def is_set_up(self) -> bool:
        return bool(self.key)

    def how_to_set_up(self) -> str:
        return "Ask the archive for a key."

    def test(self) -> None:
        self.asked += 1
        if self.trouble:
            raise self.trouble

    def goes(self) -> None:
        self.trouble = ServiceDown(self.name, "The archive is closed on Mondays")
        self.last_word("open")

    def comes(self) -> None:
        self.trouble = None
        self.last_word("closed")

    def last_word(self, state: str) -> None:
        models.ServiceStatus.objects.update_or_create(
            name=self.name, defaults={"state": state, "problem": "", "since": timezone.now()}
        )

    def state(self) -> str:
        return models.ServiceStatus.objects.get(name=self.name).state
