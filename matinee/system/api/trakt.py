"""The app by which people link their accounts at Trakt, for administrators."""

from django.http import HttpRequest
from ninja import Router, Status

from matinee.core.access import administrators
from matinee.library.actions import try_trakt
from matinee.library.queries import trakt_app
from matinee.system import actions
from matinee.system.schemas import TraktChange, TraktSettings, TraktTrial

router = Router(tags=["settings"], by_alias=True, auth=administrators)


@router.get("/settings/trakt", response=TraktSettings, operation_id="trakt_settings", summary="The app at Trakt")
def show_trakt(request: HttpRequest) -> TraktSettings:
    app = trakt_app()
    return TraktSettings(client_id=app.client_id if app else "", has_secret=app is not None)


@router.put("/settings/trakt", response=TraktSettings, operation_id="connect_trakt", summary="Connect Trakt")
def connect_trakt(request: HttpRequest, given: TraktChange) -> TraktSettings:
    actions.connect_trakt(given.client_id, given.client_secret)
    return show_trakt(request)


@router.delete(
    "/settings/trakt",
    response={204: None},
    operation_id="disconnect_trakt",
    summary="Forget the app; links of people stay, and rest",
)
def disconnect_trakt(request: HttpRequest) -> Status[None]:
    actions.disconnect_trakt()
    return Status(204, None)


@router.post(
    "/settings/trakt/test",
    response={204: None},
    operation_id="test_trakt",
    summary="Ask Trakt now, with a client id that need not be in use yet; an error says what is wrong",
)
def test_trakt(request: HttpRequest, given: TraktTrial) -> Status[None]:
    try_trakt(given.client_id)
    return Status(204, None)
