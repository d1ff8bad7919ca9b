"""The one OpenAPI document is valid, and whatever is asked of the program, the answer is as the document says.

The catalogue's own addresses are asked in tests/catalog, where there is a catalogue.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.handlers.wsgi import WSGIHandler
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from matinee.accounts.actions import credentials
from matinee.config.api import api
from matinee.core.access import Scope
from tests.accounts.cast import person

pytestmark = pytest.mark.django_db

DOCUMENT: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema()))
API = schemathesis.openapi.from_dict(DOCUMENT)
_django = WSGIHandler()
API.app = lambda environ, start: _django(environ | {"REMOTE_ADDR": "192.0.2.7"}, start)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
BEHIND_A_GATE = r"^/api/v1/(me|users|invitations|settings|identity-providers|audit|connections)"
ASKS_OUTSIDE = r"/settings/trakt/test$"  # with any id at all; tests/library/trakt has somebody to ask
OURS = BEHIND_A_GATE.replace("(", "(about|setup|auth/app|", 1)  # browsers' flows are the same views

few = settings(
    max_examples=3,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The end of a request leaves the test's own connection open, as under Django's test client."""
    ends = (signals.request_started, signals.request_finished)
    for end in ends:
        end.disconnect(close_old_connections)
    yield
    for end in ends:
        end.connect(close_old_connections)


def asked(case: schemathesis.Case[Any], **headers: str) -> None:
    """The answer has to be as promised."""
    response = case.call(headers=headers)
    case.validate_response(response, checks=CHECKS)


def test_the_document_is_valid_openapi_and_the_same_each_time() -> None:
    API.validate()
    assert json.loads(json.dumps(api.get_openapi_schema())) == DOCUMENT


def test_every_operation_has_a_name_of_its_own_and_says_how_it_refuses() -> None:
    operations = [one for methods in DOCUMENT["paths"].values() for one in methods.values()]

    assert len({operation["operationId"] for operation in operations}) == len(operations)
    assert all("default" in operation["responses"] for operation in operations)


@pytest.fixture
def token() -> str:
    """Of an administrator, for everything."""
    return credentials.make_api_token(person("root"), "asking", set(Scope))[1]


@API.include(path_regex=OURS).parametrize()
@few
def test_whatever_a_stranger_asks_is_answered_as_promised(case: schemathesis.Case[Any]) -> None:
    asked(case)


@API.include(path_regex=BEHIND_A_GATE).exclude(path_regex=ASKS_OUTSIDE).parametrize()
@few
def test_whatever_an_administrators_token_asks_is_answered_as_promised(
    case: schemathesis.Case[Any], token: str
) -> None:
    asked(case, Authorization=f"Bearer {token}")
