"""SendGrid's API: https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send."""

from email.utils import parseaddr
from functools import cache

import orjson

from matinee.core.errors import ServiceError
from matinee.core.http import Service, WholeAnswer
from matinee.core.mail.choices import SendGrid
from matinee.core.mail.messages import Letter, Undeliverable

NAME = "sendgrid"
ADDRESS = "https://api.sendgrid.com"


@cache
def service(address: str) -> Service:
    """The one of this process."""
    return Service(NAME, "SendGrid", address)


class SendGridTransport:
    """See `Transport`."""

    def __init__(self, choice: SendGrid, key: str, *, address: str = ADDRESS) -> None:
        self._choice = choice
        self._headers = {"authorization": f"Bearer {key}", "content-type": "application/json"}
        self._service = service(address)

    def send(self, letter: Letter) -> None:
        name, address = parseaddr(self._choice.sender)
        contents = [("text/plain", letter.text), ("text/html", letter.html)]
        body = {
            "personalizations": [{"to": [{"email": letter.to}]}],
            "from": {"email": address, **({"name": name} if name else {})},
            "subject": letter.subject,
            "content": [{"type": kind, "value": value} for kind, value in contents if value],
            # Codes and links are for whoever gets them, not for counting clicks.
            "tracking_settings": {"click_tracking": {"enable": False}, "open_tracking": {"enable": False}},
        }
        answer = self._service.call("POST", "/v3/mail/send", headers=self._headers, content=orjson.dumps(body))
        if answer.status >= 300:
            raise self._told(answer)

    def check(self) -> None:
        """Ask what the key may do."""
        answer = self._service.call("GET", "/v3/scopes", headers=self._headers)
        if answer.status >= 300:
            raise self._told(answer)
        scopes = answer.json()
        if not isinstance(scopes, dict) or "mail.send" not in scopes.get("scopes", []):
            raise self._service.refused("The key of SendGrid may not send mail (it lacks mail.send)")

    def _told(self, answer: WholeAnswer) -> ServiceError:
        words = f"{answer.status}{_reason(answer.json())}"
        if answer.status in {401, 403}:
            return self._service.refused(f"SendGrid refused the key or the sender: {words}")
        return Undeliverable(NAME, f"SendGrid did not take the message: {words}")


def _reason(data: object) -> str:
    """What its errors say, as the end of a sentence."""
    errors = data.get("errors") if isinstance(data, dict) else None
    if not isinstance(errors, list):
        return ""
    told = [str(error.get("message", "")) for error in errors if isinstance(error, dict)]
    return f" {'; '.join(told)[:300]}" if told else ""
