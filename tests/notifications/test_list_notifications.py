"""What somebody was told, by page, and what was missed since."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from matinee.accounts.actions import find_user
from matinee.accounts.actions.credentials import make_api_token
from matinee.core.access import Scope
from matinee.notifications import actions, queries
from tests.accounts.cast import Browser, Program, person, refused, said, seated
from tests.notifications.telling import some_for

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def alice() -> Browser:
    person("alice")
    person("bob")
    return seated("alice")


def ids(browser: Browser, query: str = "") -> list[int]:
    return [item["id"] for item in said(browser.get(f"/notifications{query}"))["items"]]


def test_the_newest_come_first_with_what_is_unread(alice: Browser) -> None:
    made = some_for("alice", 3)
    some_for("bob", 2)
    actions.mark_read(find_user("alice").pk, made[:1])

    shown = said(alice.get("/notifications"))

    assert [item["id"] for item in shown["items"]] == made[::-1]
    assert (shown["unread"], shown["next"]) == (2, None)
    newest, oldest = shown["items"][0], shown["items"][-1]
    assert set(newest) == {"id", "kind", "data", "createdAt", "readAt"}
    assert (newest["kind"], newest["data"], newest["readAt"]) == ("role.changed", {"role": "guest"}, None)
    assert oldest["readAt"].endswith("Z")


def test_who_was_told_nothing_has_an_empty_page(alice: Browser) -> None:
    assert said(alice.get("/notifications")) == {"items": [], "unread": 0, "next": None}


def test_pages_follow_each_other_without_a_gap(alice: Browser) -> None:
    made = some_for("alice", 5)

    first = said(alice.get("/notifications?limit=2"))
    second = said(alice.get(f"/notifications?limit=2&before={first['next']}"))
    last = said(alice.get(f"/notifications?limit=2&before={second['next']}"))

    assert [item["id"] for page in (first, second, last) for item in page["items"]] == made[::-1]
    assert [page["unread"] for page in (first, second, last)] == [5, 5, 5]
    assert last["next"] is None


def test_a_page_that_is_exactly_full_is_the_last(alice: Browser) -> None:
    some_for("alice", 2)

    assert said(alice.get("/notifications?limit=2"))["next"] is None


def test_who_was_away_catches_up_from_the_last_one_known(alice: Browser) -> None:
    made = some_for("alice", 6)

    missed = said(alice.get(f"/notifications?after={made[1]}&limit=3"))
    rest = said(alice.get(f"/notifications?after={missed['next']}&limit=3"))

    assert [item["id"] for item in missed["items"]] == made[2:5]
    assert [item["id"] for item in rest["items"]] == made[5:]
    assert rest["next"] is None
    assert ids(alice, f"?after={made[-1]}") == []
    assert ids(alice, "?after=0") == made


def test_twenty_are_shown_unless_asked_for_otherwise(alice: Browser) -> None:
    made = some_for("alice", 51)

    assert ids(alice) == made[:-21:-1]
    assert ids(alice, "?limit=50") == made[:0:-1]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?limit=0", "limit"),
        ("?limit=51", "limit"),
        ("?limit=many", "limit"),
        ("?before=x", "before"),
        ("?before=-1", "before"),
        (f"?after={2**63}", "after"),
        ("?after=1.5", "after"),
    ],
)
def test_what_cannot_be_asked_for_is_named(alice: Browser, query: str, field: str) -> None:
    response = alice.get(f"/notifications{query}")

    refused(response, 400)
    assert field in {detail["field"].split(".")[-1] for detail in said(response)["details"]}


def test_both_ways_at_once_lead_nowhere(alice: Browser) -> None:
    refused(alice.get("/notifications?before=5&after=1"), 400, "not both")


def test_a_token_for_reading_reads_and_changes_nothing(alice: Browser) -> None:
    [told] = some_for("alice", 1)
    _, text = make_api_token(find_user("alice"), "a dashboard", [Scope.READ])
    program = Program(access=text)

    assert said(program.get("/notifications"))["unread"] == 1
    refused(program.post("/notifications/read", {"ids": [told]}), 403)
    refused(program.send("DELETE", f"/notifications/{told}"), 403)


# --- what it costs ---

USES: dict[str, Callable[[], object]] = {
    "newest": lambda: queries.newest(find_user("alice").pk, limit=20),
    "before": lambda: queries.newest(find_user("alice").pk, before=2**40, limit=20),
    "after": lambda: queries.since(find_user("alice").pk, after=0, limit=20),
}


@pytest.mark.parametrize("asked", USES)
@pytest.mark.parametrize("count", [1, 60])
def test_a_page_is_two_statements_however_much_there_is(alice: Browser, asked: str, count: int) -> None:
    some_for("alice", count)

    statements = statements_of(USES[asked])

    assert len(statements) == 2


@pytest.mark.parametrize("asked", USES)
def test_each_statement_has_an_index_that_gives_the_order_too(alice: Browser, asked: str) -> None:
    some_for("alice", 3)
    some_for("bob", 3)
    page, unread = statements_of(USES[asked])

    assert "notification_shown" in plan(page) or "notifications_notification_pkey" in plan(page)
    assert "notification_unread" in plan(unread)
    for statement in (page, unread):
        assert "TEMP B-TREE" not in plan(statement)
        assert "Sort" not in plan(statement)


def statements_of(use: Callable[[], object]) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        use()
    return [query["sql"] for query in captured.captured_queries if "accounts_user" not in query["sql"]]


def plan(statement: str) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")  # six rows are read whole else
            cursor.execute("SET LOCAL enable_bitmapscan = off")
        cursor.execute(("EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN ") + statement)
        return "\n".join(str(row) for row in cursor.fetchall())
