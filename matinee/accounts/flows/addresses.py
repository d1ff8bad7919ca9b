"""The flows' addresses, to be mounted at /api/v1/auth: allauth's, and before them those that we have mended."""

from typing import Any

from allauth.headless.account.inputs import RequestLoginCodeInput
from allauth.headless.account.views import ManagePhoneView, RequestLoginCodeView
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
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


class PhoneView(ManagePhoneView):
    """One's phone number. allauth's fails inside for methods it does not know, when nobody is signed in."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        known = request.method in {"GET", "POST"}
        answer: HttpResponseBase = (
            super().dispatch(request, *args, **kwargs) if known else self.http_method_not_allowed(request)
        )
        return answer


def _mended(client: str) -> list[URLPattern]:
    return [
        path(f"{client}/v1/auth/code/request", CodeView.as_api_view(client=client)),
        path(f"{client}/v1/account/phone", PhoneView.as_api_view(client=client)),
    ]


urlpatterns: list[URLPattern | URLResolver] = [
    *_mended("browser"),
    *_mended("app"),
    path("", include("allauth.headless.urls")),
]
