"""The deeds of accounts."""

from matinee.accounts.actions.people import change_password, create_user

__all__ = ["change_password", "create_user"]
