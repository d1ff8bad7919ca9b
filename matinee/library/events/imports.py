"""What people bring along from elsewhere."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event


@dataclass(frozen=True)
class ImportAdvanced(Event):
    """A worker has come further with a file, or is done with it."""

    user_id: UUID
    import_id: int


@dataclass(frozen=True)
class ImportApplied(Event):
    """A file's rows are in somebody's library; each thing that changed by it has been told, too."""

    user_id: UUID
    import_id: int
    rows: int


@dataclass(frozen=True)
class ImportUndone(Event):
    """What an import had made is taken back, but for what somebody has changed since."""

    user_id: UUID
    import_id: int
    rows: int
