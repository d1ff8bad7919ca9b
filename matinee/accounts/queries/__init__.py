"""The questions accounts answers."""

from matinee.accounts.queries.audit import AuditFilter, AuditPage, Verification, audit_page, verify_audit
from matinee.accounts.queries.audit_csv import audit_csv
from matinee.accounts.queries.people import users

__all__ = ["AuditFilter", "AuditPage", "Verification", "audit_csv", "audit_page", "users", "verify_audit"]
