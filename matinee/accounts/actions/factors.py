"""Second factors, and the secrets behind them."""

from uuid import UUID

from allauth.mfa.models import Authenticator

from matinee.core import secrets


def forget_factor(authenticator: Authenticator) -> None:
    """Delete the secrets of an authenticator that is going: allauth's row has only their ids (see `flows.mfa`)."""
    for field in ("secret", "seed", "migrated_codes"):
        held = authenticator.data.get(field)
        for secret in held if isinstance(held, list) else [held] if held else []:
            secrets.forget(UUID(secret))
