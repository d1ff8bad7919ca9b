"""What accounts does in the background."""

from matinee.accounts.jobs import audit, tidying

__all__ = ["audit", "tidying"]
