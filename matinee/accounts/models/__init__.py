"""The models of accounts."""

from matinee.accounts.models.audit import AuditChain, AuditEntry
from matinee.accounts.models.audit_actions import AuditAction
from matinee.accounts.models.credentials import ApiToken, RefreshToken, SigningKey
from matinee.accounts.models.joining import IdentityProvider, Invitation, ProviderKind
from matinee.accounts.models.people import User, UserManager

__all__ = [
    "ApiToken",
    "AuditAction",
    "AuditChain",
    "AuditEntry",
    "IdentityProvider",
    "Invitation",
    "ProviderKind",
    "RefreshToken",
    "SigningKey",
    "User",
    "UserManager",
]
