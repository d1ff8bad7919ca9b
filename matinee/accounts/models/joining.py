"""How people come in: invitations, and providers who vouch for them."""

import uuid

from django.db import models

from matinee.accounts.models.people import User
from matinee.core.access import Role
from matinee.core.models import Secret


class Invitation(models.Model):
    """A code that lets people sign up, by its hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hash = models.CharField(max_length=64, unique=True)
    role = models.CharField(
        max_length=16, choices=[(role.value, role.value) for role in Role], default=Role.MEMBER.value
    )
    email = models.EmailField(blank=True, help_text="Whom it is for; empty: whoever has the code.")
    uses_left = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.role} until {self.expires_at:%Y-%m-%d}"


class ProviderKind(models.TextChoices):
    """Who can vouch for people: four by name, and any OpenID Connect issuer."""

    GOOGLE = "google"
    FACEBOOK = "facebook"
    GITHUB = "github"
    X = "x"
    OIDC = "oidc"


class IdentityProvider(models.Model):
    """One provider that an administrator has set up. `slug` names it in allauth's tables and in callback addresses."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=16, choices=ProviderKind.choices)
    slug = models.CharField(max_length=40, unique=True, help_text="From the issuer, so another issuer is another one.")
    name = models.CharField(max_length=40)
    issuer = models.URLField(blank=True, help_text="Of OpenID Connect; empty for the others.")
    client_id = models.CharField(max_length=191)
    secret = models.ForeignKey(Secret, on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
