"""The audit log over HTTP: filters, pages, the table for spreadsheets, and for whom it is."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from matinee.accounts.actions import note
from matinee.accounts.models import AuditAction, User
from matinee.core.access import ALL_SCOPES, Origin, Role, Scope, Viewer, coming_from
from tests.accounts.tampering import break_in, sql
from tests.catalog.visits import seen_by

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
Wish = str | int | list[str]
Query = dict[str, Wish]
ROOT = Viewer(uuid4(), Role.ADMINISTRATOR, ALL_SCOPES)


@pytest.fixture(autouse=True)
def visited_by_root() -> Iterator[None]:
    """Whoever visits is an administrator, unless the test says otherwise."""
    visiting = [*settings.MIDDLEWARE, "tests.catalog.visits.Visiting"]
    with override_settings(MIDDLEWARE=visiting), seen_by(ROOT):
        yield


@pytest.fixture
def alice() -> User:
    return User.objects.create(username="alice")


@pytest.fixture
def evening(alice: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four things, an hour between."""
    for hour, (action, target, address) in enumerate(
        [
            (AuditAction.SIGN_IN_FAILED, "alice", "192.0.2.66"),
            (AuditAction.SIGNED_IN, "alice", "192.0.2.7"),
            (AuditAction.ROLE_CHANGED, "bob", "192.0.2.7"),
            (AuditAction.SIGNED_OUT, "", "192.0.2.7"),
        ]
    ):
        who = None if action == AuditAction.SIGN_IN_FAILED else alice.id
        with monkeypatch.context() as clock, coming_from(Origin(who, address, "Television/1.0")):
            clock.setattr(timezone, "now", lambda hour=hour: NOON + timedelta(hours=hour))
            note(action, target=target, before={"role": "guest"} if target == "bob" else None)


def get(**query: Wish) -> dict[str, Any]:
    response = Client().get("/api/v1/audit", query)
    assert response.status_code == 200, response.content
    found: dict[str, Any] = response.json()
    return found


def ids(**query: Wish) -> list[int]:
    return [item["id"] for item in get(**query)["items"]]


def test_an_entry_is_shown_with_all_it_tells_but_no_signature(evening: None, alice: User) -> None:
    shown = get(action="role_changed")

    assert shown == {
        "items": [
            {
                "id": 3,
                "at": "2026-03-01T14:00:00Z",
                "action": "role_changed",
                "actorId": str(alice.id),
                "actor": "alice",
                "target": "bob",
                "address": "192.0.2.7",
                "device": "Television/1.0",
                "correlationId": "",
                "before": {"role": "guest"},
                "after": None,
            }
        ],
        "total": 1,
        "page": 1,
        "pages": 1,
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, [4, 3, 2, 1]),
        ({"action": ["signed_in", "signed_out"]}, [4, 2]),
        ({"actor": "LIC"}, [4, 3, 2]),
        ({"actor": "%"}, []),
        ({"target": "alice"}, [2, 1]),
        ({"address": "192.0.2.66"}, [1]),
        ({"since": "2026-03-01T13:00:00Z"}, [4, 3, 2]),
        ({"since": "2026-03-01T14:00:00+01:00", "until": "2026-03-01T15:00:00"}, [3, 2]),
        ({"since": "2026-03-02"}, []),
        ({"target": "alice", "action": "signed_in", "actor": "alice"}, [2]),
        ({"perPage": 2, "page": 1}, [4, 3]),
        ({"perPage": 2, "page": 2}, [2, 1]),
        ({"page": 7}, []),
    ],
)
def test_filters_choose_and_the_newest_comes_first(evening: None, query: Query, expected: list[int]) -> None:
    assert ids(**query) == expected


def test_a_person_is_found_by_id_after_a_change_of_name(evening: None, alice: User) -> None:
    User.objects.filter(id=alice.id).update(username="alicia")
    assert ids(actor=str(alice.id)) == [4, 3, 2]


def test_pages_are_counted(evening: None) -> None:
    shown = get(perPage=3)
    assert (shown["total"], shown["page"], shown["pages"]) == (4, 1, 2)


@pytest.mark.parametrize(
    "query",
    [
        {"action": "danced"},
        {"since": "yesterday"},
        {"page": 0},
        {"page": 10**20},
        {"perPage": 201},
        {"actor": "a\0b"},
        {"actr": "alice"},
    ],
)
def test_a_question_that_makes_no_sense_is_a_problem_that_names_the_field(db: None, query: Query) -> None:
    response = Client().get("/api/v1/audit", query)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert next(iter(query)) in response.json()["detail"]


