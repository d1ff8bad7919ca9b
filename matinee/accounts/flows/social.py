"""Signing in through others: which providers there are, and how they are asked."""

from typing import Any

import requests
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialLogin
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from matinee.accounts.models import IdentityProvider, ProviderKind
from matinee.core import secrets
from matinee.core.errors import NotFound

_ALLAUTH_NAME = {ProviderKind.X: "twitter_oauth2", ProviderKind.OIDC: "openid_connect"}


class NotSetUp(NotFound, SocialApp.DoesNotExist):
    """There is no such provider: an answer for visitors, and for allauth, which expects it in some places alone."""


class SocialAdapter(DefaultSocialAccountAdapter):
    """See `DefaultSocialAccountAdapter` for when each is called."""

    def list_apps(
        self, request: HttpRequest | None, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Those that administrators have set up; their secrets are opened here and nowhere else."""
        rows = IdentityProvider.objects.filter(is_active=True)
        if client_id:
            rows = rows.filter(client_id=client_id)
        named = [row for row in rows if provider in {None, "", row.slug, _allauth_name(row)}]
        return [_app(row) for row in named]

    def get_app(self, request: HttpRequest, provider: str, client_id: str | None = None) -> SocialApp:
        """Raises NotSetUp."""
        try:
            return super().get_app(request, provider, client_id)
        except SocialApp.DoesNotExist:
            raise NotSetUp("Nobody can sign in through this provider here") from None

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Who came is who the provider's signed word says. Raises ValidationError when its words contradict."""
        sociallogin.token = None  # we have asked what we wanted; it must not lie in a session
        said = sociallogin.account.extra_data
        signed, told = said.get("id_token"), said.get("userinfo")
        if signed is None:
            return
        provider = IdentityProvider.objects.filter(slug=sociallogin.account.provider).first()
        wrong_issuer = provider is not None and signed.get("iss", "").rstrip("/") != provider.issuer.rstrip("/")
        if wrong_issuer or (told is not None and told.get("sub") != signed.get("sub")):
            raise ValidationError("The provider's answers contradict each other.", code="contradiction")

    def validate_disconnect(self, account: SocialAccount, accounts: Any) -> None:
        """Raises ValidationError when nothing else would let the person in."""
        user = account.user
        others = [other for other in accounts if other.pk != account.pk]
        if (
            not others
            and not user.has_usable_password()
            and not user.authenticator_set.filter(type="webauthn").exists()
        ):
            raise ValidationError("Set a password first, or nothing would let you in any more.", code="last_way_in")

    def get_requests_session(self) -> requests.Session:
        """Through the one door to the network."""
        raise NotImplementedError


def _allauth_name(row: IdentityProvider) -> str:
    return _ALLAUTH_NAME.get(ProviderKind(row.kind), row.kind)


def _app(row: IdentityProvider) -> SocialApp:
    is_oidc = row.kind == ProviderKind.OIDC
    return SocialApp(
        provider=_allauth_name(row),
        provider_id=row.slug if is_oidc else "",
        name=row.name,
        client_id=row.client_id,
        secret=secrets.reveal(row.secret_id),
        settings={"server_url": row.issuer} if is_oidc else {},
    )
