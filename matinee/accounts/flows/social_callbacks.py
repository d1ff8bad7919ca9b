"""Where providers send people back to: one address for each, below /accounts/."""

from typing import cast

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path
from django.views.decorators.http import require_GET

from matinee.accounts.flows.social import NotSetUp
from matinee.accounts.flows.social_providers import CALLBACK


@require_GET
def callback(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Sends the person on to a page of ours, with `error` in its address when nobody is vouched for.

    allauth's own views know allauth's adapters alone, not those of our provider classes.
    """
    try:
        provider = get_adapter(request).get_provider(request, provider_id)
    except NotSetUp:
        return cast(HttpResponseBase, render_authentication_error(request, provider_id))
    view = OAuth2CallbackView.adapter_view(provider.get_oauth2_adapter(request))
    return cast(HttpResponseBase, view(request))


urlpatterns = [path("<slug:provider_id>/login/callback/", callback, name=CALLBACK)]
