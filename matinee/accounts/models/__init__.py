"""The models of accounts."""

from matinee.accounts.models.audit import AuditChain, AuditEntry
from matinee.accounts.models.people import User, UserManager

__all__ = ["AuditChain", "AuditEntry", "User", "UserManager"]
