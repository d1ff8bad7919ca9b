"""The flows' addresses, to be mounted at /api/v1/auth: allauth's, and before them those that we have mended."""

from typing import Any

from allauth.headless.account.inputs import RequestLoginCodeInput
from allauth.headless.account.views import RequestLoginCodeView
from django.core.exceptions import ValidationError
from django.urls import URLPattern, URLResolver, include, path


class SomebodyInput(RequestLoginCodeInput):
    """allauth asks for neither an e-mail address nor a phone number, and then fails inside without either."""

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError."""
        given: dict[str, Any] = super().clean()
        if not self.errors and not given.get("email") and not given.get("phone"):
            raise ValidationError("Give an e-mail address or a phone number.", code="required")
        return given


class CodeView(RequestLoginCodeView):
    """Sends a code to sign in with."""

    input_class = SomebodyInput


urlpatterns: list[URLPattern | URLResolver] = [
    *(
        path(f"{client}/v1/auth/code/request", CodeView.as_api_view(client=client), name=f"{client}_code")
        for client in ("browser", "app")
    ),
    path("", include("allauth.headless.urls")),
]
