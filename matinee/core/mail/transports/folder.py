"""Messages as files, for an installation without a mail server: whoever may read the data directory reads them."""

import os
import secrets
from pathlib import Path

import structlog
from django.utils import timezone

from matinee.core.errors import ServiceDown
from matinee.core.mail.choices import Folder
from matinee.core.mail.messages import Letter, ShortMessage
from matinee.core.mail.transports.mime import written
from matinee.core.settings import current

log = structlog.get_logger(__name__)

MOST = 200
"""Files that are kept; beyond it the oldest go."""


def outbox() -> Path:
    """The folder."""
    return current().data_dir / "outbox"


class LetterFolder:
    """See `Transport`."""

    def __init__(self, choice: Folder) -> None:
        self._choice = choice

    def send(self, letter: Letter) -> None:
        _put("mail", letter.reference, ".eml", bytes(written(letter, self._choice.sender)))

    def check(self) -> None:
        """A folder needs nothing."""


class ShortMessageFolder:
    """See `Transport`."""

    def send(self, message: ShortMessage) -> None:
        _put("sms", message.reference, ".txt", f"To: {message.to}\n\n{message.text}\n".encode())

    def check(self) -> None:
        """A folder needs nothing."""


def _put(service: str, reference: str, ending: str, content: bytes) -> None:
    """Written beside and moved, so that whoever waits for a file reads a whole one."""
    folder = outbox()
    name = f"{timezone.now():%Y%m%d-%H%M%S-%f}-{reference or secrets.token_hex(4)}{ending}"
    draft = folder / f".{name}"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
        draft.replace(folder / name)
        for old in sorted(folder.glob("[0-9]*"))[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise ServiceDown(service, f"The folder {folder} cannot be written: {error.strerror}") from error
    log.info("message put into the outbox", file=str(folder / name))
