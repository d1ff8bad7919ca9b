"""Connecting TMDB while the program runs: an administrator gives a key, tries one, or takes it back."""

from uuid import UUID

from django.db import transaction

from matinee.catalog.events import ProviderChanged
from matinee.catalog.models import Season
from matinee.catalog.providers import connected_now, on_trial
from matinee.catalog.providers.tmdb import key
from matinee.catalog.providers.tmdb.connection import TmdbConnection
from matinee.core import events, secrets, sweeps
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, MatineeError
from matinee.core.models import Setting
from matinee.core.settings import current

_SWEEPS = ("catalog.lists", "catalog.titles")


class SetElsewhere(MatineeError):
    """The settings that the program was started with decide this."""

    status = 409
    title = "Set elsewhere"


@deed
def connect_tmdb(text: str) -> None:
    """Ask TMDB with this key from now on, in every process. Raises BadInput naming `key`, SetElsewhere."""
    _refuse_beside_settings()
    checked = _checked(text)
    _forget_stored()
    secret = secrets.keep(checked, key.NAME)
    Setting.objects.update_or_create(name=key.NAME, defaults={"value": {"secret": str(secret.id)}})
    _begin_anew()


@deed
def disconnect_tmdb() -> bool:
    """Ask TMDB no more; what is stored stays. Answers whether there was a key. Raises SetElsewhere."""
    _refuse_beside_settings()
    if not _forget_stored():
        return False
    Setting.objects.filter(name=key.NAME).delete()
    _begin_anew()
    return True


def try_tmdb(text: str | None = None) -> None:
    """Ask TMDB now: with this key, which need not be in use, else with the one that is.

    Raises BadInput when it cannot be a key or there is none, ServiceError with a sentence when TMDB cannot be asked.
    """
    provider = connected_now() if text is None else on_trial(_checked(text))
    if provider is None:
        raise BadInput(TmdbConnection().how_to_set_up())
    provider.pictures(wait=current().http_timeout)


def _refuse_beside_settings() -> None:
    if key.in_use().source == "environment":
        raise SetElsewhere(
            "The key to TMDB is set by MATINEE_TMDB_KEY, or tmdb_key in matinee.toml, and what is set there holds. "
            "Change it there, or remove it there and start Matinee again"
        )


def _checked(text: str) -> str:
    try:
        return key.checked(text)
    except ValueError as error:
        raise BadInput.at("key", str(error)) from None


def _forget_stored() -> bool:
    """Take away the secret that the setting points to; answers whether there was one."""
    row = Setting.objects.select_for_update().filter(name=key.NAME).first()
    if row is not None:
        secrets.forget(UUID(row.value["secret"]))
    return row is not None


def _begin_anew() -> None:
    """What was put off because of the key before is due now."""
    Season.objects.exclude(attempted_at=None).update(attempted_at=None)
    for name in _SWEEPS:
        sweeps.run_now(name)
    events.append(ProviderChanged())
    transaction.on_commit(key.forget)
