"""One module per way that messages travel."""

from matinee.core.mail.messages import Undeliverable
from matinee.core.mail.transports.folder import LetterFolder, ShortMessageFolder
from matinee.core.mail.transports.gateway import GatewayTransport
from matinee.core.mail.transports.sendgrid import SendGridTransport
from matinee.core.mail.transports.smtp import SmtpTransport
from matinee.core.mail.transports.twilio import TwilioTransport

__all__ = [
    "GatewayTransport",
    "LetterFolder",
    "SendGridTransport",
    "ShortMessageFolder",
    "SmtpTransport",
    "TwilioTransport",
    "Undeliverable",
]
