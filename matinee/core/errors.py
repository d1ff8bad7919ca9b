"""The one family of errors: each has an HTTP status, a short title and a sentence for people.

"Has none" (`NotFound`) is never confused with "couldn't ask" (`ServiceDown`).
"""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One wrong field of the input, by the name the caller used. `code` is for whoever says it in another language."""

    field: str
    message: str
    code: str = ""


class MatineeError(Exception):
    """Base of all. `detail` says what is wrong and what would be right."""

    status = 500
    title = "Something went wrong"

    def __init__(self, detail: str, *, fields: tuple[FieldProblem, ...] = (), retry_after: int | None = None) -> None:
        """`retry_after`: seconds after which the same call may succeed."""
        super().__init__(detail)
        self.detail = detail
        self.fields = fields
        self.retry_after = retry_after


class BadInput(MatineeError):
    """The caller sent something that cannot be understood."""

    status = 400
    title = "Bad input"

    @classmethod
    def at(cls, field: str, message: str) -> "BadInput":
        """One wrong field."""
        return cls(f"{field}: {message}", fields=(FieldProblem(field, message),))


class NotFound(MatineeError):
    """It was looked for, and there is none."""

    status = 404
    title = "Not found"


class Forbidden(MatineeError):
    """The caller is known, or need not be, and may not."""

    status = 403
    title = "Forbidden"


class Conflict(MatineeError):
    """What is asked for was possible, and is not as things stand now."""

    status = 409
    title = "Not as things stand"


class TooOften(MatineeError):
    """More requests than a limit allows."""

    status = 429
    title = "Too many requests"


class Reached(Enum):
    """How far a failed call came: to NOBODY, since none may be made now; into SILENCE; or it was ANSWERED, badly."""

    NOBODY = "nobody"
    SILENCE = "silence"
    ANSWERED = "answered"


class ServiceError(MatineeError):
    """An outside service could not be asked, or answered nothing usable. Base of the two below."""

    status = 502
    title = "Outside service failed"

    def __init__(
        self, service: str, detail: str, *, retry_after: int | None = None, reached: Reached = Reached.ANSWERED
    ) -> None:
        super().__init__(detail, retry_after=retry_after)
        self.service = service
        self.reached = reached


class ServiceDown(ServiceError):
    """Could not be asked: no connection, too slow, overloaded, or its breaker is open. Worth trying again later."""

    status = 503
    title = "Outside service unavailable"


class ServiceRefused(ServiceError):
    """It answered that we may not, e.g. a wrong key. Trying again changes nothing until someone mends the set-up."""

    status = 502
    title = "Outside service refused"
