"""A real mail server on loopback that keeps what it receives.

with Mailbox() as mailbox:
    MAIL.configure(mailbox.choice())
    …
    letter = mailbox.wait_for("alice@example.org")
    letter.code                                     # the one-time code in it
"""

import asyncio
import logging
import re
import ssl
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from types import TracebackType
from typing import cast

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from matinee.core.mail.choices import Smtp
from tests.waiting import wait_until

logging.getLogger("mail.log").setLevel(logging.WARNING)  # aiosmtpd's, a line per command

_CODE = re.compile(r"\b(?:[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}|\d{3}-?\d{3}(?:-?\d{3})?)\b")
_LINK = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Received:
    """One message as it arrived. `to` is from the envelope."""

    to: str
    message: EmailMessage
    is_encrypted: bool

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def text(self) -> str:
        return self._part("plain")

    @property
    def html(self) -> str:
        return self._part("html")

    @property
    def code(self) -> str:
        """The one-time code in the text."""
        found = _CODE.search(self.text)
        assert found, f"no code in: {self.text}"
        return found[0]

    @property
    def link(self) -> str:
        """The first address in the text."""
        found = _LINK.search(self.text)
        assert found, f"no link in: {self.text}"
        return found[0]

    def _part(self, kind: str) -> str:
        part = self.message.get_body((kind,))
        return str(part.get_content()) if part is not None else ""


class Mailbox:
    """`login`: user name and password without which nothing is taken. `certificate`: offer STARTTLS with it, or
    speak TLS from the start.

    `answers`: what to say to a recipient instead of taking it, e.g. {"bob@example.org": "550 no such user"}.
    """

    def __init__(
        self,
        *,
        login: tuple[str, str] | None = None,
        certificate: ssl.SSLContext | None = None,
        is_tls_from_start: bool = False,
    ) -> None:
        self.answers: dict[str, str] = {}
        self._received: list[Received] = []
        self._login = login
        self._certificate = certificate
        self._is_tls_from_start = is_tls_from_start
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="mailbox", daemon=True)
        self.port = 0

    @property
    def received(self) -> list[Received]:
        """Everything so far."""
        return list(self._received)

    def wait_for(self, to: str, *, subject: str = "", seconds: float = 10.0) -> Received:
        """The newest message to that address (with that in its subject), as soon as there is one; it is taken out."""

        def fitting() -> list[Received]:
            return [one for one in self.received if one.to.lower() == to.lower() and subject in one.subject]

        wait_until(fitting, seconds=seconds)
        newest = fitting()[-1]
        self._received.remove(newest)
        return newest

    def choice(self, *, sender: str = "Matinee <matinee@example.org>") -> Smtp:
        """The configuration with which Matinee sends here, without encryption."""
        username = self._login[0] if self._login else ""
        return Smtp(host="127.0.0.1", port=self.port, security="none", username=username, sender=sender)

    # --- what aiosmtpd calls ---

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, session: Session, envelope: Envelope) -> str:
        message = message_from_bytes(cast(bytes, envelope.content), policy=policy.default)
        is_encrypted = self._is_tls_from_start or session.ssl is not None
        self._received += [Received(to, message, is_encrypted) for to in envelope.rcpt_tos]
        return "250 OK"

    def _admit(self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, given: object) -> AuthResult:
        assert isinstance(given, LoginPassword)
        return AuthResult(success=(given.login.decode(), given.password.decode()) == self._login, handled=False)

    # --- running ---

    def _protocol(self) -> SMTP:
        return SMTP(
            self,
            hostname="mailbox.test",
            loop=self._loop,
            enable_SMTPUTF8=True,
            tls_context=None if self._is_tls_from_start else self._certificate,
            authenticator=self._admit if self._login else None,
            auth_required=self._login is not None,
            auth_require_tls=False,
        )

    async def _start(self) -> asyncio.Server:
        context = self._certificate if self._is_tls_from_start else None
        return await self._loop.create_server(self._protocol, "127.0.0.1", 0, ssl=context)

    def __enter__(self) -> "Mailbox":
        self._thread.start()
        self._server = asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        self.port = int(self._server.sockets[0].getsockname()[1])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._server.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """For a server at localhost, and the file that a client must trust (SSL_CERT_FILE)."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file, secret = folder / "server.pem", folder / "server.key"
    file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, secret)
    return context, file
