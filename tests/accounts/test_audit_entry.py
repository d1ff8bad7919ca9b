"""Noting what was done: who, what, whom, from where, and never a secret."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from matinee.accounts.actions import note
from matinee.accounts.models import AuditAction, AuditEntry, User
from matinee.accounts.queries import verify_audit
from matinee.core import secrets
from matinee.core.access import Origin, Role, coming_from
from matinee.core.correlation import correlated
from matinee.core.deeds import deed
from matinee.core.models import Secret

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def root() -> User:
    return User.objects.create(username="root", role=Role.ADMINISTRATOR)


@pytest.fixture
def from_the_sofa(root: User) -> Iterator[Origin]:
    """Root has sent the request that is going on."""
    place = Origin(user_id=root.id, address="192.0.2.7", device="Television/1.0")
    with correlated("visit-12345678"), coming_from(place):
        yield place


def test_an_entry_tells_who_did_what_to_whom_and_from_where(root: User, from_the_sofa: Origin) -> None:
    note(AuditAction.ROLE_CHANGED, target="bob", before={"role": "guest"}, after={"role": "member"})

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.actor_id, entry.actor, entry.target) == ("role_changed", root.id, "root", "bob")
    assert (entry.address, entry.device, entry.correlation_id) == ("192.0.2.7", "Television/1.0", "visit-12345678")
    assert (entry.before, entry.after) == ({"role": "guest"}, {"role": "member"})


def test_whoever_signs_in_is_named_by_the_deed(root: User) -> None:
    with coming_from(Origin(address="192.0.2.7")):
        assert note(AuditAction.SIGNED_IN, actor=root).actor == "root"


def test_a_command_has_no_actor() -> None:
    entry = note(AuditAction.SECRETS_ROTATED)
    assert (entry.actor_id, entry.actor, entry.address) == (None, "", "")


def test_an_entry_outlives_the_person_it_names(root: User, from_the_sofa: Origin) -> None:
    note(AuditAction.ACCOUNT_DELETED)
    gone = root.id
    root.delete()

    entry = AuditEntry.objects.get()
    assert (entry.actor_id, entry.actor) == (gone, "root")
    assert verify_audit().ok


def test_an_entry_goes_with_the_deed_that_fails() -> None:
    note(AuditAction.SET_UP)

    @deed
    def change_and_fail() -> None:
        note(AuditAction.SETTINGS_CHANGED)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()

    assert [entry.action for entry in AuditEntry.objects.all()] == ["set_up"]
    assert note(AuditAction.SIGNED_OUT).id == 2
    assert verify_audit().checked == 2


@pytest.mark.parametrize(
    "details",
    [
        {"password": "swordfish"},
        {"clientSecret": "swordfish"},
        {"accessToken": "swordfish"},
        {"code": 123456},
        {"mail": {"smtpPassword": "swordfish"}},
        {"providers": [{"client_secret": "swordfish"}]},
    ],
)
def test_what_is_named_like_a_secret_is_refused(details: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="keeps no secrets"):
        note(AuditAction.SETTINGS_CHANGED, after=details)
    assert not AuditEntry.objects.exists()


def test_whether_there_is_a_secret_may_be_told() -> None:
    entry = note(AuditAction.SETTINGS_CHANGED, before={"hasPassword": False}, after={"hasPassword": True, "code": None})
    assert entry.after == {"hasPassword": True, "code": None}


def test_a_password_inside_an_address_is_hidden() -> None:
    entry = note(AuditAction.SETTINGS_CHANGED, target="smtp://me:swordfish@mail.example", after={"url": "?token=abc"})
    assert "swordfish" not in entry.target
    assert entry.after == {"url": "?token=[hidden]"}


def test_the_key_of_the_chain_is_in_the_database_only_encrypted() -> None:
    note(AuditAction.SET_UP)
    secret = Secret.objects.get(purpose="audit")
    assert secrets.reveal(secret.id) not in secret.sealed


def test_any_text_is_kept_that_strangers_may_send() -> None:
    with coming_from(Origin(address="192.0.2.7", device="\x00\x1b[2J\ud800" + "ü" * 1000)):
        note(AuditAction.SIGN_IN_FAILED, target="'; DROP TABLE\x00 \udfff" + "🎬" * 1000)

    entry = AuditEntry.objects.get()
    assert len(entry.target) == len(entry.device) == 255
    assert verify_audit().ok


def test_details_come_back_as_they_were_signed() -> None:
    odd = {
        "n": 1e22,
        "half": 0.5,
        "tiny": 1e-7,
        "one": 1.0,
        "big": 2**70,
        "id": uuid4(),
        "ä": ["ß\x00", {"z": 1}],
        "": -0.0,
    }
    note(AuditAction.SETTINGS_CHANGED, before={}, after=odd)

    assert verify_audit().ok


def test_entries_cannot_be_changed_or_deleted_through_the_model() -> None:
    entry = note(AuditAction.SET_UP)
    entry.target = "somebody else"

    for attempt in (
        entry.save,
        entry.delete,
        AuditEntry.objects.all().delete,
        lambda: AuditEntry.objects.update(target="nobody"),
        lambda: AuditEntry.objects.bulk_create([entry]),
    ):
        with pytest.raises(TypeError, match="append"):
            attempt()
    assert AuditEntry.objects.get().target == ""


def test_the_database_itself_refuses_a_change() -> None:
    note(AuditAction.SET_UP)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE accounts_auditentry SET actor = 'bob'")


def test_a_note_costs_four_statements_inside_a_deed() -> None:
    note(AuditAction.SET_UP)
    with deed(), CaptureQueriesContext(connection) as statements:
        note(AuditAction.SIGNED_IN)
    assert len(statements) == 4  # the chain's end, its key, the entry, the new end
