"""What each feature keeps about a person, for whoever hands it to them.

@personal("library")
def favourites_of(user_id: UUID) -> object: ...
"""

from collections.abc import Callable
from uuid import UUID

_parts: dict[str, Callable[[UUID], object]] = {}

Part = Callable[[UUID], object]


def personal(name: str) -> Callable[[Part], Part]:
    """Register what returns one feature's part, in values that JSON knows. It holds no secret."""

    def register(part: Part) -> Part:
        if name in _parts:
            raise ValueError(f"two parts of the personal data are called {name}")
        _parts[name] = part
        return part

    return register


def everything_about(user_id: UUID) -> dict[str, object]:
    """All parts, by name."""
    return {name: part(user_id) for name, part in sorted(_parts.items())}
