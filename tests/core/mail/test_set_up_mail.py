"""Setting up how messages travel: what is stored, what is shown, and what a test says when something is wrong."""

import socket
import ssl
from pathlib import Path

import pytest
from django.utils import timezone
from pydantic import ValidationError

from matinee.core import connections, keyring, models
from matinee.core.errors import ServiceDown, ServiceError, ServiceRefused
from matinee.core.http import states
from matinee.core.mail import MAIL, SMS, Folder, Gateway, SendGrid, Smtp, Twilio
from matinee.core.mail.transports import smtp
from matinee.core.settings import Settings
from tests.mailbox import Mailbox, certificate
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db(transaction=True)

ACCOUNT = "AC" + "0" * 32


def test_a_test_message_arrives(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())

    MAIL.test("alice@example.org")
    assert mailbox.wait_for("alice@example.org").subject == "Test message from Matinee"


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_server_that_wants_a_login_gets_it() -> None:
    with Mailbox(login=("matinee", "swordfish")) as mailbox:
        MAIL.configure(mailbox.choice(), "swordfish")
        MAIL.test("alice@example.org")
        assert mailbox.wait_for("alice@example.org")

        MAIL.configure(mailbox.choice(), "sesame")
        with pytest.raises(ServiceRefused, match="refused the user name or password: 535"):
            MAIL.test("alice@example.org")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_messages_travel_encrypted(security: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, trusted = certificate(tmp_path)
    with Mailbox(certificate=context, is_tls_from_start=security == "tls") as mailbox:
        choice = Smtp.model_validate(mailbox.choice().model_dump() | {"host": "localhost", "security": security})
        MAIL.configure(choice)
        smtp._tls.cache_clear()
        with pytest.raises(ServiceDown, match="has a certificate that is not trusted"):
            MAIL.test("alice@example.org")

        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        smtp._tls.cache_clear()
        MAIL.test("alice@example.org")
        assert mailbox.wait_for("alice@example.org").is_encrypted
    smtp._tls.cache_clear()


def test_each_mistake_has_its_sentence(mailbox: Mailbox, closed_port: int, settings_now: Settings) -> None:
    settings_now.http_timeout = 0.5
    with socket.create_server(("127.0.0.1", 0)) as silent:
        wrong = {
            "refused the connection": {"port": closed_port},
            "did not answer in time": {"port": silent.getsockname()[1]},
            "cannot do what is set up: STARTTLS": {"security": "starttls"},
            "does not speak TLS that way": {"security": "tls"},
            "has a name that cannot be resolved": {"host": "mail.invalid"},
        }
        for sentence, change in wrong.items():
            MAIL.configure(Smtp.model_validate(mailbox.choice().model_dump() | change), "swordfish")
            with pytest.raises(ServiceError, match=sentence) as caught:
                MAIL.test("alice@example.org")
            assert "swordfish" not in caught.value.detail


def test_the_password_is_never_shown_and_stored_encrypted() -> None:
    choice = Smtp(host="smtp.example.org", username="matinee", sender="matinee@example.org")
    MAIL.configure(choice, "swordfish")

    shown = MAIL.configuration()
    assert (shown.choice, shown.has_secret) == (choice, True)
    assert "swordfish" not in repr(shown)
    assert "swordfish" not in repr(models.Setting.objects.get(name="mail").value)
    assert "swordfish" not in models.Secret.objects.get().sealed


def test_a_password_whose_key_is_lost_is_told(mailbox: Mailbox, folder: Path) -> None:
    MAIL.configure(mailbox.choice(), "swordfish")
    (folder / keyring.FILE).unlink()

    with pytest.raises(ServiceRefused, match="which is neither in MATINEE_SECRETS_KEY nor in"):
        MAIL.test("alice@example.org")


def test_a_stored_password_stays_for_its_server_and_goes_to_no_other() -> None:
    choice = Smtp(host="smtp.example.org", sender="matinee@example.org")
    MAIL.configure(choice, "swordfish")

    MAIL.configure(choice.model_copy(update={"sender": "cinema@example.org"}))
    assert MAIL.configuration().has_secret
    MAIL.configure(choice.model_copy(update={"host": "smtp.evil.example"}))
    assert not MAIL.configuration().has_secret
    assert models.Secret.objects.count() == 0


def test_a_password_can_be_removed_and_all_of_it_undone() -> None:
    choice = Smtp(host="smtp.example.org", sender="matinee@example.org")
    MAIL.configure(choice, "swordfish")
    MAIL.configure(choice, "")
    assert not MAIL.configuration().has_secret

    MAIL.configure(choice, "swordfish")
    MAIL.reset()
    assert (MAIL.configuration().choice, models.Secret.objects.count()) == (Folder(), 0)


@pytest.mark.parametrize(
    "values",
    [
        {"host": "", "sender": "matinee@example.org"},
        {"host": "smtp.example.org\r\nRSET", "sender": "matinee@example.org"},
        {"host": "smtp.example.org", "sender": "matinee"},
        {"host": "smtp.example.org", "sender": "Matinee\nBcc: eve@example.org <matinee@example.org>"},
        {"host": "smtp.example.org", "sender": "matinee@example.org", "port": 0},
        {"host": "smtp.example.org", "sender": "matinee@example.org", "security": "maybe"},
        {"host": "smtp.example.org", "sender": "matinee@example.org", "password": "swordfish"},
    ],
)
def test_a_mail_server_that_cannot_be_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Smtp.model_validate(values)


@pytest.mark.parametrize(
    "values",
    [
        {"url": "ftp://sms.example.org"},
        {"url": "https://user:swordfish@sms.example.org"},
        {"url": "https://sms.example.org", "headers": {"X-Key\r\nHost": "a"}},
        {"url": "https://sms.example.org", "headers": {"X-Key": "a\r\nHost: evil.example"}},
        {"url": "https://sms.example.org", "headers": {"Host": "evil.example"}},
        {"url": "https://sms.example.org", "fields": {}},
        {"url": "https://sms.example.org", "sender": "a name that is too long"},
    ],
)
def test_a_gateway_that_cannot_be_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Gateway.model_validate(values)


def test_twilio_is_named_by_account_and_sender() -> None:
    assert Twilio(account_sid=ACCOUNT, sender="+1 555 010 0123").sender == "+15550100123"
    for wrong in ({"account_sid": "AC1", "sender": "+15550100"}, {"account_sid": ACCOUNT, "sender": ""}):
        with pytest.raises(ValidationError):
            Twilio.model_validate(wrong)


def test_an_address_to_test_with_must_be_one() -> None:
    for channel, to in ((MAIL, "alice"), (SMS, "12")):
        with pytest.raises(ValueError, match="should be"):
            channel.test(to)


def test_both_are_among_the_connections_and_say_where_messages_go() -> None:
    known = {connection.name: connection for connection in connections.connections()}

    assert not known["mail"].is_set_up()
    assert "outbox" in known["mail"].how_to_set_up()
    assert not known["sms"].is_set_up()
    MAIL.configure(SendGrid(sender="matinee@example.org"), "SG.key")
    assert known["mail"].is_set_up()


def test_a_failure_is_shown_until_a_message_goes_out(mailbox: Mailbox, closed_port: int) -> None:
    def shown() -> str:
        return next(state.problem for state in states() if state.name == "mail")

    MAIL.configure(mailbox.choice().model_copy(update={"port": closed_port}))
    with pytest.raises(ServiceDown):
        MAIL.check()
    assert "refused the connection" in shown()

    wait_until(lambda: models.ServiceStatus.objects.filter(name="mail", since__lte=timezone.now()).exists())
    MAIL.configure(mailbox.choice())
    MAIL.check()
    assert shown() == ""
    wait_until(lambda: models.ServiceStatus.objects.filter(name="mail", problem="").exists())


def test_the_tls_of_the_program_checks_certificates() -> None:
    assert smtp._tls().verify_mode is ssl.CERT_REQUIRED
