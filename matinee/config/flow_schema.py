"""allauth's own description of its flows, made part of ours: one document, its components under names of their own."""

import copy
import json
import re
from functools import cache
from typing import Any, cast

from matinee.core.problems import CONTENT_TYPE

_REFERENCE = re.compile(r'"#/components/(\w+)/(\w+)"')
_PREFIX = "Auth"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SOMEBODY = "c0ffee00-0000-4000-8000-000000000001"

_UNFINISHED = {
    "description": "Signing in is not complete, has to be confirmed, or is over: `data.flows` names the next steps",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["status", "meta"],
                "properties": {
                    "status": {"type": "integer"},
                    "data": {
                        "type": "object",
                        "properties": {"flows": {"type": "array", "items": {"$ref": "#/components/schemas/Flow"}}},
                    },
                    "meta": {"type": "object"},
                },
            }
        }
    },
}


@cache
def flows() -> dict[str, Any]:
    """Its `paths` and `components`, with every component's name beginning with "Auth"."""
    from allauth.headless.spec.internal.schema import get_schema  # noqa: PLC0415 - reads YAML, for those who ask only

    spec = _refusing_as_problems(_told_in_full(get_schema()))
    kept = json.dumps({"paths": _for_browsers_and_apps(spec["paths"]), "components": spec["components"]}, default=str)
    kept = _UUID.sub(_SOMEBODY, kept)  # allauth thinks up a person for its examples, each time another
    renamed = json.loads(_REFERENCE.sub(lambda found: f'"#/components/{found[1]}/{_PREFIX}{found[2]}"', kept))
    renamed["components"] = {
        section: {f"{_PREFIX}{name}": value for name, value in entries.items()}
        for section, entries in renamed["components"].items()
        if section != "securitySchemes"
    }
    return cast(dict[str, Any], renamed)


def merged(schema: dict[str, Any]) -> dict[str, Any]:
    """`schema` with the flows in it."""
    told = flows()
    schema["paths"] = {**schema["paths"], **told["paths"]}
    for section, entries in told["components"].items():
        schema["components"][section] = {**schema["components"].get(section, {}), **entries}
    return schema


def _told_in_full(spec: dict[str, Any]) -> dict[str, Any]:
    """What allauth answers and its description leaves out: all its flows, and that any may ask to sign in (anew)."""
    from allauth.headless.constants import Flow  # noqa: PLC0415

    flow = spec["components"]["schemas"]["Flow"]["properties"]
    flow["id"] = {"type": "string", "enum": [str(one.value) for one in Flow]}
    flow["is_pending"] = {"type": "boolean"}
    configuration = spec["components"]["schemas"]["AccountConfiguration"]["properties"]
    configuration["login_methods"]["items"]["enum"] = ["email", "username", "phone"]
    for operations in spec["paths"].values():
        for method, operation in operations.items():
            for status in ("401", "410") if method != "parameters" else ():
                if status in operation["responses"]:
                    operation["responses"][status] = copy.deepcopy(_UNFINISHED)
    return spec


def _refusing_as_problems(spec: dict[str, Any]) -> dict[str, Any]:
    """`FlowAnswers` makes allauth's refusals problems, whose content type differs."""
    for operations in spec["paths"].values():
        for method, operation in operations.items():
            for status, told in operation["responses"].items() if method != "parameters" else ():
                name = told.get("$ref", "").rpartition("/")[2]
                content = (spec["components"]["responses"][name] if name else told).get("content", {})
                if str(status) >= "400" and "application/json" in content:
                    content[CONTENT_TYPE] = content.pop("application/json")
    return spec


def _for_browsers_and_apps(paths: dict[str, Any]) -> dict[str, Any]:
    """One path per client instead of a parameter: the two differ in what they need, and a path must name them all."""
    split: dict[str, Any] = {}
    for path, operations in paths.items():
        for client in ("browser", "app"):
            if "{client}" in path or f"/{client}/" in path:
                address = path.replace("{client}", client)
                split[address] = _operations(address, operations, client)
    return split


def _operations(address: str, operations: dict[str, Any], client: str) -> dict[str, Any]:
    shared = operations.get("parameters", [])
    return {
        method: _operation(operation, shared, client) | {"operationId": _name(address, method, client)}
        for method, operation in operations.items()
        if method != "parameters"
    }


def _operation(operation: dict[str, Any], shared: list[dict[str, Any]], client: str) -> dict[str, Any]:
    left_out = ("/Client", "/SessionToken") if client == "browser" else ("/Client",)
    parameters = [
        item for item in [*shared, *operation.get("parameters", [])] if not item.get("$ref", "").endswith(left_out)
    ]
    said = {name: value for name, value in operation.items() if name != "security"}
    return said | {"parameters": parameters, "tags": [f"sign-in ({client})"]}


def _name(address: str, method: str, client: str) -> str:
    """browser_get_auth_session for GET /api/v1/auth/browser/v1/auth/session."""
    _, _, rest = address.partition(f"/{client}/v1/")
    return "_".join([client, method, *re.split(r"[/-]", rest)])
