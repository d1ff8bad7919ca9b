"""Messages to people: e-mail and SMS, queued in the database, sent by a worker.

    send_mail("alice@example.org", "Your code", text, html)    # in a deed: no commit, no message
    send_sms("+4915112345678", text)

A row is sent as soon as its transaction has committed, tried again while that fails, and given up after an hour, since
what it says is no longer true by then. It is sent at least once: a worker that dies at the wrong moment sends it twice.
What a message says is stored encrypted, because there are codes inside, and deleted once it is sent.

How messages travel is an administrator's choice at run time: `MAIL.configure(…)`, `SMS.configure(…)`.
"""

from matinee.core.mail.channels import MAIL, SMS, Channel, Configuration
from matinee.core.mail.choices import Folder, Gateway, MailChoice, SendGrid, SmsChoice, Smtp, Twilio
from matinee.core.mail.queue import send_mail, send_sms

__all__ = [
    "MAIL",
    "SMS",
    "Channel",
    "Configuration",
    "Folder",
    "Gateway",
    "MailChoice",
    "SendGrid",
    "SmsChoice",
    "Smtp",
    "Twilio",
    "send_mail",
    "send_sms",
]
