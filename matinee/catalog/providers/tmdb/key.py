"""The key to TMDB: the one that the settings name, else the one that an administrator gave at run time.

The latter is a stored secret, to which the row of `Setting` points. Processes remember it until an event says that it
has changed, so that asking for it costs nothing.
"""

import re
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

import structlog

from matinee.catalog.events import PROVIDER
from matinee.core import secrets
from matinee.core.errors import NotFound
from matinee.core.models import Setting
from matinee.core.remembering import Remembered
from matinee.core.settings import current

Source = Literal["environment", "here", "none"]
"""`environment`: the settings at start, which win; `here`: an administrator."""
log = structlog.get_logger(__name__)

NAME = "tmdb"
"""Of its row among the settings, and of what it is kept for among the secrets."""
RIGHT = "should be TMDB's API key (32 letters and digits) or its API read access token (it begins with eyJ), whole"
_V3 = re.compile(r"[0-9a-f]{32}")
_V4 = re.compile(r"eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+", re.ASCII)  # a JWT: two JSON objects and a signature, in base64


@dataclass(frozen=True, slots=True)
class Key:
    """Where it is from, and the key itself.

    `text` is empty when there is none, and when it cannot be opened; then `problem` is a sentence that says why.
    """

    source: Source
    text: str = field(default="", repr=False)
    problem: str = ""


def checked(text: str) -> str:
    """The key as it goes into a request. Raises ValueError with what would be right."""
    key = text.strip()
    if not is_v3(key) and not _V4.fullmatch(key):
        raise ValueError(RIGHT)
    return key


def is_v3(key: str) -> bool:
    """Whether it goes in the query, and not in a header."""
    return _V3.fullmatch(key) is not None


def in_use() -> Key:
    """The one to ask with; another process may have changed it within the last second."""
    return _from_settings() or _stored()


def in_use_now() -> Key:
    """The one to ask with, which costs two statements."""
    return _from_settings() or _stored.anew()


def forget() -> None:
    """Read it anew when next asked for: this process has changed it."""
    _stored.forget()


def _from_settings() -> Key | None:
    text = current().tmdb_key.get_secret_value().strip()
    return Key("environment", text) if text else None


def _read() -> Key:
    row = Setting.objects.filter(name=NAME).first()
    if row is None:
        return Key("none")
    try:
        return Key("here", secrets.reveal(UUID(row.value["secret"])))
    except (secrets.SecretsError, NotFound) as error:
        log.warning("the key to TMDB cannot be opened", problem=error.detail)
        return Key("here", problem=error.detail)


_stored = Remembered(PROVIDER, _read)
