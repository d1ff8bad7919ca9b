"""Any SMS gateway that takes a POST."""

import re
from functools import lru_cache
from urllib.parse import urlencode, urlsplit

import orjson

from matinee.core.http import Service
from matinee.core.mail.choices import Gateway
from matinee.core.mail.messages import ShortMessage

_PLACE = re.compile(r"\{(secret|sender|to|text)\}")
NAME = "sms-gateway"
TITLE = "The SMS gateway"


@lru_cache(maxsize=4)
def service(address: str) -> Service:
    """The one of this process for a gateway's address, without path."""
    return Service(NAME, TITLE, address)


class GatewayTransport:
    """See `Transport`."""

    def __init__(self, choice: Gateway, secret: str) -> None:
        self._choice = choice
        self._secret = secret
        parts = urlsplit(choice.url)
        self._service = service(f"{parts.scheme}://{parts.netloc}")

    def send(self, message: ShortMessage) -> None:
        fields = self._filled(self._choice.fields, message)
        if self._choice.encoding == "json":
            kind, content = "application/json", orjson.dumps(fields)
        else:
            kind, content = "application/x-www-form-urlencoded", urlencode(fields).encode()
        headers = {**self._filled(self._choice.headers, message), "content-type": kind}
        answer = self._service.call("POST", self._choice.url, headers=headers, content=content)
        if answer.status >= 300:
            words = " ".join(answer.body[:300].decode(errors="replace").split())
            raise self._service.refused(f"{TITLE} answered {answer.status}: {words}".rstrip(": "))

    def check(self) -> None:
        """Whether it takes a message shows when it gets one."""

    def _filled(self, templates: dict[str, str], message: ShortMessage) -> dict[str, str]:
        return {name: self._fill(template, message) for name, template in templates.items()}

    def _fill(self, template: str, message: ShortMessage) -> str:
        """In one pass: a text with {secret} in it stays that text."""
        values = {"secret": self._secret, "sender": self._choice.sender, "to": message.to, "text": message.text}
        return _PLACE.sub(lambda found: values[found[1]], template)
