"""What administrators do to the installation's connections."""

from matinee.accounts.actions import note
from matinee.accounts.models import AuditAction
from matinee.catalog import actions as catalog
from matinee.core import connections
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound
from matinee.core.mail import MAIL, SMS, Folder, Gateway, SendGrid, Smtp, Twilio
from matinee.library import actions as library


@deed
def set_up_mail(choice: Smtp | SendGrid | Folder, secret: str | None = None) -> None:
    """Let e-mail travel this way. `secret` as in `Channel.configure`."""
    MAIL.configure(choice, secret)
    _note("mail", choice.kind, changed=secret is not None)


@deed
def set_up_sms(choice: Twilio | Gateway | Folder, secret: str | None = None) -> None:
    """Let SMS travel this way. `secret` as in `Channel.configure`."""
    SMS.configure(choice, secret)
    _note("sms", choice.kind, changed=secret is not None)


def send_test_mail(to: str) -> None:
    """Send one now. Raises BadInput naming `to`, ServiceError with what is wrong."""
    try:
        MAIL.test(to)
    except ValueError as error:
        raise BadInput.at("to", str(error)) from None


def send_test_sms(to: str) -> None:
    """Send one now. Raises as `send_test_mail`."""
    try:
        SMS.test(to)
    except ValueError as error:
        raise BadInput.at("to", str(error)) from None


@deed
def connect_tmdb(key: str) -> None:
    """Ask TMDB with this key from now on. Raises as `catalog.actions.connect_tmdb`."""
    catalog.connect_tmdb(key)
    _note("tmdb", "here", changed=True)


@deed
def disconnect_tmdb() -> None:
    """Ask TMDB no more. Raises as `catalog.actions.disconnect_tmdb`."""
    if catalog.disconnect_tmdb():
        _note("tmdb", "none", changed=True)


@deed
def connect_trakt(client_id: str, client_secret: str) -> None:
    """Let people link their accounts at Trakt by this app. Raises as `library.actions.connect_trakt`."""
    library.connect_trakt(client_id, client_secret)
    _note("trakt", "here", changed=True)


@deed
def disconnect_trakt() -> None:
    """Ask Trakt no more."""
    if library.disconnect_trakt():
        _note("trakt", "none", changed=True)


def test_connection(name: str) -> None:
    """Ask that service now. Raises NotFound, BadInput when it is not set up, ServiceError with what is wrong."""
    found = next((known for known in connections.connections() if known.name == name), None)
    if found is None:
        raise NotFound(f"There is no connection called {name}")
    if not found.is_set_up():
        raise BadInput(found.how_to_set_up())
    found.test()


def _note(what: str, kind: str, *, changed: bool) -> None:
    note(AuditAction.SETTINGS_CHANGED, target=what, after={"kind": kind})
    if changed:
        note(AuditAction.SECRET_CHANGED, target=what)
