"""The questions accounts answers."""

from matinee.accounts.queries.people import users

__all__ = ["users"]
