"""Twilio's API: https://www.twilio.com/docs/messaging/api/message-resource."""

import base64
from functools import cache
from urllib.parse import urlencode

from matinee.core.errors import ServiceError
from matinee.core.http import Service, WholeAnswer
from matinee.core.mail.choices import Twilio
from matinee.core.mail.messages import ShortMessage, Undeliverable

NAME = "twilio"
ADDRESS = "https://api.twilio.com"

# https://www.twilio.com/docs/api/errors: no such number, does not want any, cannot be reached, no mobile phone
_UNDELIVERABLE = {21211, 21610, 21612, 21614}


@cache
def service(address: str) -> Service:
    """The one of this process."""
    return Service(NAME, "Twilio", address)


class TwilioTransport:
    """See `Transport`."""

    def __init__(self, choice: Twilio, token: str, *, address: str = ADDRESS) -> None:
        self._choice = choice
        self._account = f"/2010-04-01/Accounts/{choice.account_sid}"
        credentials = base64.b64encode(f"{choice.account_sid}:{token}".encode()).decode()
        self._headers = {"authorization": f"Basic {credentials}"}
        self._service = service(address)

    def send(self, message: ShortMessage) -> None:
        sender = "MessagingServiceSid" if self._choice.sender.startswith("MG") else "From"
        form = {"To": message.to, sender: self._choice.sender, "Body": message.text}
        headers = {**self._headers, "content-type": "application/x-www-form-urlencoded"}
        self._judge(
            self._service.call(
                "POST", f"{self._account}/Messages.json", headers=headers, content=urlencode(form).encode()
            )
        )

    def check(self) -> None:
        """Ask for the account."""
        self._judge(self._service.call("GET", f"{self._account}.json", headers=self._headers))

    def _judge(self, answer: WholeAnswer) -> None:
        if answer.status >= 300:
            raise self._told(answer)

    def _told(self, answer: WholeAnswer) -> ServiceError:
        data = answer.json()
        code, words = (data.get("code"), data.get("message")) if isinstance(data, dict) else (None, None)
        told = f"{answer.status}, code {code}: {str(words)[:300]}" if code else str(answer.status)
        if code in _UNDELIVERABLE:
            return Undeliverable(NAME, f"Twilio cannot reach the number ({told})")
        if answer.status in {401, 404} or code == 20003:
            return self._service.refused(f"Twilio refused the account or its token ({told})")
        return self._service.refused(f"Twilio did not take the message ({told})")
