"""What signing up asks for besides allauth's own fields."""

from django import forms
from django.http import HttpRequest

from matinee.accounts import policies
from matinee.accounts.actions import invitations
from matinee.accounts.models import User
from matinee.core.errors import MatineeError


class SignUpForm(forms.Form):
    """Part of allauth's sign-up, by password and by provider: an invitation, needed where sign-up is by invitation."""

    invitation = forms.CharField(required=False, max_length=64, help_text="The code of an invitation.")

    def clean_invitation(self) -> str:
        """Raises ValidationError for a code that lets nobody in (any more)."""
        code = str(self.cleaned_data["invitation"]).strip()
        if not code:
            if policies.current().sign_up != "open":
                raise forms.ValidationError("Signing up needs an invitation here.", code="invitation_needed")
            return ""
        try:
            invitations.look_at(code)
        except MatineeError as error:
            raise forms.ValidationError(error.detail, code="invitation_invalid") from None
        return code

    def signup(self, _request: HttpRequest, user: User) -> None:
        """Called by allauth with the person just stored."""
        if code := self.cleaned_data["invitation"]:
            invitations.use(code, user)
