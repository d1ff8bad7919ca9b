"""Errors as RFC 9457 problem documents."""

import orjson
from django.http import HttpResponse

from matinee.core.correlation import correlation_id
from matinee.core.errors import FieldProblem, MatineeError

CONTENT_TYPE = "application/problem+json"


def problem(error: Exception) -> tuple[int, dict[str, str], dict[str, object]]:
    """The status, headers and body that tell an error. Any that is not ours is a 500 without its inside."""
    known = error if isinstance(error, MatineeError) else MatineeError(_unexpected())
    headers = {"Content-Type": CONTENT_TYPE, "Cache-Control": "no-store"}
    if known.retry_after is not None:
        headers["Retry-After"] = str(known.retry_after)
    body: dict[str, object] = {
        "type": f"urn:matinee:problem:{known.title.lower().replace(' ', '-')}",
        "title": known.title,
        "status": known.status,
        "detail": known.detail,
        "error": known.title,
        "details": [_detail(field) for field in known.fields],
        "correlationId": correlation_id(),
    }
    return known.status, headers, body


def problem_response(error: Exception, **more: object) -> HttpResponse:
    """Django's answer that tells an error; `more` is added to the body."""
    status, headers, body = problem(error)
    return HttpResponse(orjson.dumps(body | more), status=status, headers=headers)


def _detail(field: FieldProblem) -> dict[str, str]:
    told = {"field": field.field, "message": field.message}
    return told | {"code": field.code} if field.code else told


def _unexpected() -> str:
    identity = correlation_id()
    return (
        f"This is our fault, not yours. The log tells more under {identity}"
        if identity
        else "This is our fault, not yours"
    )