@pytest.mark.parametrize(
    ("viewer", "status"),
    [
        (Viewer(), 401),
        (Viewer(uuid4(), Role.GUEST, ALL_SCOPES), 403),
        (Viewer(uuid4(), Role.MEMBER, ALL_SCOPES), 403),
        (Viewer(uuid4(), Role.ADMINISTRATOR, frozenset({Scope.READ, Scope.WRITE})), 403),
        (ROOT, 200),
    ],
)
def test_the_log_is_for_administrators(db: None, viewer: Viewer, status: int) -> None:
    with seen_by(viewer):
        assert Client().get("/api/v1/audit").status_code == status
        assert Client().get("/api/v1/audit.csv").status_code == status
        assert Client().post("/api/v1/audit/verify").status_code == status


def test_no_cache_keeps_the_log(db: None) -> None:
    for path in ("/api/v1/audit", "/api/v1/audit.csv"):
        assert Client().get(path).headers["Cache-Control"] == "no-store"


def table(**query: Wish) -> list[dict[str, str]]:
    response = Client().get("/api/v1/audit.csv", query)
    assert response.streaming
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="audit.csv"'
    return list(csv.DictReader(io.StringIO(response.getvalue().decode(), newline="")))


def test_the_table_has_the_same_filters(evening: None, alice: User) -> None:
    (row,) = table(action="role_changed")
    assert row == {
        "id": "3",
        "at": "2026-03-01T14:00:00+00:00",
        "action": "role_changed",
        "actorId": str(alice.id),
        "actor": "alice",
        "target": "bob",
        "address": "192.0.2.7",
        "device": "Television/1.0",
        "correlationId": "",
        "before": '{"role": "guest"}',
        "after": "",
    }


@pytest.mark.parametrize("formula", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"])
def test_a_formula_from_strangers_computes_nothing_in_a_spreadsheet(db: None, formula: str) -> None:
    with coming_from(Origin(device=formula)):
        note(AuditAction.SIGN_IN_FAILED, target=formula)
    (row,) = table()
    assert (row["target"], row["device"]) == (f"'{formula}", f"'{formula}")


def test_commas_quotes_and_other_scripts_survive_the_table(db: None) -> None:
    note(AuditAction.SIGN_IN_FAILED, target='Kürbis, "groß", 映画')
    assert table()[0]["target"] == 'Kürbis, "groß", 映画'


def test_a_long_log_is_sent_in_pieces(db: None) -> None:
    for number in range(405):
        note(AuditAction.SIGNED_IN, target=str(number))
    pieces = list(Client().get("/api/v1/audit.csv"))
    assert len(pieces) == 3
    assert [row["id"] for row in table()] == [str(number) for number in range(405, 0, -1)]


def test_verifying_says_what_it_found(evening: None) -> None:
    assert Client().post("/api/v1/audit/verify").json() == {"ok": True, "checked": 4, "problem": None}
    break_in()
    sql("DELETE FROM accounts_auditentry WHERE id = 2")
    assert Client().post("/api/v1/audit/verify").json() == {
        "ok": False,
        "checked": 1,
        "problem": "Entry 2 was removed",
    }


def test_a_page_costs_two_statements_however_long_it_is(evening: None) -> None:
    for _ in range(50):
        note(AuditAction.SIGNED_IN)
    with CaptureQueriesContext(
        connection,
    ) as statements:
        assert len(ids(perPage=50)) == 50
    about_entries = [found["sql"] for found in statements if "auditentry" in found["sql"]]
    assert len(about_entries) == 2  # besides finding out who asks


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ({"action": "signed_in"}, "audit_action"),
        ({"actor": str(uuid4())}, "audit_actor"),
        ({"target": "alice"}, "audit_target"),
        ({"address": "192.0.2.7"}, "audit_address"),
    ],
)
def test_each_filter_has_an_index_that_gives_the_order_too(evening: None, query: dict[str, str], index: str) -> None:
    with CaptureQueriesContext(connection) as statements:
        ids(**query)
    plan = _plan(statements[-1]["sql"])
    assert index in plan
    assert "TEMP B-TREE" not in plan
    assert "Sort" not in plan


def _plan(statement: str) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # four rows are read whole else
            cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(("EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN ") + statement)
        return "\n".join(str(row) for row in cursor.fetchall())
