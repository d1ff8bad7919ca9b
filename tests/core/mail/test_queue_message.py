"""A message goes with its deed, at least once, and is forgotten when it is too old."""

import socket
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone

from matinee.core import jobs
from matinee.core.deeds import deed
from matinee.core.errors import BadInput
from matinee.core.mail import MAIL, delivery, send_mail, send_sms
from matinee.core.models import Outgoing, Secret
from tests import databases
from tests.mailbox import Mailbox

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]

Status = Outgoing.Status


def work() -> None:
    """What a worker does with the bell."""
    while task := jobs.queue().dequeue():
        jobs.queue().execute(task)


@pytest.fixture(autouse=True)
def empty_queue() -> None:
    jobs.queue().flush()


def only() -> Outgoing:
    return Outgoing.objects.get()


def make_due() -> None:
    """As if its pause were over."""
    Outgoing.objects.update(retry_at=timezone.now())


def test_a_message_goes_as_soon_as_its_deed_has_committed(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())

    with deed():
        send_mail("alice@example.org", "Your code", "Your code is 123456.", "<p>Your code is <b>123456</b>.</p>")
        work()
        assert mailbox.received == []
    work()

    letter = mailbox.wait_for("alice@example.org")
    assert (letter.subject, letter.code, letter.message["From"]) == (
        "Your code",
        "123456",
        "Matinee <matinee@example.org>",
    )
    assert "<b>123456</b>" in letter.html
    assert only().status == Status.SENT


def test_without_the_deed_there_is_no_message(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())

    with deed():
        send_mail("alice@example.org", "Your code", "123456")
        transaction.set_rollback(True)
    work()

    assert (Outgoing.objects.count(), Secret.objects.count(), mailbox.received) == (0, 0, [])


def test_what_it_says_is_stored_encrypted_and_gone_once_sent(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())
    send_mail("alice@example.org", "Your code", "123456")

    assert "123456" not in repr([vars(row) for row in (*Outgoing.objects.all(), *Secret.objects.all())])
    work()
    assert (only().body_id, Secret.objects.count()) == (None, 0)


def test_the_sweep_sends_what_no_bell_announced(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())
    send_mail("alice@example.org", "Hello", "Hello")
    jobs.queue().flush()

    assert delivery.deliver_due().done == 1
    assert delivery.deliver_due().idle
    assert len(mailbox.received) == 1


def test_it_is_sent_once_however_often_the_bell_rings(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())
    message = send_mail("alice@example.org", "Hello", "Hello")

    assert [delivery.deliver(message) for _ in range(3)] == [True, False, False]
    assert len(mailbox.received) == 1


def test_a_server_that_is_away_is_asked_again_later(mailbox: Mailbox, closed_port: int) -> None:
    MAIL.configure(mailbox.choice().model_copy(update={"port": closed_port}))
    message = send_mail("alice@example.org", "Hello", "Hello")

    pauses = []
    for _ in range(3):
        make_due()
        assert not delivery.deliver(message)
        pauses.append(round((only().retry_at - timezone.now()).total_seconds()))
    assert pauses == [15, 30, 60]
    assert "refused the connection" in only().error

    MAIL.configure(mailbox.choice())
    make_due()
    assert delivery.deliver(message)
    assert (only().status, only().attempts, only().error) == (Status.SENT, 4, "")


def test_an_address_that_the_server_will_never_take_is_given_up(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())
    mailbox.answers = {"bob@example.org": "550 no such user", "carol@example.org": "450 mailbox is busy"}

    for name in ("bob", "carol"):
        delivery.deliver(send_mail(f"{name}@example.org", "Hello", "Hello"))

    assert list(Outgoing.objects.order_by("id").values_list("status", flat=True)) == [Status.FAILED, Status.WAITING]
    assert "550 no such user" in Outgoing.objects.order_by("id")[0].error
    assert Secret.objects.count() == 1


def test_a_message_older_than_an_hour_is_not_sent_any_more(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())
    message = send_mail("alice@example.org", "Your code", "123456")
    Outgoing.objects.update(created_at=timezone.now() - delivery.TOO_OLD - timedelta(seconds=1))

    assert not delivery.deliver(message)
    assert (only().status, Secret.objects.count(), mailbox.received) == (Status.EXPIRED, 0, [])


