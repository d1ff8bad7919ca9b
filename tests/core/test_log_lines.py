"""What the program writes to its log, seen from outside it."""

import json
import subprocess

import pytest

from matinee.core.logs import _redact_event, redact
from tests import databases, loopback


def log_of_a_call(server: loopback.LoopbackServer, form: str) -> list[str]:
    server.on("/broken", loopback.html(status=500))
    finished = subprocess.run(
        databases.python("-m", "tests.core.programs", "log-a-call", server.url),
        env=databases.environment(
            MATINEE_LOG_FORMAT=form, MATINEE_PRIVATE_HOSTS=server.host, MATINEE_BREAKER_FAILURES="1"
        ),
        capture_output=True,
        text=True,
        check=True,
    )
    return finished.stderr.splitlines()


def test_every_line_carries_the_correlation_id_and_none_a_secret(server: loopback.LoopbackServer) -> None:
    lines = [json.loads(line) for line in log_of_a_call(server, "json")]
    by_event = {line["event"]: line for line in lines}

    assert {"breaker changed", "outside call failed", "it failed"} <= set(by_event)
    assert {line["correlation_id"] for line in lines if "status" not in line["event"]} == {"visit-12345678"}
    assert "sesame" not in json.dumps(lines)
    assert by_event["it failed"]["address"].endswith("/a?api_key=[hidden]&page=1")
    assert by_event["it failed"]["headers"] == {"Authorization": "[hidden]", "Accept": "text/html"}
    assert "ServiceDown" in by_event["it failed"]["exception"] or "_Failed" in by_event["it failed"]["exception"]
    assert any(line.get("logger") == "library" for line in lines)  # lines of libraries look the same


def test_lines_for_people_hide_secrets_too(server: loopback.LoopbackServer) -> None:
    text = "\n".join(log_of_a_call(server, "console"))
    assert "outside call failed" in text
    assert "visit-12345678" in text
    assert "sesame" not in text


def test_a_visitor_cannot_make_a_terminal_or_the_log_obey() -> None:
    event = _redact_event(None, "", {"event": "request", "path": "/api/\x1b[2J\x00\x9b1m\r2026 [info] root logged in"})
    assert event["path"] == "/api/\\x1b[2J\\x00\\x9b1m\\x0d2026 [info] root logged in"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("GET /3/movie/7?api_key=abc123&language=de", "GET /3/movie/7?api_key=[hidden]&language=de"),
        ("Authorization: Bearer eyJhbGciOi.J9.x-y_z", "Authorization: Bearer [hidden]"),
        ("{'Authorization': 'sesame', 'Accept': '*/*'}", "{'Authorization': '[hidden]', 'Accept': '*/*'}"),
        ('{"api_key": "sesame"}', '{"api_key": "[hidden]"}'),
        ("postgresql://matinee:sesame@db:5432/x", "postgresql://matinee:[hidden]@db:5432/x"),
        ("redis://:sesame@cache:6379/0", "redis://:[hidden]@cache:6379/0"),
        ("a title called The Bearer of Bad News, page=2", "a title called The Bearer of Bad News, page=2"),
    ],
)
def test_secrets_are_hidden_in_any_text(text: str, clean: str) -> None:
    assert redact(text) == clean
