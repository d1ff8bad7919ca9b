"""The providers who vouch for people, for administrators."""

from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Status

from matinee.accounts import queries
from matinee.accounts.actions import providers as deeds
from matinee.accounts.models import IdentityProvider
from matinee.accounts.schemas.asked import NewProvider, ProviderChange
from matinee.accounts.schemas.told import ProviderItem, Providers
from matinee.core.access import administrators

router = Router(tags=["settings"], by_alias=True, auth=administrators)


def _shown(request: HttpRequest, row: IdentityProvider) -> ProviderItem:
    told = {name: getattr(row, name) for name in ProviderItem.model_fields if name != "callback"}
    return ProviderItem(**told, callback=request.build_absolute_uri(reverse("provider_callback", args=[row.slug])))


@router.get(
    "/identity-providers", response=Providers, operation_id="identity_providers", summary="Who vouches for people"
)
def list_providers(request: HttpRequest) -> Providers:
    return Providers(items=[_shown(request, row) for row in queries.providers()])


@router.post(
    "/identity-providers", response={201: ProviderItem}, operation_id="add_identity_provider", summary="Add a provider"
)
def add(request: HttpRequest, given: NewProvider) -> Status[ProviderItem]:
    return Status(201, _shown(request, deeds.add_provider(**given.model_dump())))


@router.patch(
    "/identity-providers/{provider_id}",
    response=ProviderItem,
    operation_id="change_identity_provider",
    summary="Change a provider",
)
def change(request: HttpRequest, provider_id: UUID, given: ProviderChange) -> ProviderItem:
    return _shown(request, deeds.change_provider(provider_id, given.model_dump(exclude_unset=True)))


@router.delete(
    "/identity-providers/{provider_id}",
    response={204: None},
    operation_id="remove_identity_provider",
    summary="Remove a provider",
)
def remove(request: HttpRequest, provider_id: UUID) -> Status[None]:
    deeds.remove_provider(provider_id)
    return Status(204, None)


@router.post(
    "/identity-providers/{provider_id}/test",
    response={204: None},
    operation_id="test_identity_provider",
    summary="Ask a provider now; an error says what is wrong",
)
def test(request: HttpRequest, provider_id: UUID) -> Status[None]:
    deeds.test_provider(provider_id)
    return Status(204, None)
