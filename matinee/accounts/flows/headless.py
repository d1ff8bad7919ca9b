"""What allauth's answers say about a person."""

from typing import Any, cast

from allauth.headless.adapter import DefaultHeadlessAdapter
from django.contrib.auth.base_user import AbstractBaseUser

from matinee.accounts.models import User


class HeadlessAdapter(DefaultHeadlessAdapter):
    """Little: the rest is at /me, for those who are all the way in."""

    def serialize_user(self, user: AbstractBaseUser) -> dict[str, Any]:
        """Shown from the first step on, so without what only the second should show."""
        person = cast(User, user)
        return {"id": str(person.pk), "display": person.shown_name, "username": person.username}
