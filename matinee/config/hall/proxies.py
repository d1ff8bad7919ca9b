"""Whom a request comes from when proxies stand before us: their word counts if the administrator trusts them.

Each proxy adds to the right of X-Forwarded-For whom it heard from; what stands further left anybody can have sent.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import structlog

from matinee.config.hall.asgi import Scope

log = structlog.get_logger(__name__)

_FOR, _PROTO, _HOST = b"x-forwarded-for", b"x-forwarded-proto", b"x-forwarded-host"
_SAYINGS = frozenset({_FOR, _PROTO, _HOST, b"x-forwarded-port", b"x-real-ip", b"forwarded"})
_LONGEST = 45 + 8  # characters of an address with brackets and a port
_SCHEMES = {b"http": "http", b"https": "https", b"ws": "http", b"wss": "https"}  # some say so of a WebSocket

Address = IPv4Address | IPv6Address


class Proxies:
    """`trusted`: addresses and networks such as 10.0.0.0/8."""

    def __init__(self, trusted: Iterable[str] = ()) -> None:
        networks = [ip_network(each) for each in trusted]
        self.has_trusted = bool(networks)
        self._trusts = lru_cache(1024)(lambda address: any(address in network for network in networks))
        self._has_warned = False

    def look_behind(self, scope: Scope, headers: dict[bytes, bytes]) -> tuple[Scope, dict[bytes, bytes]]:
        """The request as the proxies got it, without what they or anybody else said about that.

        Sets client, scheme and Host if the peer is trusted.
        """
        if _SAYINGS.isdisjoint(headers):
            return scope, headers
        found = {**scope}
        own = {name: value for name, value in headers.items() if name not in _SAYINGS}
        lines = [line for line in scope["headers"] if line[0] not in _SAYINGS]
        peer = read_address((scope.get("client") or ("",))[0])
        if peer is not None and self._trusts(peer):
            found["client"] = (str(self._client(peer, headers.get(_FOR, b""))), 0)
            found["scheme"] = _SCHEMES.get(_last(headers, _PROTO).lower(), scope.get("scheme"))
            if host := _last(headers, _HOST):
                own[b"host"] = host
                lines = [*(line for line in lines if line[0] != b"host"), (b"host", host)]
        elif not self._has_warned:
            self._has_warned = True
            log.warning("a proxy is not trusted, so its visitors are taken for one: MATINEE_TRUSTED_PROXIES", peer=peer)
        return {**found, "headers": lines}, own

    def _client(self, peer: Address, forwarded: bytes) -> Address:
        """The first from the right that is not trusted; what is no address ends the walk."""
        found = peer
        for entry in reversed(forwarded.split(b",")):
            address = read_address(entry.decode("latin-1"))
            if address is None:
                break
            found = address
            if not self._trusts(address):
                break
        return found


def read_address(text: str) -> Address | None:
    """An IP address as proxies write it, perhaps with brackets and a port; None for anything else."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _last(headers: Mapping[bytes, bytes], name: bytes) -> bytes:
    """Said by the nearest proxy."""
    return headers.get(name, b"").rpartition(b",")[2].strip()
