"""Which host names we answer to, so that a page elsewhere cannot reach us under a name of its own."""

from functools import lru_cache

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from matinee.core.errors import BadInput

_LONGEST = 260


def check(host: bytes) -> None:
    """Raises BadInput when the Host header is not one of ours. ALLOWED_HOSTS extends them."""
    if not is_ours(host):
        shown = host[:80].decode("latin-1")
        raise BadInput(
            f'This server does not answer to the host "{shown}". If it should, add it to MATINEE_ALLOWED_HOSTS'
        )


def is_ours(host: bytes) -> bool:
    """Whether the Host header names us."""
    return len(host) <= _LONGEST and _remembered(host)


@lru_cache(256)
def _remembered(host: bytes) -> bool:
    domain, _port = split_domain_port(host.decode("latin-1"))
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
