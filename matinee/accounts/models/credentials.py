"""What lets a program in: refresh tokens, API tokens, and the keys that sign access tokens."""

import uuid

from allauth.usersessions.models import UserSession
from django.db import models

from matinee.accounts.models.people import User
from matinee.core.models import Secret


class RefreshToken(models.Model):
    """One refresh token, by its hash. All that descend from one sign-in are a family: the session that they renew."""

    hash = models.CharField(max_length=64, primary_key=True)
    family = models.ForeignKey(UserSession, on_delete=models.CASCADE, related_name="refresh_tokens")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"of session {self.family_id}"


class ApiToken(models.Model):
    """A token that a person made for a program of theirs, by its hash."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=80)
    hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True, help_text="NULL: never.")
    last_used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class SigningKey(models.Model):
    """A key that signs access tokens. The newest signs; the others still verify what they have signed."""

    kid = models.CharField(max_length=32, primary_key=True)
    secret = models.ForeignKey(Secret, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.kid
