"""What accounts does in the background."""

from matinee.accounts.jobs import audit

__all__ = ["audit"]
