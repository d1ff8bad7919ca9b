"""Which host names we answer to, so that a page elsewhere cannot reach us under a name of its own."""

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from matinee.config.hall.memory import remembered
from matinee.core.errors import BadInput


def check(host: bytes) -> None:
    """Raises BadInput when the Host header is not one of ours. ALLOWED_HOSTS extends them."""
    if not is_ours(host):
        shown = host[:80].decode("latin-1")
        raise BadInput(
            f'This server does not answer to the host "{shown}". If it should, add it to MATINEE_ALLOWED_HOSTS'
        )


def _is_ours(host: bytes) -> bool:
    domain, _port = split_domain_port(host.decode("latin-1"))
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)


is_ours = remembered(_is_ours)
"""Whether a Host header names us."""
