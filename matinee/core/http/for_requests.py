"""A `requests.Session` over our own services, for a library that talks through one (allauth: sign-in by providers).

    google = Service("google", "Google", "https://oauth2.googleapis.com", hosts=("www.googleapis.com",))
    home = issuer("home", "Home", "https://id.example.org")
    with session(google, home) as talk:
        talk.get("https://www.googleapis.com/oauth2/v1/certs")

Each call goes through the service whose host it names: checked addresses and redirects, its budget of seconds, its
breaker. An address of no service is refused.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from matinee.core.http.answers import WholeAnswer
from matinee.core.http.service import JSON_BYTES, Service

if TYPE_CHECKING:
    import requests

_DISCOVERY = "/.well-known/openid-configuration"
_ENDPOINTS = ("token_endpoint", "userinfo_endpoint", "jwks_uri")


def session(*services: Service, timeout: float | None = None) -> "requests.Session":
    """Reaches these services and nothing else. What it raises is of requests' own kinds.

    `timeout`: seconds for each call that names none; the background's setting unless given.
    """
    import requests  # noqa: PLC0415 - few processes ever need it

    from matinee.core.http.requests_adapter import ServiceAdapter  # noqa: PLC0415

    made = requests.Session()
    made.trust_env = False  # no proxy and no password from the environment
    for scheme in ("https://", "http://"):
        made.mount(scheme, ServiceAdapter(services, timeout))
    return made


@lru_cache(maxsize=64)
def issuer(name: str, title: str, address: str) -> Service:
    """The service of this process for an OpenID Connect issuer, by its address without /.well-known/…

    Its hosts are the issuer's own and, as soon as its discovery document has passed, those of its endpoints.
    """
    return _Issuer(name, title, address)


class _Issuer(Service):
    def call(
        self,
        method: str,
        address: str,
        *,
        headers: Mapping[str, str] | None = None,
        content: bytes = b"",
        max_bytes: int = JSON_BYTES,
        timeout: float | None = None,
    ) -> WholeAnswer:
        answer = super().call(method, address, headers=headers, content=content, max_bytes=max_bytes, timeout=timeout)
        if urlsplit(address).path.endswith(_DISCOVERY) and answer.status == 200:
            self.admit(*_hosts(answer.json()))
        return answer


def _hosts(document: object) -> list[str]:
    """Of the endpoints that we ask ourselves; a browser goes to the others."""
    if not isinstance(document, dict):
        return []
    named = [document[name] for name in _ENDPOINTS if isinstance(document.get(name), str)]
    return [host for address in named if (host := _host(address))]


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None
