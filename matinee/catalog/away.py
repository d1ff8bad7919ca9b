"""What visitors are told when the provider gives no answer of use: one plain sentence.

What exactly was wrong means nothing to them. It is for administrators, on the Connections page and in the log.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from matinee.core.errors import NotFound, ServiceDown, ServiceError, ServiceRefused

log = structlog.get_logger(__name__)


def plainly(error: ServiceError | NotFound) -> str:
    """What happened, in words without technical detail, which goes to the log. It wants a full stop, or more words."""
    if isinstance(error, NotFound):
        return error.detail
    if isinstance(error, ServiceDown):
        return "TMDB does not answer at the moment"  # what went wrong was logged with the call
    log.warning("the provider's answer is of no use", service=error.service, problem=error.detail)
    if isinstance(error, ServiceRefused):
        return "TMDB does not let this Matinee in at the moment"
    return "TMDB gave no answer of use"


def known_before(reason: str) -> str:
    """The notice above what is shown instead of an answer. `reason` as from `plainly`."""
    return f"{reason}; this is what we knew before."


def nothing_known(reason: str) -> str:
    """The error, where there is nothing to show instead. `reason` as from `plainly`."""
    return f"{reason}; nothing is stored of this page yet"


@contextmanager
def told_plainly() -> Iterator[None]:
    """Inside, the provider is asked for what there is nothing of yet. Its errors keep their kind, not their detail."""
    try:
        yield
    except ServiceError as error:
        kind = next((kind for kind in (ServiceDown, ServiceRefused) if isinstance(error, kind)), ServiceError)
        raise kind(
            error.service, nothing_known(plainly(error)), retry_after=error.retry_after, reached=error.reached
        ) from error
