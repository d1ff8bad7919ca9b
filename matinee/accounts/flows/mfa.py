"""Second factors: where their secrets lie."""

from uuid import UUID

from allauth.mfa.adapter import DefaultMFAAdapter

from matinee.core import secrets

_PURPOSE = "second factor"


class MfaAdapter(DefaultMFAAdapter):
    """What allauth keeps in its own row is only the id of a secret of ours."""

    def encrypt(self, text: str) -> str:
        """Keep it as a secret; returns its id."""
        return str(secrets.keep(text, _PURPOSE).id)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret of that id. Raises MatineeError when its key is missing."""
        return secrets.reveal(UUID(encrypted_text))

    def get_totp_issuer(self) -> str:
        """What an authenticator app shows."""
        return "Matinee"
