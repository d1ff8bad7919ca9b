"""The one OpenAPI document, with what is true of every address: how it says no, and who may call it."""

from typing import Any

from matinee.config import flow_schema
from matinee.core.problems import CONTENT_TYPE

_TEXT = {"type": "string"}
_PROBLEM = {
    "type": "object",
    "description": "RFC 9457. `error` and `title` are the same; `details` names the fields that are wrong.",
    "required": ["type", "title", "status", "detail", "error", "details", "correlationId"],
    "properties": {
        "type": _TEXT,
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": _TEXT,
        "error": _TEXT,
        "details": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["field", "message"],
                "properties": {"field": _TEXT, "message": _TEXT, "code": _TEXT},
            },
        },
        "correlationId": _TEXT,
    },
}
_REFUSED = {
    "description": "What is wrong, and what would be right",
    "content": {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
_CREDENTIALS: list[dict[str, list[str]]] = [{"session": []}, {"token": []}]
_SCHEMES = {
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
        "description": "Of a browser. What changes something needs the cookie `csrftoken` as the header `X-CSRFToken`.",
    },
    "token": {"type": "http", "scheme": "bearer", "description": "An access token, or an API token (`mat_…`)."},
}
_BY_GATE: dict[str, list[dict[str, list[str]]]] = {"_Anyone": [], "_Visitors": [{}, *_CREDENTIALS]}


def finished(schema: dict[str, Any]) -> dict[str, Any]:
    """Ninja's document of our own addresses, with the flows and all that is true of every address."""
    whole = flow_schema.merged(schema)
    whole["components"]["securitySchemes"] = _SCHEMES
    whole["components"]["schemas"]["Problem"] = _PROBLEM
    whole["components"].setdefault("responses", {})["Refused"] = _REFUSED
    for operations in whole["paths"].values():
        for operation in operations.values():
            answers = {str(status): told for status, told in operation["responses"].items()}
            operation["responses"] = answers | {"default": {"$ref": "#/components/responses/Refused"}}
            if gates := operation.get("security"):
                operation["security"] = _BY_GATE.get(next(iter(gates[0]), ""), _CREDENTIALS)
    return whole
