"""A person as one who looks at the catalogue, where they are not asking themselves."""

from matinee.accounts.models import User
from matinee.core.access import Role, Viewer


def viewer_of(user: User) -> Viewer:
    """They see what they see on pages, and may nothing by it."""
    return Viewer(user.pk, Role(user.role), age_cap=user.age_cap, unrated=user.unrated)
