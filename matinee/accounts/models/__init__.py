"""The models of accounts."""

from matinee.accounts.models.audit import AuditChain, AuditEntry
from matinee.accounts.models.audit_actions import AuditAction
from matinee.accounts.models.people import User, UserManager

__all__ = ["AuditAction", "AuditChain", "AuditEntry", "User", "UserManager"]
