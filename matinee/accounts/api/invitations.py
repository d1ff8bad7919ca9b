"""Invitations, for administrators."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from matinee.accounts import queries
from matinee.accounts.actions import invitations as deeds
from matinee.accounts.api.asking import asking
from matinee.accounts.schemas.asked import NewInvitation
from matinee.accounts.schemas.told import InvitationItem, Invitations, MadeInvitation
from matinee.core.access import administrators

router = Router(tags=["users"], by_alias=True, auth=administrators)


@router.get("/invitations", response=Invitations, operation_id="invitations", summary="Open invitations")
def list_invitations(request: HttpRequest) -> Invitations:
    return Invitations(items=[InvitationItem.model_validate(row) for row in queries.open_invitations()])


@router.post("/invitations", response={201: MadeInvitation}, operation_id="invite", summary="Invite somebody")
def invite(request: HttpRequest, given: NewInvitation) -> Status[MadeInvitation]:
    made, code = deeds.invite(
        asking(request), role=given.role, email=given.email, uses=given.uses, days=given.expires_in_days
    )
    return Status(201, MadeInvitation(**InvitationItem.model_validate(made).model_dump(), code=code))


@router.delete(
    "/invitations/{invitation_id}", response={204: None}, operation_id="withdraw_invitation", summary="Withdraw"
)
def withdraw(request: HttpRequest, invitation_id: UUID) -> Status[None]:
    deeds.withdraw(invitation_id)
    return Status(204, None)
