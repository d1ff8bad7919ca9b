"""What people watch, and where they stand with it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from matinee.core.events import Event


@dataclass(frozen=True)
class FilmWatched(Event):
    """Somebody watched a film. `minutes`: how long it is; None when that is unknown."""

    user_id: UUID
    title_id: int
    viewing_id: int
    watched_at: datetime
    minutes: int | None


@dataclass(frozen=True)
class EpisodeWatched(Event):
    """Somebody watched an episode. Season 0 holds the specials; `minutes` as of a film."""

    user_id: UUID
    title_id: int
    viewing_id: int
    season: int
    episode: int
    watched_at: datetime
    minutes: int | None


@dataclass(frozen=True)
class ViewingRemoved(Event):
    """A viewing is no longer in somebody's history. `season` and `episode` are None for a film."""

    user_id: UUID
    title_id: int
    viewing_id: int
    season: int | None
    episode: int | None
    watched_at: datetime
    minutes: int | None


@dataclass(frozen=True)
class StatusChanged(Event):
    """Somebody stands elsewhere with a title: planned, watching, watched, dropped, or "" for none of them.

    They said so, or it followed from a viewing, or an episode aired.
    """

    user_id: UUID
    title_id: int
    before: str
    now: str
