"""The two channels, e-mail and SMS: which way each goes now, and trying it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from pydantic import TypeAdapter

from matinee.core import models, secrets
from matinee.core.deeds import deed
from matinee.core.errors import NotFound, ServiceDown, ServiceError, ServiceRefused
from matinee.core.http import ServiceState, status
from matinee.core.mail import transports
from matinee.core.mail.addresses import email_address, phone_number
from matinee.core.mail.choices import Folder, Gateway, MailChoice, SendGrid, SmsChoice, Smtp, Twilio
from matinee.core.mail.messages import Letter, ShortMessage, Transport

C = TypeVar("C", Smtp | SendGrid | Folder, Twilio | Gateway | Folder)
M = TypeVar("M", Letter, ShortMessage)


@dataclass(frozen=True, slots=True)
class Configuration(Generic[C]):
    """What is set up. The secret is never told, only that there is one."""

    choice: C
    has_secret: bool


@dataclass(frozen=True, slots=True)
class _Kept(Generic[C]):
    choice: C
    secret_id: uuid.UUID | None


class Channel(Generic[C, M]):
    """Thread-safe. `name` is that of its Setting row and of its connection."""

    def __init__(
        self,
        name: str,
        title: str,
        *,
        choices: TypeAdapter[C],
        transport: Callable[[C, str], Transport[M]],
        trial: Callable[[str], M],
    ) -> None:
        self.name = name
        self.title = title
        self._choices: TypeAdapter[C] = choices
        self._transport: Callable[[C, str], Transport[M]] = transport
        self._trial: Callable[[str], M] = trial
        self._problem = ""
        status.register(self._state(""))

    # --- what is set up ---

    def configuration(self) -> Configuration[C]:
        """How its messages travel now."""
        kept = self._kept()
        return Configuration(kept.choice, kept.secret_id is not None)

    @deed
    def configure(self, choice: C, secret: str | None = None) -> None:
        """Let its messages travel this way from now on.

        `secret`: the password, key or token; None keeps the stored one if it is for the same place, "" removes it.
        """
        kept = self._kept()
        secret_id = kept.secret_id
        if secret is not None or choice.audience != kept.choice.audience:
            if secret_id is not None:
                secrets.forget(secret_id)
            secret_id = secrets.keep(secret, self.name).id if secret else None
        value = {"choice": choice.model_dump(mode="json"), "secret": str(secret_id) if secret_id else None}
        models.Setting.objects.update_or_create(name=self.name, defaults={"value": value})

    @deed
    def reset(self) -> None:
        """Back to the folder."""
        if (secret_id := self._kept().secret_id) is not None:
            secrets.forget(secret_id)
        models.Setting.objects.filter(name=self.name).delete()

    def _kept(self) -> _Kept[C]:
        row = models.Setting.objects.filter(name=self.name).first()
        if row is None:
            return _Kept(self._choices.validate_python({"kind": "folder"}), None)
        secret = row.value["secret"]
        return _Kept(self._choices.validate_python(row.value["choice"]), uuid.UUID(secret) if secret else None)

    # --- using it ---

    def send(self, message: M) -> None:
        """Send it now. Raises ServiceError; the Connections page shows it until one is sent."""
        self._tried(lambda transport: transport.send(message))

    def test(self, to: str) -> None:
        """Send a message that says it is a test, now. Raises ValueError for `to`, and as `send`."""
        self.send(self._trial(to))

    def check(self) -> None:
        """Try it without sending anything, as far as that is possible. Raises as `send`."""
        self._tried(lambda transport: transport.check())

    def _tried(self, attempt: Callable[[Transport[M]], None]) -> None:
        kept = self._kept()
        try:
            attempt(self._transport(kept.choice, self._secret(kept)))
        except transports.Undeliverable:  # says nothing about the way
            raise
        except ServiceError as error:
            self._publish(self._state(error.detail, is_down=isinstance(error, ServiceDown)))
            raise
        if self._problem or models.ServiceStatus.objects.filter(name=self.name).exclude(problem="").exists():
            self._publish(self._state(""))

    def _secret(self, kept: _Kept[C]) -> str:
        """A key that is missing is trouble with the way, which an administrator may end; no message is lost by it."""
        try:
            return secrets.reveal(kept.secret_id) if kept.secret_id else ""
        except (secrets.SecretsError, NotFound) as error:
            raise ServiceRefused(self.name, error.detail) from error

    def _publish(self, state: ServiceState) -> None:
        self._problem = state.problem
        status.publish(state)

    def _state(self, problem: str, *, is_down: bool = False) -> ServiceState:
        return ServiceState(self.name, self.title, "open" if is_down else "closed", problem, datetime.now(UTC))


def _mail_transport(choice: Smtp | SendGrid | Folder, secret: str) -> Transport[Letter]:
    if isinstance(choice, Smtp):
        return transports.SmtpTransport(choice, secret)
    if isinstance(choice, SendGrid):
        return transports.SendGridTransport(choice, secret)
    return transports.LetterFolder(choice)


def _sms_transport(choice: Twilio | Gateway | Folder, secret: str) -> Transport[ShortMessage]:
    if isinstance(choice, Twilio):
        return transports.TwilioTransport(choice, secret)
    if isinstance(choice, Gateway):
        return transports.GatewayTransport(choice, secret)
    return transports.ShortMessageFolder()


_TRIAL = "This is a test message from Matinee. Since you read it, messages arrive."

MAIL: Channel[Smtp | SendGrid | Folder, Letter] = Channel(
    "mail",
    "E-mail",
    choices=TypeAdapter(MailChoice),
    transport=_mail_transport,
    trial=lambda to: Letter(email_address(to), "Test message from Matinee", _TRIAL),
)
SMS: Channel[Twilio | Gateway | Folder, ShortMessage] = Channel(
    "sms",
    "SMS",
    choices=TypeAdapter(SmsChoice),
    transport=_sms_transport,
    trial=lambda to: ShortMessage(phone_number(to), _TRIAL),
)
