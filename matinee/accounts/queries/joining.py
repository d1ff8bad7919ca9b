"""How people can come in."""

from matinee.accounts.models import IdentityProvider, Invitation


def open_invitations() -> list[Invitation]:
    """Those that can still be used, or have only just expired; the newest first."""
    return list(Invitation.objects.filter(uses_left__gt=0).order_by("-created_at")[:200])


def providers() -> list[IdentityProvider]:
    """Everyone who was set up to vouch for people, by name."""
    return list(IdentityProvider.objects.order_by("name"))
