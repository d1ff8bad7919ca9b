"""Signing in through others: which providers there are, and how they are asked."""

from functools import partial
from typing import Any

import structlog
from allauth.headless.socialaccount import internal as headless
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthError
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from matinee.accounts import vouching
from matinee.accounts.actions.audit import note
from matinee.accounts.flows.social_doubts import Unbelievable
from matinee.accounts.models import AuditAction, IdentityProvider, ProviderKind
from matinee.core import secrets
from matinee.core.errors import ServiceDown
from matinee.core.http import for_requests
from matinee.core.settings import current

log = structlog.get_logger(__name__)

_ALLAUTH_NAME = {ProviderKind.X: "twitter_oauth2", ProviderKind.OIDC: "openid_connect"}


class NotSetUp(SocialApp.DoesNotExist, ValueError):
    """There is no such provider. A ValueError as well, by which allauth drops a half-done sign-up through one that
    has been removed since.
    """


class SocialAdapter(DefaultSocialAccountAdapter):
    """See `DefaultSocialAccountAdapter` for when each is called."""

    def list_apps(
        self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Those that administrators have set up; their secrets are opened here and nowhere else.

        One that is switched off is still found by its name, for people who have linked it.
        """
        rows = IdentityProvider.objects.filter(slug=provider) if provider else _active()
        if client_id:
            rows = rows.filter(client_id=client_id, is_active=True)  # only programs with a token say it
        return [_app(row) for row in rows]

    def get_app(self, request: HttpRequest | None, provider: str, client_id: str | None = None) -> SocialApp:
        """The one of that name. Raises NotSetUp."""
        for app in self.list_apps(request, provider, client_id):
            return app
        raise NotSetUp(provider)

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """We have asked what we wanted: the provider's token must not lie in a session."""
        sociallogin.token = None

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say why in the log, in words that hold nothing of the provider's answer: there may be a token in it. The page
        says it, too, by a word: allauth's own is nearly always "unknown".
        """
        if error == AuthError.CANCELLED:
            return
        log.warning("signing in through a provider failed", provider=str(provider)[:40], problem=_reason(exception))
        if (extra_context or {}).get("state"):  # they did leave from here: not just anybody who calls the address
            note(AuditAction.SIGN_IN_FAILED, target=f"through {provider}")
        headless.on_authentication_error(
            request, provider, error=_word(exception) or error, exception=exception, extra_context=extra_context
        )

    def deserialize_instance(self, model: type[Model], data: dict[str, Any]) -> Model:
        """What waited in a session; allauth leaves its id as text, and our people's are UUIDs."""
        instance: Model = super().deserialize_instance(model, data)
        instance.pk = model._meta.pk.to_python(instance.pk)  # noqa: SLF001 - Django's own way to ask
        return instance

    def get_requests_session(self) -> Any:
        """A session of the library requests through the one door to the network."""
        services = [vouching.service(row) for row in _active()]
        return for_requests.session(*services, timeout=current().http_visitor_timeout)


def _active() -> QuerySet[IdentityProvider]:
    return IdentityProvider.objects.filter(is_active=True)


def _reason(exception: Exception | None) -> str:
    if exception is None:
        return "this browser did not leave for it, or came back without a code"
    if isinstance(exception, Unbelievable):
        return str(exception)
    if isinstance(exception, OAuth2Error):
        return "it gave no token for the code"
    return type(exception).__name__  # of a call, which has a log line of its own


def _word(exception: Exception | None) -> str | None:
    """What the page explains, in the person's language."""
    # An OSError is what calls through the library requests fail with, whatever the kind.
    if isinstance(exception, OSError) or isinstance(getattr(exception, "__cause__", None), ServiceDown):
        return "unreachable"
    if isinstance(exception, Unbelievable):
        return "unbelievable"
    return "refused" if isinstance(exception, OAuth2Error) else None


def _app(row: IdentityProvider) -> SocialApp:
    return SocialApp(
        provider=_ALLAUTH_NAME.get(ProviderKind(row.kind), row.kind),
        provider_id=row.slug,
        name=row.name,
        client_id=row.client_id,
        secret=SimpleLazyObject(partial(secrets.reveal, row.secret_id)),  # most who ask want only the name
        settings={"server_url": row.issuer, "is_active": row.is_active},
    )
