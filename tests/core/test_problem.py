"""Errors as problem documents."""

from matinee.core.correlation import correlated
from matinee.core.errors import BadInput, NotFound, ServiceDown
from matinee.core.problems import problem


def test_bad_input_names_its_fields_and_the_correlation_id() -> None:
    with correlated("visit-12345678"):
        status, headers, body = problem(BadInput.at("page", "should be between 1 and 500"))
    assert status == 400
    assert headers == {"Content-Type": "application/problem+json", "Cache-Control": "no-store"}
    assert body == {
        "type": "urn:matinee:problem:bad-input",
        "title": "Bad input",
        "status": 400,
        "detail": "page: should be between 1 and 500",
        "error": "Bad input",
        "details": [{"field": "page", "message": "should be between 1 and 500"}],
        "correlationId": "visit-12345678",
    }


def test_a_service_that_is_down_says_when_to_come_back() -> None:
    status, headers, body = problem(ServiceDown("archive", "The archive is down", retry_after=30))
    assert (status, headers["Retry-After"], body["detail"]) == (503, "30", "The archive is down")


def test_a_missing_thing_has_no_fields() -> None:
    status, _, body = problem(NotFound("no film has the id 7"))
    assert (status, body["details"]) == (404, [])


def test_an_error_that_is_not_ours_tells_nothing_of_its_inside() -> None:
    with correlated("visit-12345678"):
        status, _, body = problem(RuntimeError("password=sesame in /srv/secret.py"))
    assert status == 500
    assert body["detail"] == "This is our fault, not yours. The log tells more under visit-12345678"
