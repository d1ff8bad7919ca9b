"""How often one address, one token and one session may ask for what is not ready: the same for every process."""

from collections.abc import Callable
from ipaddress import IPv6Address, ip_network
from math import ceil

from django.conf import settings
from django.http.cookie import parse_cookie

from matinee.config.hall.asgi import Scope, header
from matinee.config.hall.proxies import read_address
from matinee.core import limits
from matinee.core.errors import TooOften
from matinee.core.limits import Limit

_IPV6_HOUSEHOLD = 64  # bits; whoever has one IPv6 address has all that begin like it
_HEALTH = "/health/"


class Rates:
    """`per_minute`: how many each may make; 0 for any number. To be asked on a thread: the counts are in a database."""

    def __init__(self, per_minute: int, allow: Callable[[str, Limit], float] = limits.allow) -> None:
        self._limit = Limit(per_minute, 60) if per_minute else None
        self._allow = allow

    def check(self, scope: Scope) -> None:
        """Raises TooOften."""
        if self._limit is None or _is_health_check(scope):
            return
        for who in _names(scope):
            if seconds := self._allow(f"requests {who}", self._limit):
                raise TooOften("Too many requests. Please wait a moment", retry_after=ceil(seconds))


def _is_health_check(scope: Scope) -> bool:
    """From the machine itself, as often as its orchestrator likes."""
    address = read_address(_client(scope))
    return scope["path"].startswith(_HEALTH) and address is not None and address.is_loopback


def _names(scope: Scope) -> list[str]:
    names = [f"address {_household(_client(scope))}"]
    if token := header(scope, b"authorization") or header(scope, b"x-session-token"):
        names.append(f"token {token.decode('latin-1')}")
    if session := parse_cookie(header(scope, b"cookie").decode("latin-1")).get(settings.SESSION_COOKIE_NAME):
        names.append(f"session {session}")
    return names


def _client(scope: Scope) -> str:
    return str((scope.get("client") or ("",))[0])


def _household(client: str) -> str:
    address = read_address(client)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, _IPV6_HOUSEHOLD), strict=False))
    return str(address or client)
