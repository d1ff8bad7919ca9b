"""How passwords are hashed, and how long they may be."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.exceptions import ValidationError

LONGEST = 256


class Argon2id(Argon2PasswordHasher):
    """Argon2id at the cost that OWASP's password storage cheat sheet names: 19 MiB, two passes, one lane.

    Django's own default takes 100 MiB a hash, too much for a household's small machine with four people at the door.
    """

    time_cost = 2
    memory_cost = 19456  # KiB
    parallelism = 1


class MaximumLength:
    """A validator: hashing a megabyte is work for nothing."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raises ValidationError."""
        if len(password) > LONGEST:
            raise ValidationError(f"This password is longer than {LONGEST} characters.", code="password_too_long")

    def get_help_text(self) -> str:
        """What to tell before anything was typed."""
        return f"At most {LONGEST} characters."
