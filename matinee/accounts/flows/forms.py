"""What signing up asks for besides allauth's own fields."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest

from matinee.accounts import policies
from matinee.accounts.actions import invitations
from matinee.accounts.flows import names
from matinee.accounts.models import User
from matinee.core.errors import Forbidden, MatineeError


class SignUpForm(forms.Form):
    """Part of allauth's sign-up, by password and by provider: an invitation, needed where sign-up is by invitation."""

    invitation = forms.CharField(required=False, max_length=64, help_text="The code of an invitation.")

    def clean_invitation(self) -> str:
        """Raises ValidationError when one is needed, Forbidden when nobody may sign up at all."""
        if policies.current().sign_up == "closed":
            raise Forbidden("Nobody can sign up here. Ask an administrator for an account")
        code = str(self.cleaned_data["invitation"]).strip()
        if not code and policies.current().sign_up != "open":
            raise forms.ValidationError("Signing up needs an invitation here.", code="invitation_needed")
        return code

    def clean(self) -> dict[str, Any]:
        """What can only be said of the fields together; allauth's own `clean` calls this first."""
        given = super().clean() or self.cleaned_data
        newcomer = User(username=given.get("username", ""), email=given.get("email", ""))
        if password := given.get("password"):
            try:
                validate_password(password, newcomer)
            except forms.ValidationError as error:
                self.add_error("password", error)
        # Before anything is stored, and whether or not that address is known already: it must not be told.
        if code := given.get("invitation"):
            try:
                invitations.look_at(code, email=newcomer.email)
            except MatineeError as error:
                self.add_error("invitation", error.detail)
        if getattr(self, "account_already_exists", False) and not self.errors:
            self._leave_the_same_traces(newcomer.username, code)
        return given

    def _leave_the_same_traces(self, username: str, code: str | None) -> None:
        """Nobody is stored whose address is known; but a second try with the same name or invitation must not tell."""
        names.give_to_nobody(username)
        if code:
            try:
                invitations.waste(code)
            except MatineeError as error:
                self.add_error("invitation", error.detail)

    def signup(self, _request: HttpRequest, _user: User) -> None:
        """allauth insists on it. The invitation has been used in the deed that has stored the person."""
