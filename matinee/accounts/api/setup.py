"""The first administrator."""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest
from ninja import Router, Status

from matinee.accounts import policies
from matinee.accounts.actions import setting_up
from matinee.accounts.api.me import shown
from matinee.accounts.schemas.asked import SetUp
from matinee.accounts.schemas.told import Me, SetUpState
from matinee.core.access import anyone
from matinee.core.mail import MAIL, Folder

router = Router(tags=["set-up"], by_alias=True, auth=anyone)


@router.get("/setup", response=SetUpState, operation_id="set_up_state", summary="Is there an administrator yet?")
def state(request: HttpRequest) -> SetUpState:
    return SetUpState(
        needed=setting_up.is_needed(),
        sign_up=policies.current().sign_up,
        sends_mail=not isinstance(MAIL.configuration().choice, Folder),
    )


@router.post("/setup", response={201: Me}, operation_id="set_up", summary="Make the first administrator, and sign in")
def set_up(request: HttpRequest, given: SetUp) -> Status[Me]:
    user = setting_up.set_up(**given.model_dump())
    record_authentication(request, user, method="password", username=user.username)
    perform_login(request, Login(user=user))
    return Status(201, shown(user))
