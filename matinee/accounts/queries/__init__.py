"""The questions accounts answers."""

from matinee.accounts.queries.audit import AuditFilter, AuditPage, Verification, audit_page, verify_audit
from matinee.accounts.queries.audit_csv import audit_csv
from matinee.accounts.queries.joining import open_invitations, providers
from matinee.accounts.queries.people import (
    has_verified_email,
    people,
    person,
    sessions_of,
    users,
)

__all__ = [
    "AuditFilter",
    "AuditPage",
    "Verification",
    "audit_csv",
    "audit_page",
    "has_verified_email",
    "open_invitations",
    "people",
    "person",
    "providers",
    "sessions_of",
    "users",
    "verify_audit",
]
