"""Connecting this installation to Trakt: an administrator gives its app's id and secret, or takes them back."""

import re
from uuid import UUID

from matinee.core import secrets
from matinee.core.deeds import deed
from matinee.core.errors import BadInput
from matinee.core.models import Setting
from matinee.library.trakt.app import NAME, App
from matinee.library.trakt.client import TraktClient
from matinee.library.trakt.connection import TraktConnection
from matinee.library.trakt.line import connected

_RIGHT = "should be what Trakt shows for the app: letters, digits, - and _, whole"
_CREDENTIAL = re.compile(r"[A-Za-z0-9_-]{16,200}")


@deed
def connect_trakt(client_id: str, client_secret: str) -> None:
    """People can link their accounts from now on. Raises BadInput naming `clientId` or `clientSecret`.

    Links that were made with another app end when their tokens run out.
    """
    _check(clientId=client_id, clientSecret=client_secret)
    _forget_stored()
    secret = secrets.keep(client_secret, NAME)
    value = {"client_id": client_id, "secret": str(secret.id)}
    Setting.objects.update_or_create(name=NAME, defaults={"value": value})


@deed
def disconnect_trakt() -> bool:
    """Nobody's library is kept in step any more; links stay, in case it is set up anew. Whether it was set up."""
    if not _forget_stored():
        return False
    Setting.objects.filter(name=NAME).delete()
    return True


def try_trakt(client_id: str | None = None) -> None:
    """Ask Trakt now: with this client id, which need not be in use, else with the one that is.

    The secret shows whether it is right when the first person links. Raises BadInput when it cannot be a client id or
    there is none, ServiceError with a sentence when Trakt cannot be asked or refuses it.
    """
    if client_id is None:
        client = connected()
        if client is None:
            raise BadInput(TraktConnection().how_to_set_up())
        client.check()
        return
    _check(clientId=client_id)
    TraktClient(App(client_id), is_trial=True).check()


def _check(**given: str) -> None:
    for name, text in given.items():
        if not _CREDENTIAL.fullmatch(text):
            raise BadInput.at(name, _RIGHT)


def _forget_stored() -> bool:
    row = Setting.objects.select_for_update().filter(name=NAME).first()
    if row is not None:
        secrets.forget(UUID(row.value["secret"]))
    return row is not None
