"""The flows' addresses, to be mounted at /api/v1/auth: allauth's, and before them those that we have mended."""

from typing import Any, cast

from allauth.headless.account.inputs import RequestLoginCodeInput, ResetPasswordKeyInput
from allauth.headless.account.views import ManagePhoneView, RequestLoginCodeView, ResetPasswordView
from allauth.headless.internal.restkit.response import ErrorResponse
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, include, path

_NO_CODE = "\0"  # which nobody can type


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


class PhoneView(ManagePhoneView):
    """One's phone number. allauth's fails inside for methods it does not know, when nobody is signed in."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        known = request.method in {"GET", "POST"}
        answer: HttpResponseBase = (
            super().dispatch(request, *args, **kwargs) if known else self.http_method_not_allowed(request)
        )
        return answer


class ResetView(ResetPasswordView):
    """A new password by a code. allauth's fails inside when a code is looked at that was asked for by nobody."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Whether the code in the header is right; for nobody's address each is wrong."""
        if self.process is None or self.process.user is not None:
            return cast(HttpResponse, super().get(request, *args, **kwargs))
        typed = ResetPasswordKeyInput({"key": request.headers.get("X-Password-Reset-Key", "")}, code=_NO_CODE)
        typed.is_valid()
        self.process.record_invalid_attempt()
        return cast(HttpResponse, ErrorResponse(request, input=typed))


def _mended(client: str) -> list[URLPattern]:
    return [
        path(f"{client}/v1/auth/code/request", CodeView.as_api_view(client=client)),
        path(f"{client}/v1/auth/password/reset", ResetView.as_api_view(client=client)),
        path(f"{client}/v1/account/phone", PhoneView.as_api_view(client=client)),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    *_mended("browser"),
    *_mended("app"),
    path("", include("allauth.headless.urls")),
]
