"""What administrators decide about people, and that it holds from the next request on."""

import pytest

from matinee.accounts.actions import find_user
from matinee.accounts.models import AuditAction, AuditEntry
from tests.accounts.cast import PASSWORD, Browser, Program, person, refused, said, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

Visitor = Browser | Program


@pytest.fixture
def root() -> Browser:
    person("root")
    person("alice")
    return signed_in("root")


def address(name: str) -> str:
    return f"/users/{find_user(name).pk}"


def entered(kind: type[Visitor], name: str = "alice") -> Visitor:
    visitor = kind()
    assert visitor.sign_in(name).status_code == 200
    return visitor


@pytest.mark.parametrize("kind", [Browser, Program])
def test_an_age_cap_holds_from_the_next_request_on(root: Browser, kind: type[Visitor]) -> None:
    alice = entered(kind)
    assert alice.get("/movies")["X-View"] == ""

    assert root.send("PATCH", address("alice"), {"ageCap": 12, "unrated": False}).status_code == 200

    assert alice.get("/movies")["X-View"] == "12"
    assert said(alice.get("/me"))["ageCap"] == 12
    root.send("PATCH", address("alice"), {"ageCap": None})
    assert alice.get("/movies")["X-View"] == ""


@pytest.mark.parametrize("kind", [Browser, Program])
def test_somebody_deactivated_is_out_at_once_and_somebody_back_can_sign_in(root: Browser, kind: type[Visitor]) -> None:
    alice = entered(kind)

    assert root.send("PATCH", address("alice"), {"isActive": False}).status_code == 200
    refused(alice.get("/me"), 401)
    assert kind().sign_in("alice").status_code in {400, 401}

    root.send("PATCH", address("alice"), {"isActive": True})
    refused(alice.get("/me"), 401)
    assert kind().sign_in("alice").status_code == 200


def test_a_new_administrator_may_administer_at_once_and_an_old_one_no_more(root: Browser) -> None:
    alice = signed_in("alice")
    refused(alice.get("/users"), 403)

    root.send("PATCH", address("alice"), {"role": "administrator"})
    assert alice.get("/users").status_code == 200

    assert alice.send("PATCH", address("root"), {"role": "guest"}).status_code == 200
    refused(root.get("/users"), 403)
    noted = AuditEntry.objects.filter(action=AuditAction.ROLE_CHANGED).order_by("id")
    assert [(entry.actor, entry.target, entry.before, entry.after) for entry in noted] == [
        ("root", "alice", {"role": "member"}, {"role": "administrator"}),
        ("alice", "root", {"role": "administrator"}, {"role": "guest"}),
    ]


def test_switches_and_quotas_are_stored_and_noted(root: Browser) -> None:
    wanted = {"mayRequest": False, "mayUpload": True, "quotas": {"streams": 2}, "displayName": "Alice L."}

    answer = root.send("PATCH", address("alice"), wanted)

    told = said(answer)
    assert {name: told[name] for name in ("mayRequest", "mayUpload", "displayName")} == {
        "mayRequest": False,
        "mayUpload": True,
        "displayName": "Alice L.",
    }
    assert told["quotas"]["streams"] == 2
    assert said(signed_in("alice").get("/me"))["quotas"]["streams"] == 2
    assert AuditEntry.objects.filter(action=AuditAction.PERSON_CHANGED, target="alice").count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "king"},
        {"ageCap": 22},
        {"ageCap": -1},
        {"ageCap": "12x"},
        {"quotas": {"streams": -1}},
        {"quotas": {"cakes": 1}},
        {"quotas": []},
        {"isActive": None},
        {"isActive": "perhaps"},
        {"displayName": "x" * 81},
        {"displayName": "a\0b"},
        {"displayName": None},
        {"username": "eve"},
        {"password": "x"},
        [],
        "x",
        None,
    ],
)
def test_a_wrong_decision_is_refused(root: Browser, wrong: object) -> None:
    before = find_user("alice")

    refused(root.send("PATCH", address("alice"), wrong), 400)

    after = find_user("alice")
    assert (after.role, after.age_cap, after.quotas, after.is_active) == (
        before.role,
        before.age_cap,
        before.quotas,
        before.is_active,
    )


def test_a_person_made_by_root_can_sign_in_at_once(root: Browser) -> None:
    made = root.post("/users", {"username": "bob", "email": "Bob@Example.ORG", "password": PASSWORD, "role": "guest"})

    assert made.status_code == 201, made.content
    assert "password" not in said(made)
    assert said(entered(Browser, "bob@example.org").get("/me"))["role"] == "guest"
    refused(root.post("/users", {"username": "BOB", "password": PASSWORD}), 400, "taken")
    refused(root.post("/users", {"username": "eve", "email": "bob@example.org", "password": PASSWORD}), 400)
    refused(root.post("/users", {"username": "eve", "password": "short"}), 400)


def test_a_password_set_with_spaces_around_it_works_as_typed(root: Browser) -> None:
    root.post("/users", {"username": "bob", "password": f" {PASSWORD} "})

    assert Browser().sign_in("bob", f" {PASSWORD} ").status_code == 200


def test_a_password_set_by_root_ends_the_persons_sessions(root: Browser) -> None:
    alice = signed_in("alice")

    assert root.send("PUT", f"{address('alice')}/password", {"password": "another lamp 1925"}).status_code == 204

    refused(alice.get("/me"), 401)
    assert Browser().sign_in("alice", "another lamp 1925").status_code == 200
    refused(root.send("PUT", f"{address('alice')}/password", {"password": "short"}), 400)


def test_root_signs_somebody_out_everywhere(root: Browser) -> None:
    alice = signed_in("alice")

    assert root.send("DELETE", f"{address('alice')}/sessions").status_code == 204

    refused(alice.get("/me"), 401)
    assert AuditEntry.objects.filter(action=AuditAction.SESSION_ENDED, actor="root").exists()


def test_somebody_deleted_is_gone(root: Browser) -> None:
    alice, place = signed_in("alice"), address("alice")

    assert root.send("DELETE", place).status_code == 204

    refused(alice.get("/me"), 401)
    refused(root.get(place), 404)
    refused(root.send("DELETE", place), 404)
    assert AuditEntry.objects.filter(action=AuditAction.PERSON_DELETED, actor="root", target="alice").count() == 1


def test_people_are_found_by_part_of_a_name_or_address(root: Browser) -> None:
    person("gus")

    assert [one["username"] for one in said(root.get("/users"))["items"]] == ["alice", "gus", "root"]
    assert [one["username"] for one in said(root.get("/users?search=LIC"))["items"]] == ["alice"]
    assert [one["username"] for one in said(root.get("/users?search=gus@example"))["items"]] == ["gus"]
    assert [one["username"] for one in said(root.get("/users?role=guest"))["items"]] == ["gus"]
    assert said(root.get("/users?page=9"))["items"] == []
    assert said(root.get("/users?search=%25"))["items"] == []
    refused(root.get("/users?page=0"), 400)
    refused(root.get("/users?role=king"), 400)


@pytest.mark.parametrize("name", ["alice", "gus"])
def test_members_and_guests_administer_nothing(root: Browser, name: str) -> None:
    if name == "gus":
        person("gus")
    visitor = entered(Program, name)
    for method, place in (
        ("GET", "/users"),
        ("POST", "/users"),
        ("PATCH", address("root")),
        ("DELETE", address("root")),
        ("PUT", f"{address('root')}/password"),
        ("GET", "/invitations"),
        ("GET", "/audit"),
        ("GET", "/settings/accounts"),
    ):
        refused(visitor.send(method, place), 403)
