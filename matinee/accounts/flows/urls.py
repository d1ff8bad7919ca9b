"""Addresses at which allauth's own view is not what we want; they come before allauth's."""

from typing import cast

from allauth.headless.account.inputs import ResetPasswordKeyInput
from allauth.headless.account.views import ResetPasswordView
from allauth.headless.constants import Client
from allauth.headless.internal.restkit.response import ErrorResponse
from django.http import HttpRequest, HttpResponse
from django.urls import path


class ResetPassword(ResetPasswordView):
    """allauth's, but that a code for an address that nobody has is as wrong as any other wrong code."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Whether the code in the header is right."""
        if self.process is None or self.process.user is not None:
            return cast(HttpResponse, super().get(request, *args, **kwargs))
        typed = ResetPasswordKeyInput({"key": request.headers.get("X-Password-Reset-Key", "")}, code=_NO_CODE)
        typed.is_valid()
        self.process.record_invalid_attempt()
        return cast(HttpResponse, ErrorResponse(request, input=typed))


_NO_CODE = "\0"  # which nobody can type

urlpatterns = [
    path(f"{client.value}/v1/auth/password/reset", ResetPassword.as_api_view(client=client))
    for client in (Client.BROWSER, Client.APP)
]
