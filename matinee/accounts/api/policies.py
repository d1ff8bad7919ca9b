"""What holds for signing up and for visitors, for administrators."""

from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from matinee.accounts import policies
from matinee.core.access import administrators
from matinee.core.shape import Asked

router = Router(tags=["settings"], by_alias=True, auth=administrators)


class AccountSettings(Asked):
    """What an administrator decides about accounts."""

    sign_up: Literal["open", "invited", "closed"]
    visitors_may_look: bool = Field(description="Whether who is not signed in sees the catalogue.")
    visitors_age_cap: Annotated[int, Field(ge=0, le=21)] | None
    visitors_unrated: bool
    audit_days: int = Field(ge=1, le=3650, description="How long the audit log is kept.")


@router.get("/settings/accounts", response=AccountSettings, operation_id="account_settings", summary="What holds")
def show(request: HttpRequest) -> AccountSettings:
    return AccountSettings(**policies.current().model_dump())


@router.put("/settings/accounts", response=AccountSettings, operation_id="set_account_settings", summary="Decide it")
def decide(request: HttpRequest, given: AccountSettings) -> AccountSettings:
    policies.decide(policies.Policies(**given.model_dump()))
    return given
