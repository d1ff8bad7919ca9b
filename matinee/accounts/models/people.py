"""The people of this installation."""

import re
import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower

from matinee.core.access import Role

USERNAME = re.compile(r"\A[a-zA-Z0-9](?:[a-zA-Z0-9._-]{0,62}[a-zA-Z0-9])?\Z")
"""No letters that look like others, and no "@": a name is never taken for another's name, nor for an e-mail address."""

USERNAME_HINT = (
    "should be 1 to 64 letters a-z, digits, dots, dashes or underscores, beginning and ending with a letter or digit; "
    "the display name may be in any script"
)


class UserManager(BaseUserManager["User"]):
    """How Django finds a user by the name they sign in with."""


class User(AbstractBaseUser):
    """One person: how they sign in, what they may, and what they like to see."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=64, unique=True, validators=[RegexValidator(USERNAME, USERNAME_HINT)])
    email = models.EmailField(blank=True, help_text="The primary one; allauth's EmailAddress has all of them.")
    phone = models.CharField(max_length=16, blank=True, help_text="E.164, like +4930123456; empty for none.")
    phone_verified = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    role = models.CharField(
        max_length=16, choices=[(role.value, role.value) for role in Role], default=Role.MEMBER.value
    )
    may_request = models.BooleanField(default=True)
    may_stream = models.BooleanField(default=True)
    may_download = models.BooleanField(default=True)
    may_upload = models.BooleanField(default=False)
    quotas = models.JSONField(
        default=dict, blank=True, help_text="Name to number; a name that is missing is unlimited."
    )
    age_cap = models.PositiveSmallIntegerField(
        null=True, help_text="Titles for older people are not met; NULL for none."
    )
    unrated = models.BooleanField(default=False, help_text="With an age cap: whether titles without a rating are met.")

    display_name = models.CharField(max_length=80, blank=True)
    picture = models.CharField(max_length=64, blank=True, help_text="Name of an uploaded image; empty for none.")
    language = models.CharField(
        max_length=6, blank=True, help_text="Like de or pt-BR; empty: what the browser asks for."
    )
    region = models.CharField(max_length=2, blank=True)
    theme = models.CharField(max_length=8, default="system")
    preferences = models.JSONField(default=dict, blank=True)
    watches_together = models.BooleanField(
        default=True, help_text="Others here may look for what to watch together with them."
    )

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = (
            models.UniqueConstraint(Lower("username"), name="username_in_any_case"),
            # Only once it is verified: whoever claims another's number must not keep them from proving it is theirs.
            models.UniqueConstraint("phone", condition=models.Q(phone_verified=True), name="verified_phone_once"),
        )

    def __str__(self) -> str:
        return self.username

    @property
    def is_administrator(self) -> bool:
        return self.role == Role.ADMINISTRATOR

    @property
    def shown_name(self) -> str:
        """What others see."""
        return self.display_name or self.username
