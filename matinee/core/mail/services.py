"""E-mail and SMS among the connections that a person may set up."""

from matinee.core import connections
from matinee.core.mail.channels import MAIL, SMS
from matinee.core.mail.choices import Folder


class _MailConnection:
    """See `core.connections.Connection`."""

    name = MAIL.name
    title = MAIL.title
    attribution = ""

    def is_set_up(self) -> bool:
        return not isinstance(MAIL.configuration().choice, Folder)

    def how_to_set_up(self) -> str:
        return "E-mail goes to the folder outbox in the data directory until a mail server is named."

    def test(self) -> None:
        MAIL.check()


class _SmsConnection:
    """See `core.connections.Connection`."""

    name = SMS.name
    title = SMS.title
    attribution = ""

    def is_set_up(self) -> bool:
        return not isinstance(SMS.configuration().choice, Folder)

    def how_to_set_up(self) -> str:
        return "SMS go to the folder outbox in the data directory until Twilio or a gateway is named."

    def test(self) -> None:
        SMS.check()


connections.register(_MailConnection())
connections.register(_SmsConnection())
