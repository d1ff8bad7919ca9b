"""What the audit log is asked, and what it answers."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from pydantic import Field, field_validator

from matinee.accounts.models import AuditAction
from matinee.accounts.queries import AuditFilter
from matinee.core.shape import Shape


class AuditQuery(Shape):
    """Which entries."""

    action: list[AuditAction] = Field([], max_length=len(AuditAction), description="Any of these.")
    actor: str = Field("", max_length=255, description="A person's id, or part of the name at that time.")
    target: str = Field("", max_length=255, description="Exactly this.")
    address: str = Field("", max_length=64, description="Exactly this IP address.")
    since: datetime | None = Field(None, description="From then on; UTC unless it says otherwise.")
    until: datetime | None = Field(None, description="Before then; UTC unless it says otherwise.")

    @field_validator("actor", "target", "address")
    @classmethod
    def _storable(cls, value: str) -> str:
        if "\0" in value:
            raise ValueError("should hold no NUL character")  # PostgreSQL takes none
        return value

    @field_validator("since", "until")
    @classmethod
    def _zoned(cls, value: datetime | None) -> datetime | None:
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value

    def wanted(self) -> AuditFilter:
        """The same, as the queries take it."""
        return AuditFilter(tuple(self.action), self.actor, self.target, self.address, self.since, self.until)


class AuditPageQuery(AuditQuery):
    """Which entries, and which page of them."""

    page: int = Field(1, ge=1, le=1_000_000)
    per_page: int = Field(50, ge=1, le=200)


class AuditItem(Shape):
    """One thing that was done."""

    id: int
    at: datetime
    action: str
    actor_id: UUID | None = Field(description="Who did it; null when nobody was signed in, and for commands")
    actor: str = Field(description="Their name at that time")
    target: str = Field(description="To whom or what")
    address: str = Field(description="IP address it came from; empty for commands and jobs")
    device: str = Field(description="The User-Agent")
    correlation_id: str = Field(description="The same as in the log lines of that request")
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class AuditItems(Shape):
    """A page of entries, newest first."""

    items: list[AuditItem]
    total: int
    page: int
    pages: int


class AuditVerification(Shape):
    """Whether the log is as it was written."""

    ok: bool
    checked: int = Field(description="How many entries are, from the oldest on")
    problem: str | None = Field(description="What comes after them, a sentence that names the entry")
