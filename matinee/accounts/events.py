"""What happens around people, for whoever keeps something about them."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event

VIEWERS = "viewers"
"""The tag of what the front hall knows of who sees what."""


@dataclass(frozen=True)
class UserJoined(Event):
    """Somebody is known who was not. `by`: the administrator who made them known; None when they came themselves."""

    user_id: UUID
    by: UUID | None = None


@dataclass(frozen=True)
class UserChanged(Event):
    """A person's role, permissions or age cap may be others now, or they may not come in any more."""

    user_id: UUID

    def tags(self) -> tuple[str, ...]:
        return (VIEWERS,)


@dataclass(frozen=True)
class RoleChanged(Event):
    """An administrator has given a person another role. `role`: the new one, a value of `Role`."""

    user_id: UUID
    role: str


@dataclass(frozen=True)
class SignedIn(Event):
    """A person has come in. `entry_id`: the entry of the audit log that says from where."""

    user_id: UUID
    entry_id: int


@dataclass(frozen=True)
class UserLeft(Event):
    """Their account and all that was theirs is gone."""

    user_id: UUID

    def tags(self) -> tuple[str, ...]:
        return (VIEWERS,)


@dataclass(frozen=True)
class SessionsEnded(Event):
    """At least one session of this person is no more."""

    user_id: UUID

    def tags(self) -> tuple[str, ...]:
        return (VIEWERS,)


@dataclass(frozen=True)
class ApiTokenRevoked(Event):
    """A token of this person lets nobody in any more."""

    user_id: UUID
    token_id: UUID

    def tags(self) -> tuple[str, ...]:
        return (VIEWERS,)


@dataclass(frozen=True)
class PoliciesChanged(Event):
    """What holds for visitors, or for signing up, has changed."""

    def tags(self) -> tuple[str, ...]:
        return (VIEWERS,)
