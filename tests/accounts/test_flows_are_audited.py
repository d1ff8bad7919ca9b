"""Every deed around an account leaves its entry: who, from where, with what, in which request; and never a secret."""

import pytest

from matinee.accounts.models import AuditAction, AuditEntry
from matinee.accounts.queries import verify_audit
from tests.accounts import post
from tests.accounts.cast import PASSWORD, Browser, Program, person, said

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

ALICE = "alice@example.org"
WHERE, DEVICE = "198.51.100.7", "Phone/1"


class Told:
    """Who does something on that device, at that address."""

    def __init__(self, visitor: Browser | Program) -> None:
        self.visitor = visitor
        visitor.address = WHERE

    def does(self, method: str, path: str, body: object = None) -> dict[str, object]:
        flows = self.visitor.flows
        place = f"{flows}{path}" if path.startswith(("/auth", "/account")) else path
        answer = self.visitor.send(method, place, body, User_Agent=DEVICE)
        return said(answer) if answer.content else {}


def entry(action: AuditAction) -> AuditEntry:
    found = AuditEntry.objects.filter(action=action).last()
    assert found, f"{action} is not in {list(AuditEntry.objects.values_list('action', flat=True))}"
    return found


@pytest.mark.usefixtures("sign_up_open")
@pytest.mark.parametrize("kind", [Browser, Program])
def test_each_deed_of_a_person_is_noted_with_where_it_came_from(kind: type[Browser | Program]) -> None:
    alice = Told(kind())
    new = "another lamp in 1925"
    alice.does("POST", "/auth/signup", {"username": "alice", "email": ALICE, "password": PASSWORD})
    alice.does("POST", "/auth/email/verify", {"key": post.code(ALICE)})
    alice.does("POST", "/auth/reauthenticate", {"password": PASSWORD})
    token = alice.does("POST", "/me/tokens", {"name": "Shelf", "scopes": ["read"]})
    alice.does("DELETE", f"/me/tokens/{token['id']}")
    alice.does("GET", "/me/export")
    alice.does("POST", "/account/password/change", {"current_password": PASSWORD, "new_password": new})
    alice.does("DELETE", "/auth/session")
    again = Told(kind())
    again.does("POST", "/auth/login", {"username": "alice", "password": "a wrong guess"})
    again.does("POST", "/auth/login", {"username": "alice", "password": new})

    for action in (
        AuditAction.SIGNED_UP,
        AuditAction.EMAIL_VERIFIED,
        AuditAction.SIGNED_IN,
        AuditAction.REAUTHENTICATED,
        AuditAction.API_TOKEN_MADE,
        AuditAction.API_TOKEN_REVOKED,
        AuditAction.DATA_EXPORTED,
        AuditAction.PASSWORD_CHANGED,
        AuditAction.SIGNED_OUT,
        AuditAction.SIGN_IN_FAILED,
    ):
        noted = entry(action)
        assert (noted.address, noted.device) == (WHERE, DEVICE), action
        assert "alice" in (noted.actor, noted.target), action
    kept = str([vars(one) for one in AuditEntry.objects.all()])
    for secret in (PASSWORD, new, "a wrong guess", str(token["token"]), "argon2"):
        assert secret not in kept
    assert verify_audit().ok


def test_what_an_administrator_does_is_noted_with_before_and_after() -> None:
    person("root")
    bob = person("bob")
    root = Told(Browser())
    root.does("POST", "/auth/login", {"username": "root", "password": PASSWORD})
    root.does("PATCH", f"/users/{bob.pk}", {"ageCap": 12})
    root.does("PUT", f"/users/{bob.pk}/password", {"password": "another lamp in 1925"})
    root.does(
        "PUT",
        "/settings/accounts",
        {
            "signUp": "closed",
            "visitorsMayLook": False,
            "visitorsAgeCap": 6,
            "visitorsUnrated": False,
            "auditDays": 30,
        },
    )
    root.does("POST", "/invitations", {"role": "guest"})
    root.does("DELETE", f"/users/{bob.pk}")

    changed = entry(AuditAction.PERSON_CHANGED)
    assert (changed.actor, changed.target) == ("root", "bob")
    assert (changed.before, changed.after) == ({"age_cap": None}, {"age_cap": 12})
    settings = entry(AuditAction.SETTINGS_CHANGED)
    assert settings.before
    assert settings.after
    assert (settings.before["sign_up"], settings.after["sign_up"]) == ("invited", "closed")
    for action in (AuditAction.PASSWORD_CHANGED, AuditAction.INVITATION_MADE, AuditAction.PERSON_DELETED):
        noted = entry(action)
        assert (noted.actor, noted.address, noted.device) == ("root", WHERE, DEVICE)
