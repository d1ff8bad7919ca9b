"""The models of accounts."""

from matinee.accounts.models.people import User, UserManager

__all__ = ["User", "UserManager"]
