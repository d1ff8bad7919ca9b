"""Who is known."""

from matinee.accounts.models import User


def users() -> list[User]:
    """Everybody, by name."""
    return list(User.objects.order_by("username"))
