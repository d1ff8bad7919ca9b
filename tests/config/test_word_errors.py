"""Errors that are nobody's word yet, as the API tells them."""

import json

import pytest
from django.core.exceptions import TooManyFieldsSent
from django.db import InterfaceError, OperationalError
from django.http.multipartparser import MultiPartParserError
from django.test import RequestFactory

from matinee.config.problems import _worded


@pytest.mark.parametrize(
    ("error", "status", "title"),
    [
        (OperationalError("database is locked"), 503, "Database unavailable"),
        (InterfaceError("the connection is closed"), 503, "Database unavailable"),
        (TooManyFieldsSent("too many"), 400, "Bad input"),
        (MultiPartParserError("Invalid boundary"), 400, "Bad input"),
        (RuntimeError("secret"), 500, "Something went wrong"),
    ],
)
def test_an_error_is_told_by_whose_fault_it_is(error: Exception, status: int, title: str) -> None:
    response = _worded(RequestFactory().get("/api/v1/movies"), error)
    told = json.loads(response.content)
    assert (response.status_code, told["title"]) == (status, title)
    assert str(error) not in told["detail"]
    assert response.get("Retry-After") == ("5" if status == 503 else None)
