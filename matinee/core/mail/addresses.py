"""Addresses of people, checked before anything is written into a header or a request."""

import re
from email.utils import formataddr, parseaddr

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")  # E.164
_LONGEST = 254  # RFC 5321


def email_address(text: str) -> str:
    """As mail servers want it: a domain of other scripts becomes its ASCII form. Raises ValueError."""
    local, _, domain = text.strip().rpartition("@")
    try:
        address = f"{local}@{domain.encode('idna').decode('ascii')}"
        validate_email(address)
    except (ValidationError, UnicodeError):
        raise ValueError("should be an e-mail address like alice@example.org") from None
    if len(address) > _LONGEST:
        raise ValueError(f"should have at most {_LONGEST} characters")
    return address


def sender_address(text: str) -> str:
    """`alice@example.org` or `Alice <alice@example.org>`, checked. Raises ValueError."""
    if not text.isprintable():
        raise ValueError("should be one line of printable characters")
    name, address = parseaddr(text)
    return formataddr((name, email_address(address)))


def phone_number(text: str) -> str:
    """International, with nothing but digits after the plus: +4915112345678. Raises ValueError."""
    number = re.sub(r"[ ()./-]", "", text)
    if not _PHONE.fullmatch(number):
        raise ValueError("should be a phone number with its country code, like +4915112345678")
    return number
