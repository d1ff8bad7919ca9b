"""The questions accounts answers."""

from matinee.accounts.queries.audit import AuditFilter, AuditPage, Verification, audit_page, verify_audit
from matinee.accounts.queries.audit_csv import audit_csv
from matinee.accounts.queries.joining import open_invitations, providers
from matinee.accounts.queries.people import (
    administrators,
    company,
    has_verified_email,
    people,
    person,
    sessions_of,
    users,
)
from matinee.accounts.queries.sign_ins import SignIn, sign_in

__all__ = [
    "AuditFilter",
    "AuditPage",
    "SignIn",
    "Verification",
    "administrators",
    "audit_csv",
    "audit_page",
    "company",
    "has_verified_email",
    "open_invitations",
    "people",
    "person",
    "providers",
    "sessions_of",
    "sign_in",
    "users",
    "verify_audit",
]
