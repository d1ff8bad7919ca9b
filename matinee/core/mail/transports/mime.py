"""A letter as mail servers read it."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid, parseaddr

from django.utils import timezone

from matinee.core.mail.messages import Letter


def written(letter: Letter, sender: str) -> EmailMessage:
    """With all headers. A line break in one raises ValueError, so nothing can be smuggled in."""
    _, address = parseaddr(sender)
    domain = address.rpartition("@")[2]
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = letter.to
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(timezone.now())
    # The same for every attempt: who gets it twice may notice.
    message["Message-ID"] = f"<{letter.reference}@{domain}>" if letter.reference else make_msgid(domain=domain)
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no holiday notices, please
    message.set_content(letter.text)
    if letter.html:
        message.add_alternative(letter.html, subtype="html")
    return message
