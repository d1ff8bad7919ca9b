"""The wire: which addresses may be reached, and how long a whole call may take.

The address is resolved here, checked, and connected to as a number, so a name that resolves differently a moment later
(DNS rebinding) gains nothing. TLS still verifies the name. Reads and writes get the seconds that the call has left, so
a server that drips bytes cannot stretch a call beyond its budget.
"""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpcore
import httpx

from matinee.core.settings import current

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: the last four bytes are an IPv4 address
_RESOLVE_PATIENCE = 5.0


class AddressRefused(Exception):
    """The host resolves to addresses that outgoing calls may not reach."""


class Budget:
    """The seconds that one call may take, with all its waiting and retries."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._ends = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """Seconds left, not below 0."""
        return max(0.0, self._ends - time.monotonic())

    @contextmanager
    def spent_here(self) -> Iterator[None]:
        """Network operations of this thread inside the block count against this budget."""
        token = _budget.set(self)
        try:
            yield
        finally:
            _budget.reset(token)


_budget: ContextVar[Budget] = ContextVar("http_budget")


def _left() -> float:
    if (left := _budget.get().left) <= 0:
        raise httpcore.ReadTimeout
    return left


def is_own_host(host: str, port: int) -> bool:
    """Whether the administrator lists this private host as one of ours."""
    own = {entry.lower().strip("[]") for entry in current().private_hosts}
    host = host.lower().strip("[]")
    return host in own or f"{host}:{port}" in own


def is_public(address: str) -> bool:
    """Whether an IP address is out on the internet: not loopback, private, link-local, multicast, reserved …"""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        elif ip.sixtofour is not None:
            ip = ip.sixtofour
        elif ip in _NAT64:
            ip = ipaddress.IPv4Address(ip.packed[-4:])
    return ip.is_global and not ip.is_multicast


def _resolve(host: str, port: int, seconds: float) -> list[str]:
    """All addresses of a host. The system's resolver knows no timeout, so it is asked in a thread that may be left."""
    found: list[str] = []
    failed: list[OSError] = []

    def ask() -> None:
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            failed.append(error)
        else:
            found.extend(dict.fromkeys(str(entry[4][0]) for entry in entries))

    thread = threading.Thread(target=ask, name=f"resolve {host}", daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise httpcore.ConnectError(f"{host} cannot be resolved: {failed[0]}")
    if thread.is_alive():
        raise httpcore.ConnectTimeout(f"{host} could not be resolved in time")
    return found


class _Stream(httpcore.NetworkStream):
    """A connection whose every operation gets the seconds the current call has left, whatever timeout it is given."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, _left()))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Network(httpcore.NetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self) -> None:
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = _permitted(host, port)
        for position, address in enumerate(addresses, start=1):
            share = _left() / (len(addresses) - position + 1)  # one dead address must not eat the time of the others
            try:
                return _Stream(self._sockets.connect_tcp(address, port, share, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if position == len(addresses):
                    raise
        raise httpcore.ConnectError(f"{host} has no address")


def _permitted(host: str, port: int) -> list[str]:
    addresses = _resolve(host, port, min(_left(), _RESOLVE_PATIENCE))
    if is_own_host(host, port):
        return addresses
    if addresses and not (public := [address for address in addresses if is_public(address)]):
        raise AddressRefused(
            f"{host} is at {addresses[0]}, which is not a public address; "
            f"if that is meant, list {host}:{port} in MATINEE_PRIVATE_HOSTS"
        )
    return public if addresses else []


class _Transport(httpx.BaseTransport):
    """httpx's own transport, with our network under it."""

    def __init__(self) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=40,
            max_keepalive_connections=10,
            keepalive_expiry=30.0,
            network_backend=_Network(),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        with _as_httpx_errors():
            answer = self._pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=url,
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions={"timeout": {"pool": _left()}},
                )
            )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx_errors():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@contextmanager
def _as_httpx_errors() -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError) as error:
        raise httpx.TransportError(str(error)) from error


@cache
def client() -> httpx.Client:
    """The one client of this process: it keeps connections, never cookies, and reads no proxy from the environment."""
    no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
    return httpx.Client(transport=_Transport(), cookies=no_cookies, trust_env=False, timeout=None)  # noqa: S113 - the budget decides
