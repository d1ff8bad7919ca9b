"""The deeds of accounts."""

from matinee.accounts.actions.audit import note, prune_audit
from matinee.accounts.actions.people import change_password, create_user, find_user

__all__ = ["change_password", "create_user", "find_user", "note", "prune_audit"]
