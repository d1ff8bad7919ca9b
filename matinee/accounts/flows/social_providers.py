"""allauth's five providers, with what they take for granted put in doubt.

Of each an adapter, which talks to the provider when somebody comes back, and a provider, which reads what it said.
The settings name the provider classes to allauth.
"""

import base64
import hashlib
from abc import abstractmethod
from functools import cached_property
from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.facebook.provider import FacebookProvider
from allauth.socialaccount.providers.facebook.views import FacebookOAuth2Adapter
from allauth.socialaccount.providers.github.provider import GitHubProvider
from allauth.socialaccount.providers.github.views import GitHubOAuth2Adapter
from allauth.socialaccount.providers.google.provider import GoogleProvider
from allauth.socialaccount.providers.google.views import GoogleOAuth2Adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.socialaccount.providers.twitter_oauth2.provider import TwitterOAuth2Provider
from allauth.socialaccount.providers.twitter_oauth2.views import TwitterOAuth2Adapter
from django.http import HttpRequest
from django.urls import reverse

from matinee.accounts import vouching
from matinee.accounts.flows.social_doubts import Unbelievable, believed, doubt
from matinee.accounts.models import IdentityProvider

CALLBACK = "provider_callback"
_SHOWN = ("username", "name", "email")
_LONGEST_SHOWN = 200


class _Adapter(OAuth2Adapter):
    """Goes before allauth's own."""

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        return request.build_absolute_uri(reverse(CALLBACK, args=[app.provider_id]))

    def get_access_token_data(self, *args: Any, **kwargs: Any) -> Any:
        with doubt():
            return super().get_access_token_data(*args, **kwargs)

    def parse_token(self, data: Any) -> SocialToken:
        """How long it lasts and how it is renewed is of no interest: it is used once, now."""
        with doubt():
            return super().parse_token({"access_token": data["access_token"]})

    def complete_login(self, *args: Any, **kwargs: Any) -> SocialLogin:
        with doubt():
            return super().complete_login(*args, **kwargs)


class _Provider(OAuth2Provider):
    """Goes before allauth's own."""

    supports_token_authentication = False  # an access token from elsewhere may have been given to another application

    def get_oauth2_adapter(self, request: HttpRequest) -> OAuth2Adapter:
        """What leaving and coming back both begin with; a provider that is switched off goes no further."""
        if not self.app.settings["is_active"]:
            raise ImmediateHttpResponse(render_authentication_error(request, self))
        return super().get_oauth2_adapter(request)

    def serialize(self) -> dict[str, str]:
        """By its own name: two issuers may know us by the same client id."""
        return {"id": self.sub_id}

    def extract_uid(self, data: Any) -> str:
        uid = super().extract_uid(data)
        if not isinstance(uid, str) or not uid.isprintable():
            raise Unbelievable("it names nobody")
        return uid

    def extract_extra_data(self, data: Any) -> dict[str, str]:
        """What is kept: a name to show to the person."""
        known = self.extract_common_fields(data)
        return {
            name: known[name][:_LONGEST_SHOWN]
            for name in _SHOWN
            if isinstance(known.get(name), str) and known[name].isprintable()
        }


class GitHubAdapter(_Adapter, GitHubOAuth2Adapter):
    """See `GitHubOAuth2Adapter`."""


class GitHub(_Provider, GitHubProvider):
    """See `GitHubProvider`."""

    oauth2_adapter_class = GitHubAdapter
    pkce_enabled_default = True

    def extract_uid(self, data: Any) -> str:
        if not isinstance(data["id"], int):  # allauth makes text of anything, so all without one would be the same
            raise Unbelievable("it names nobody")
        return super().extract_uid(data)


class FacebookAdapter(_Adapter, FacebookOAuth2Adapter):
    """See `FacebookOAuth2Adapter`."""


class Facebook(_Provider, FacebookProvider):
    """See `FacebookProvider`."""

    oauth2_adapter_class = FacebookAdapter


class XAdapter(_Adapter, TwitterOAuth2Adapter):
    """See `TwitterOAuth2Adapter`."""

    provider_id = "x"


class X(_Provider, TwitterOAuth2Provider):
    """See `TwitterOAuth2Provider`."""

    oauth2_adapter_class = XAdapter

    def extract_email_addresses(self, data: Any) -> list[EmailAddress]:
        """X shows an address once it is confirmed; allauth does not look for it."""
        email = data.get("confirmed_email")
        return [EmailAddress(email=email, verified=True, primary=True)] if email else []


