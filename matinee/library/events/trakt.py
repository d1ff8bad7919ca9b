"""What becomes of people's links to Trakt."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event


@dataclass(frozen=True)
class TraktLinked(Event):
    """Somebody's library and their account at Trakt are kept alike from now on."""

    user_id: UUID


@dataclass(frozen=True)
class TraktUnlinked(Event):
    """Somebody has ended that."""

    user_id: UUID


@dataclass(frozen=True)
class TraktLinkLost(Event):
    """Trakt has: the permission was taken back there, or ran out."""

    user_id: UUID
