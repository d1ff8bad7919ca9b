"""What people bring along from elsewhere."""

from dataclasses import dataclass
from uuid import UUID

from matinee.core.events import Event

_WORK = "import:"


def work_of(import_id: int) -> str:
    """The correlation id of all that is done for an import, and of what that tells."""
    return f"{_WORK}{import_id}"


def is_of_import(correlation_id: str) -> bool:
    """Whether something was told because an import did it."""
    return correlation_id.startswith(_WORK)


@dataclass(frozen=True)
class ImportAdvanced(Event):
    """A worker has come further with a file, or is done with it."""

    user_id: UUID
    import_id: int


@dataclass(frozen=True)
class ImportApplied(Event):
    """A file's rows are in somebody's library, or those until it was stopped; each thing that changed by it has been
    told, too. `rows`: of the whole import, if some of it was applied before.
    """

    user_id: UUID
    import_id: int
    rows: int
    file_name: str = ""


@dataclass(frozen=True)
class ImportUndone(Event):
    """What an import had made is taken back, but for what somebody has changed since."""

    user_id: UUID
    import_id: int
    rows: int
