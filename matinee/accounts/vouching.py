"""Those who vouch for people, asked over the network: where they are, and whether they are well."""

from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from typing import cast
from urllib.parse import quote_plus, urlencode, urlsplit

from allauth.socialaccount.providers.facebook import flows as facebook
from allauth.socialaccount.providers.github.views import GitHubOAuth2Adapter as GitHub
from allauth.socialaccount.providers.google.views import GoogleOAuth2Adapter as Google
from allauth.socialaccount.providers.twitter_oauth2.views import TwitterOAuth2Adapter as X

from matinee.accounts.models import IdentityProvider, ProviderKind
from matinee.core import secrets
from matinee.core.errors import ServiceError, ServiceRefused
from matinee.core.http import Service, WholeAnswer
from matinee.core.http.for_requests import issuer
from matinee.core.settings import current

GOOGLE_KEYS = "https://www.googleapis.com/oauth2/v3/certs"
_DISCOVERY = "/.well-known/openid-configuration"
_TOLD = ("authorization_endpoint", "token_endpoint", "jwks_uri")

# The first of each is where codes are exchanged. Looked up late: allauth has them in classes and modules.
_ADDRESSES: dict[str, Callable[[], tuple[str, ...]]] = {
    ProviderKind.GOOGLE: lambda: (Google.access_token_url, GOOGLE_KEYS),
    ProviderKind.FACEBOOK: lambda: (f"{facebook.GRAPH_API_URL}/oauth/access_token",),
    ProviderKind.GITHUB: lambda: (GitHub.access_token_url, GitHub.profile_url),
    ProviderKind.X: lambda: (X.access_token_url, X.profile_url),
}
# How the five say that they do not know us; everything else is about the made-up code.
_STRANGERS = (b"invalid_client", b"unauthorized_client", b"incorrect_client_credentials", b"Error validating")

Document = dict[str, object]


def service(provider: IdentityProvider) -> Service:
    """The door to a provider, the same for the life of the process."""
    if provider.kind == ProviderKind.OIDC:
        return issuer(provider.slug, provider.name, provider.issuer)
    return _fixed(provider.slug, provider.name, _ADDRESSES[provider.kind]())


def discover(provider: IdentityProvider) -> Document:
    """What an OpenID Connect issuer says of itself, with the addresses that signing in needs. Raises ServiceError."""
    document = _document(provider, _DISCOVERY)
    if str(document.get("issuer")).rstrip("/") != provider.issuer:
        raise _misfit(provider, f"says that its issuer is {str(document.get('issuer'))[:200]}, not {provider.issuer}")
    for name in _TOLD:
        if not _is_safe(document.get(name), provider.issuer):
            raise _misfit(provider, f"names no {name}, or one that is less safe than {provider.issuer}")
    return document


def keys(provider: IdentityProvider, address: str) -> Document:
    """The public keys that a provider signs with, as RFC 7517 has them. Raises ServiceError."""
    return _document(provider, address)


def ask(provider: IdentityProvider) -> None:
    """See whether signing in could work now: it is there, and knows our client. Raises ServiceError."""
    if provider.kind == ProviderKind.OIDC:
        told = discover(provider)
        keys(provider, str(told["jwks_uri"]))
        answer = _show_client(provider, str(told["token_endpoint"]), by_header=_wants_header(told))
    else:
        address, *_others = _ADDRESSES[provider.kind]()
        answer = _show_client(provider, address, by_header=provider.kind == ProviderKind.X)
    if any(word in answer.body for word in _STRANGERS):
        raise ServiceRefused(provider.slug, f"{provider.name} does not know this client id, or the secret is wrong")
    if answer.status in {404, 405}:
        raise _misfit(provider, f"has nothing at the address where codes are exchanged ({answer.status})")


def _show_client(provider: IdentityProvider, address: str, *, by_header: bool) -> WholeAnswer:
    """Ask for tokens with a code that cannot be right: what the provider complains of first is a wrong client."""
    client_id, secret = provider.client_id, secrets.reveal(provider.secret_id)
    form = {
        "grant_type": "authorization_code",
        "code": "test",
        "redirect_uri": "http://localhost/",
        "client_id": client_id,
    }
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    if by_header:
        pair = f"{quote_plus(client_id)}:{quote_plus(secret)}"
        headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    else:
        form["client_secret"] = secret
    return service(provider).call(
        "POST", address, headers=headers, content=urlencode(form).encode(), timeout=current().http_visitor_timeout
    )


def _wants_header(told: Document) -> bool:
    methods = told.get("token_endpoint_auth_methods_supported")
    return isinstance(methods, list) and "client_secret_basic" in methods and "client_secret_post" not in methods


def _document(provider: IdentityProvider, address: str) -> Document:
    answer = service(provider).call("GET", address, timeout=current().http_visitor_timeout)
    if answer.status != 200:
        raise _misfit(provider, f"answered {answer.status}")
    document = answer.json()
    if not isinstance(document, dict):
        raise _misfit(provider, "answered something else than a JSON object")
    return cast(Document, document)


def _misfit(provider: IdentityProvider, words: str) -> ServiceError:
    return ServiceError(provider.slug, f"{provider.name} {words}")


def _is_safe(address: object, compared_to: str) -> bool:
    """Whether it is an address, and nobody is sent from https to http."""
    if not isinstance(address, str):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname) and parts.scheme in {"https", urlsplit(compared_to).scheme}


@lru_cache(maxsize=16)
def _fixed(name: str, title: str, addresses: tuple[str, ...]) -> Service:
    hosts = {str(urlsplit(address).hostname) for address in addresses}
    return Service(name, title, addresses[0], hosts=tuple(hosts))