def test_rows_of_last_week_are_forgotten() -> None:
    delivery.deliver(send_mail("alice@example.org", "Hello", "Hello"))
    Outgoing.objects.update(created_at=timezone.now() - delivery.KEPT - timedelta(seconds=1))

    delivery.deliver_due()
    assert Outgoing.objects.count() == 0


def test_a_worker_killed_while_it_sends_leaves_the_message_to_the_next(mailbox: Mailbox, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # where the worker waits for an answer
        MAIL.configure(mailbox.choice().model_copy(update={"port": silent.getsockname()[1]}))
        message = send_mail("alice@example.org", "Your code", "123456")
        command = databases.python("-m", "tests.core.programs", "deliver-message", str(message))
        environment = databases.environment(MATINEE_DATA_DIR=str(folder), MATINEE_HTTP_TIMEOUT="60")
        with subprocess.Popen(command, env=environment) as worker:
            silent.accept()
            assert not delivery.deliver(message)  # it is in that worker's hands
            worker.kill()

    assert timezone.now() < only().retry_at < timezone.now() + delivery.LEASE
    MAIL.configure(mailbox.choice())
    make_due()
    assert delivery.deliver_due().done == 1
    assert mailbox.wait_for("alice@example.org").code == "123456"


def test_every_attempt_has_the_same_message_id(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())
    message = send_mail("alice@example.org", "Hello", "Hello")
    mailbox.answers = {"alice@example.org": "450 later"}
    delivery.deliver(message)
    mailbox.answers = {}
    make_due()
    delivery.deliver(message)

    row = only()
    identity = f"<{row.created_at:%Y%m%d%H%M%S}.{row.id}@example.org>"
    assert mailbox.wait_for("alice@example.org").message["Message-ID"] == identity


def test_a_subject_cannot_bring_a_header_along(mailbox: Mailbox) -> None:
    MAIL.configure(mailbox.choice())
    delivery.deliver(send_mail("alice@example.org", "Hello\r\nBcc: \0eve@example.org", "Hello"))

    letter = mailbox.wait_for("alice@example.org")
    assert letter.message["Bcc"] is None
    assert letter.subject == "Hello Bcc: eve@example.org"
    assert mailbox.received == []


@pytest.mark.parametrize(
    "to",
    [
        "",
        "alice",
        "alice@",
        "@example.org",
        "alice@example.org\nBcc: eve@example.org",
        "alice@example.org, eve@example.org",
        "Alice <alice@example.org>",
        "alice@exam ple.org",
        f"alice@{'a' * 300}.org",
        f"{'a' * 250}@example.org",
        "alice@-.org",
        "alice@.",
    ],
)
def test_what_is_no_address_is_refused(to: str) -> None:
    with pytest.raises(BadInput) as caught:
        send_mail(to, "Hello", "Hello")
    assert caught.value.fields[0].field == "to"
    assert Outgoing.objects.count() == 0


def test_a_domain_in_another_script_is_written_as_mail_servers_want_it() -> None:
    send_mail("alice@bücher.example", "Grüße", "Grüße")

    assert only().to == "alice@xn--bcher-kva.example"


def test_phone_numbers_are_written_alike_or_refused() -> None:
    send_sms("+49 (151) 123-456.78", "123456")
    assert only().to == "+4915112345678"

    for wrong in (
        "",
        "015112345678",
        "+0123456789",
        "+49151",
        "+49151abc",
        "+491511234567890123",
        "+4915112345678\n+1",
    ):
        with pytest.raises(BadInput):
            send_sms(wrong, "123456")


def test_without_a_server_messages_are_files_that_only_the_owner_reads(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    delivery.deliver(send_mail("alice@example.org", "Your code", "123456", "<b>123456</b>"))
    delivery.deliver(send_sms("+4915112345678", "654321"))

    letter, message = sorted((folder / "outbox").iterdir())
    assert (letter.suffix, message.suffix) == (".eml", ".txt")
    assert [path.stat().st_mode & 0o777 for path in (letter, message)] == [0o600, 0o600]
    assert b"123456" in letter.read_bytes()
    assert message.read_text() == "To: +4915112345678\n\n654321\n"
    assert "123456" not in caplog.text
