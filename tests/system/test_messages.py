"""How messages travel, as administrators set it up over HTTP."""

from collections.abc import Iterator

import pytest

from matinee.accounts.models import AuditAction, AuditEntry
from matinee.core.mail import MAIL
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.mailbox import Mailbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def root() -> Browser:
    """Root's browser."""
    person("root")
    return seated("root")


@pytest.fixture
def box() -> Iterator[Mailbox]:
    """A mail server on loopback."""
    with Mailbox() as running:
        yield running


def by_smtp(box: Mailbox) -> dict[str, object]:
    return box.choice().model_dump(mode="json", by_alias=True)


def test_at_first_everything_goes_to_a_folder(root: Browser) -> None:
    assert said(root.get("/settings/mail"))["choice"]["kind"] == "folder"
    assert said(root.get("/settings/sms"))["choice"]["kind"] == "folder"


def test_a_mail_server_is_set_up_and_tried(root: Browser, box: Mailbox) -> None:
    told = said(root.send("PUT", "/settings/mail", {"choice": by_smtp(box)}))
    assert (told["choice"]["kind"], told["hasSecret"]) == ("smtp", False)

    assert root.post("/settings/mail/test", {"to": "alice@example.org"}).status_code == 204
    assert "test" in box.wait_for("alice@example.org").text


def test_what_is_wrong_is_said(root: Browser) -> None:
    with Mailbox() as closing:
        choice = by_smtp(closing)
    root.send("PUT", "/settings/mail", {"choice": choice})

    response = root.post("/settings/mail/test", {"to": "alice@example.org"})

    assert response.status_code in {502, 503}
    assert said(response)["detail"]


def test_a_secret_is_never_told_and_noted_without_it(root: Browser, box: Mailbox) -> None:
    choice = by_smtp(box) | {"username": "matinee"}
    told = root.send("PUT", "/settings/mail", {"choice": choice, "secret": "hunter2-hunter2"})

    assert said(told)["hasSecret"]
    assert b"hunter2" not in told.content + root.get("/settings/mail").content + root.get("/audit").content
    assert AuditEntry.objects.filter(action=AuditAction.SECRET_CHANGED, target="mail", actor="root").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"choice": {"kind": "pigeon"}},
        {"choice": {"kind": "smtp", "host": "a b", "sender": "x@example.org"}},
        {"choice": {"kind": "smtp", "host": "mail.example.org", "port": 0, "sender": "x@example.org"}},
        {"choice": {"kind": "smtp", "host": "mail.example.org", "sender": "x\r\nBcc: y@example.org"}},
        {"choice": {"kind": "sendgrid", "sender": "nobody"}},
        {},
    ],
)
def test_a_wrong_choice_is_refused(root: Browser, wrong: dict[str, object]) -> None:
    refused(root.send("PUT", "/settings/mail", wrong), 400)
    assert MAIL.configuration().choice.kind == "folder"


@pytest.mark.parametrize("to", ["", "alice", "a@b\r\nBcc: c@d.example", 5])
def test_a_wrong_address_for_the_test_is_refused(root: Browser, to: object) -> None:
    refused(root.post("/settings/mail/test", {"to": to}), 400)


def test_a_gateway_for_sms_is_kept_as_said(root: Browser) -> None:
    choice = {"kind": "gateway", "url": "https://sms.example.org/send", "fields": {"to": "{to}", "message": "{text}"}}
    told = said(root.send("PUT", "/settings/sms", {"choice": choice, "secret": "s3cret"}))

    assert told["choice"]["url"] == "https://sms.example.org/send"
    assert told["hasSecret"]
    assert said(root.send("PUT", "/settings/sms", {"choice": {"kind": "folder"}}))["choice"]["kind"] == "folder"


@pytest.mark.parametrize("address", ["/settings/mail", "/settings/sms", "/settings/accounts"])
def test_only_administrators_see_settings(address: str) -> None:
    person("alice")
    refused(seated("alice").get(address), 403)
