"""allauth's own description of its flows, made part of ours: one document, its components under names of their own."""

import json
import re
from functools import cache
from typing import Any, cast

_REFERENCE = re.compile(r'"#/components/(\w+)/(\w+)"')
_PREFIX = "Auth"


@cache
def flows() -> dict[str, Any]:
    """Its `paths` and `components`, with every component's name beginning with "Auth"."""
    from allauth.headless.spec.internal.schema import get_schema  # noqa: PLC0415 - reads YAML, for those who ask only

    spec = get_schema()
    kept = json.dumps({"paths": _for_browsers_and_apps(spec["paths"]), "components": spec["components"]}, default=str)
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


def _for_browsers_and_apps(paths: dict[str, Any]) -> dict[str, Any]:
    """One path per client instead of a parameter: the two differ in what they need, and a path must name them all."""
    split: dict[str, Any] = {}
    for path, operations in paths.items():
        for client in ("browser", "app"):
            if "{client}" in path or f"/{client}/" in path:
                split[path.replace("{client}", client)] = _without_client(operations, client)
    return split


def _without_client(operations: dict[str, Any], client: str) -> dict[str, Any]:
    changed = {}
    for method, operation in operations.items():
        if method == "parameters":
            continue
        said = dict(operation)
        given = [*operations.get("parameters", []), *said.pop("parameters", [])]
        parameters = [item for item in given if item.get("$ref") != "#/components/parameters/Client"]
        if client == "browser":
            parameters = [item for item in parameters if not item.get("$ref", "").endswith("/SessionToken")]
        if parameters:
            said["parameters"] = parameters
        said["tags"] = [f"sign-in ({client})"]
        said.pop("security", None)
        changed[method] = said
    return changed
