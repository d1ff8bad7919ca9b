"""The API tokens of the person who asks."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Status

from matinee.accounts.actions import credentials
from matinee.accounts.api.asking import asking
from matinee.accounts.api.me import current_session
from matinee.accounts.schemas.asked import NewToken
from matinee.accounts.schemas.told import MadeToken, TokenItem, Tokens
from matinee.core.errors import Forbidden

router = Router(tags=["me"], by_alias=True)


@router.get("/me/tokens", response=Tokens, operation_id="my_tokens", summary="My API tokens")
def list_tokens(request: HttpRequest) -> Tokens:
    tokens = asking(request).api_tokens.order_by("-created_at")
    return Tokens(items=[TokenItem.model_validate(token) for token in tokens])


@router.post("/me/tokens", response={201: MadeToken}, operation_id="make_token", summary="Make an API token")
def make_token(request: HttpRequest, given: NewToken) -> Status[MadeToken]:
    if current_session(request) is None:  # else a token could make one that may more than itself, or outlives it
        raise Forbidden("An API token cannot make another one. Sign in for that")
    expires_at = timezone.now() + timedelta(days=given.expires_in_days) if given.expires_in_days else None
    token, text = credentials.make_api_token(asking(request), given.name, given.scopes, expires_at=expires_at)
    return Status(201, MadeToken(**TokenItem.model_validate(token).model_dump(), token=text))


@router.delete("/me/tokens/{token_id}", response={204: None}, operation_id="revoke_token", summary="Revoke one")
def revoke_token(request: HttpRequest, token_id: UUID) -> Status[None]:
    credentials.revoke_api_token(asking(request), token_id)
    return Status(204, None)
