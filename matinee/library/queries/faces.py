"""People as others see them."""

from typing import Any

from matinee.accounts.models import User


def face(user: User) -> dict[str, Any]:
    """Their name and picture."""
    return {"name": user.shown_name, "picture": user.picture or None}
