"""A mail server, by SMTP."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parseaddr
from functools import cache

from matinee.core.errors import ServiceDown, ServiceError, ServiceRefused
from matinee.core.mail.choices import Smtp
from matinee.core.mail.messages import Letter, Undeliverable
from matinee.core.mail.transports.mime import written
from matinee.core.settings import current

NAME = "mail"


class SmtpTransport:
    """See `Transport`."""

    def __init__(self, choice: Smtp, password: str) -> None:
        self._choice = choice
        self._password = password
        self._place = f"{choice.host}:{choice.port}"

    def send(self, letter: Letter) -> None:
        _, sender = parseaddr(self._choice.sender)
        with self._signed_in() as server:
            server.send_message(written(letter, self._choice.sender), sender, [letter.to])

    def check(self) -> None:
        with self._signed_in() as server:
            server.noop()

    @contextmanager
    def _signed_in(self) -> Iterator[smtplib.SMTP]:
        try:
            with self._connected() as server:
                if self._choice.security == "starttls":
                    server.starttls(context=_tls())
                if self._choice.username:
                    server.login(self._choice.username, self._password)
                yield server
        except (OSError, smtplib.SMTPException) as error:  # SMTPException is an OSError, if a library's whim
            raise self._told(error) from None

    def _connected(self) -> smtplib.SMTP:
        timeout = current().http_timeout
        # A name of our own for EHLO: the default asks the name service for this machine's, which may take long.
        own_name = parseaddr(self._choice.sender)[1].rpartition("@")[2]
        if self._choice.security == "tls":
            return smtplib.SMTP_SSL(self._choice.host, self._choice.port, own_name, timeout=timeout, context=_tls())
        return smtplib.SMTP(self._choice.host, self._choice.port, own_name, timeout=timeout)

    def _told(self, error: OSError) -> ServiceError:
        """The error as a sentence."""
        server = f"The mail server {self._place}"
        if isinstance(error, smtplib.SMTPRecipientsRefused):
            code, answer = next(iter(error.recipients.values()))
            return _rejected(code, f"{server} did not take the address: {_said(code, answer)}")
        if isinstance(error, smtplib.SMTPDataError):
            return _rejected(error.smtp_code, f"{server} did not take the message: {_answer(error)}")
        if isinstance(error, smtplib.SMTPAuthenticationError | smtplib.SMTPSenderRefused):
            is_login = isinstance(error, smtplib.SMTPAuthenticationError)
            what = "user name or password" if is_login else f"sender {self._choice.sender}"
            return ServiceRefused(NAME, f"{server} refused the {what}: {_answer(error)}")
        if isinstance(error, smtplib.SMTPNotSupportedError):
            return ServiceRefused(NAME, f"{server} cannot do what is set up: {error}")
        if isinstance(error, smtplib.SMTPResponseException):
            return ServiceDown(NAME, f"{server} answered {_answer(error)}")
        if isinstance(error, smtplib.SMTPServerDisconnected) and isinstance(error.__context__, TimeoutError):
            error = error.__context__  # which is how smtplib tells it
        words = next((words for kind, words in _TROUBLES if isinstance(error, kind)), f"could not be reached: {error}")
        return ServiceDown(NAME, f"{server} {words}")


# In this order: an earlier kind may be a special case of a later one.
_TROUBLES: tuple[tuple[type[OSError], str], ...] = (
    (ssl.SSLCertVerificationError, "has a certificate that is not trusted"),
    (ssl.SSLError, "does not speak TLS that way; see whether it wants STARTTLS instead, or none"),
    (socket.gaierror, "has a name that cannot be resolved"),
    (TimeoutError, "did not answer in time; see whether port and security are right"),
    (ConnectionRefusedError, "refused the connection; see whether it runs and the port is right"),
    (smtplib.SMTPServerDisconnected, "hung up; see whether port and security are right"),
)


def _rejected(code: int, words: str) -> ServiceError:
    """4xx is "not now" (a full mailbox, greylisting), 5xx is "not ever"."""
    return Undeliverable(NAME, words) if code >= 500 else ServiceDown(NAME, words)


def _answer(error: smtplib.SMTPResponseException) -> str:
    return _said(error.smtp_code, error.smtp_error)


def _said(code: int, words: bytes | str) -> str:
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(text.split())[:300]}"


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()