# --- those who sign what they say ---


class _SigningAdapter(_Adapter):
    """Of those who give an ID token with each code."""

    nonce: str | None = None

    @abstractmethod
    def claims(self, id_token: str) -> vouching.Document:
        """What an ID token says, believed. Raises ServiceError, Unbelievable or jwt.PyJWTError."""

    @cached_property
    def row(self) -> IdentityProvider:
        return IdentityProvider.objects.get(slug=self.provider_id)

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: OAuth2Client, pkce_code_verifier: str
    ) -> Any:
        self.nonce = _nonce(pkce_code_verifier)
        return super().get_access_token_data(request, app, client, pkce_code_verifier=pkce_code_verifier)


class _SigningProvider(_Provider):
    pkce_enabled_default = True
    supports_token_authentication = True

    def get_pkce_params(self) -> dict[str, Any]:
        """The nonce comes from PKCE's secret, which allauth remembers for the way back."""
        params: dict[str, Any] = super().get_pkce_params()
        return params | {"nonce": _nonce(params["code_verifier"])}

    def verify_token(self, request: HttpRequest, token: dict[str, str]) -> SocialLogin:
        """For programs that have been to the provider themselves. Raises ValidationError."""
        try:
            with doubt():
                claims = self.get_oauth2_adapter(request).claims(token["id_token"])
                return self.sociallogin_from_response(request, claims)
        except Unbelievable as error:
            render_authentication_error(request, self, exception=error)  # for its log line
            raise get_adapter().validation_error("invalid_token") from error


class GoogleAdapter(_SigningAdapter, GoogleOAuth2Adapter):
    """See `GoogleOAuth2Adapter`."""

    def claims(self, id_token: str) -> vouching.Document:
        keys = vouching.keys(self.row, vouching.GOOGLE_KEYS)
        issuer, client_id = self.id_token_issuer, self.row.client_id
        return believed(id_token, keys, issuer=issuer, client_id=client_id, nonce=self.nonce)

    def _decode_id_token(self, _app: SocialApp, id_token: str) -> vouching.Document:
        return self.claims(id_token)

    def _fetch_user_info(self, _access_token: str) -> dict[str, Any]:
        raise Unbelievable("it sent no ID token")  # which allauth would do without


class Google(_SigningProvider, GoogleProvider):
    """See `GoogleProvider`."""

    oauth2_adapter_class = GoogleAdapter


class OpenIdAdapter(_SigningAdapter, OpenIDConnectOAuth2Adapter):
    """See `OpenIDConnectOAuth2Adapter`."""

    @cached_property
    def openid_config(self) -> vouching.Document:
        """Raises Unbelievable."""
        with doubt():
            return vouching.discover(self.row)

    def claims(self, id_token: str) -> vouching.Document:
        told = self.openid_config
        keys = vouching.keys(self.row, str(told["jwks_uri"]))
        return believed(id_token, keys, issuer=str(told["issuer"]), client_id=self.row.client_id, nonce=self.nonce)

    def get_client(self, request: HttpRequest, app: SocialApp) -> OAuth2Client:
        """Without asking the issuer yet: here allauth would not catch what that raises."""
        callback = self.get_callback_url(request, app)
        return self.client_class(request, app.client_id, app.secret, self.access_token_method, "", callback)

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: OAuth2Client, pkce_code_verifier: str
    ) -> Any:
        with doubt():
            client.access_token_url, client.basic_auth = self.access_token_url, self.basic_auth
        return super().get_access_token_data(request, app, client, pkce_code_verifier)

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, *, response: dict[str, Any]
    ) -> SocialLogin:
        """The person is whom the ID token names; userinfo, where there is one, may only add to that."""
        with doubt():
            claims = self.claims(response["id_token"])
            said = self._fetch_user_info(token.token) if "userinfo_endpoint" in self.openid_config else claims
            if said["sub"] != claims["sub"]:
                raise Unbelievable("its userinfo is about somebody else than its ID token")
            return self.get_provider().sociallogin_from_response(request, said)


class OpenId(_SigningProvider, OpenIDConnectProvider):
    """See `OpenIDConnectProvider`."""

    oauth2_adapter_class = OpenIdAdapter


def _nonce(code_verifier: str) -> str:
    digest = hashlib.sha256(b"nonce" + code_verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
