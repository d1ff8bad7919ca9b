"""The key to TMDB, for administrators."""

from django.http import HttpRequest
from ninja import Router, Status

from matinee.catalog.actions import try_tmdb
from matinee.catalog.queries import source_of_tmdb_key
from matinee.core.access import administrators
from matinee.system import actions
from matinee.system.schemas import TmdbChange, TmdbSettings, TmdbTrial

router = Router(tags=["settings"], by_alias=True, auth=administrators)


@router.get("/settings/tmdb", response=TmdbSettings, operation_id="tmdb_settings", summary="Whether TMDB is connected")
def show_tmdb(request: HttpRequest) -> TmdbSettings:
    source = source_of_tmdb_key()
    return TmdbSettings(source=source, has_key=source != "none")


@router.put(
    "/settings/tmdb",
    response=TmdbSettings,
    operation_id="connect_tmdb",
    summary="Connect TMDB; 409 while the settings at start name a key",
)
def connect_tmdb(request: HttpRequest, given: TmdbChange) -> TmdbSettings:
    actions.connect_tmdb(given.key)
    return show_tmdb(request)


@router.delete(
    "/settings/tmdb",
    response={204: None},
    operation_id="disconnect_tmdb",
    summary="Forget the key; 409 while the settings at start name one",
)
def disconnect_tmdb(request: HttpRequest) -> Status[None]:
    actions.disconnect_tmdb()
    return Status(204, None)


@router.post(
    "/settings/tmdb/test",
    response={204: None},
    operation_id="test_tmdb",
    summary="Ask TMDB now, with a key that need not be in use yet; an error says what is wrong",
)
def test_tmdb(request: HttpRequest, given: TmdbTrial) -> Status[None]:
    try_tmdb(given.key)
    return Status(204, None)
