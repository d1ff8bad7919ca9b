"""How messages may travel, as an administrator says it. Passwords and tokens are not in here: see `channels`."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from matinee.core.mail.addresses import phone_number, sender_address

_HOST = r"^[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?$"
_HEADER = re.compile(r"[A-Za-z0-9-]{1,64}")
_OURS = {"host", "content-length", "content-type", "transfer-encoding", "connection", "accept-encoding"}


def _http_address(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc:
        raise ValueError("should be an address like https://sms.example.org/send, without a password in it")
    return value


def _headers(value: dict[str, str]) -> dict[str, str]:
    for name, content in value.items():
        if not _HEADER.fullmatch(name) or name.lower() in _OURS:
            raise ValueError(f"{name[:64]!r} is no header that can be set")
        if not (content.isascii() and content.isprintable()):
            raise ValueError(f"the header {name} should be one line of ASCII characters")
    return value


def _sms_sender(value: str) -> str:
    """A number, a messaging service or up to eleven letters, as the networks allow."""
    if re.fullmatch(r"MG[0-9a-f]{32}|[A-Za-z0-9 ]{0,11}", value):
        return value
    return phone_number(value)


Sender = Annotated[str, AfterValidator(sender_address)]
SmsSender = Annotated[str, AfterValidator(_sms_sender)]


class _Choice(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, alias_generator=to_camel, populate_by_name=True
    )

    @property
    def audience(self) -> tuple[str, ...]:
        """Who is told the secret. When that changes, the stored one is not for them."""
        return ()


class Folder(_Choice):
    """Into `outbox/` in the data directory, for whoever may read it there; as long as nothing else is set up."""

    kind: Literal["folder"] = "folder"
    sender: Sender = "Matinee <matinee@localhost>"


class Smtp(_Choice):
    """To a mail server. Its secret is the password of `username`; both may be empty."""

    kind: Literal["smtp"] = "smtp"
    host: str = Field(pattern=_HOST)
    port: int = Field(587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    username: str = Field("", max_length=320)
    sender: Sender

    @property
    def audience(self) -> tuple[str, ...]:
        return self.kind, self.host, str(self.port), self.security


class SendGrid(_Choice):
    """By SendGrid's API. Its secret is the API key."""

    kind: Literal["sendgrid"] = "sendgrid"
    sender: Sender

    @property
    def audience(self) -> tuple[str, ...]:
        return (self.kind,)


class Twilio(_Choice):
    """By Twilio's API. Its secret is the auth token; `sender` is a number or a messaging service (MG…)."""

    kind: Literal["twilio"] = "twilio"
    account_sid: str = Field(pattern=r"^AC[0-9a-fA-F]{32}$")
    sender: SmsSender = Field(min_length=1)

    @property
    def audience(self) -> tuple[str, ...]:
        return self.kind, self.account_sid


class Gateway(_Choice):
    """By a POST to any gateway that speaks HTTP: a form or JSON with these fields.

    In the values of `fields` and `headers`, {to}, {text}, {sender} and {secret} are filled in.
    """

    kind: Literal["gateway"] = "gateway"
    url: Annotated[str, AfterValidator(_http_address)]
    encoding: Literal["json", "form"] = "json"
    fields: dict[str, str] = Field(default={"to": "{to}", "text": "{text}"}, min_length=1, max_length=20)
    headers: Annotated[dict[str, str], AfterValidator(_headers)] = Field(default={}, max_length=20)
    sender: SmsSender = ""

    @property
    def audience(self) -> tuple[str, ...]:
        parts = urlsplit(self.url)
        return self.kind, parts.scheme, parts.netloc


MailChoice = Annotated[Smtp | SendGrid | Folder, Field(discriminator="kind")]
SmsChoice = Annotated[Twilio | Gateway | Folder, Field(discriminator="kind")]
