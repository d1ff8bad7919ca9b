"""What this installation is at Trakt: the client id and secret of an app that an administrator made there."""

from dataclasses import dataclass, field
from uuid import UUID

from matinee.core import secrets
from matinee.core.errors import NotFound
from matinee.core.models import Setting

NAME = "trakt"
"""Of its row among the settings, of what its secrets are kept for, of its service and its connection."""


@dataclass(frozen=True, slots=True)
class App:
    """`secret` is empty when it cannot be opened; then `problem` is a sentence that says why."""

    client_id: str
    secret: str = field(default="", repr=False)
    problem: str = ""


def app() -> App | None:
    """As of now in every process; two statements. None: an administrator has not set it up."""
    row = Setting.objects.filter(name=NAME).first()
    if row is None:
        return None
    try:
        return App(row.value["client_id"], secrets.reveal(UUID(row.value["secret"])))
    except (secrets.SecretsError, NotFound) as error:
        return App(row.value["client_id"], problem=error.detail)
