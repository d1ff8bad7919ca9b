"""Providers who vouch for people: set up by administrators."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError

from matinee.accounts import vouching
from matinee.accounts.actions.audit import note
from matinee.accounts.models import AuditAction, IdentityProvider, ProviderKind
from matinee.core import secrets
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound

_NAMES = {
    ProviderKind.GOOGLE: "Google",
    ProviderKind.FACEBOOK: "Facebook",
    ProviderKind.GITHUB: "GitHub",
    ProviderKind.X: "X",
}
_PURPOSE = "identity provider"
_PLAIN = re.compile(r"[!-~]+")  # no spaces, and no letters beyond ASCII


@deed
def add_provider(
    *, kind: ProviderKind, name: str, client_id: str, client_secret: str, issuer: str = ""
) -> IdentityProvider:
    """People can sign in by it from now on. Raises BadInput naming `name`, `issuer` or `kind`."""
    if kind == ProviderKind.OIDC:
        issuer = _checked(issuer)
        if not name:
            raise BadInput.at("name", "say what the button should be called")
    elif issuer:
        raise BadInput.at("issuer", "only oidc has one")
    provider = IdentityProvider(
        kind=kind,
        slug=_slug(kind, issuer),
        name=name or _NAMES[kind],
        issuer=issuer,
        client_id=client_id,
        secret=secrets.keep(client_secret, _PURPOSE),
    )
    try:
        with deed():
            provider.save(force_insert=True)
    except IntegrityError:
        raise BadInput.at("issuer" if issuer else "kind", "this provider is set up already") from None
    note(
        AuditAction.SETTINGS_CHANGED,
        target=f"identity provider {provider.name}",
        after={"kind": kind, "issuer": issuer},
    )
    return provider


@deed
def change_provider(provider_id: UUID, values: Mapping[str, Any]) -> IdentityProvider:
    """Change name, client_id, client_secret or is_active. Raises NotFound."""
    provider = _find(provider_id)
    plain = {name: value for name, value in values.items() if name != "client_secret"}
    for name, value in plain.items():
        setattr(provider, name, value)
    provider.save(update_fields=list(plain))
    if "client_secret" in values:
        secrets.replace(provider.secret_id, values["client_secret"])
        note(AuditAction.SECRET_CHANGED, target=f"identity provider {provider.name}")
    if plain:
        note(AuditAction.SETTINGS_CHANGED, target=f"identity provider {provider.name}", after=plain)
    return provider


@deed
def remove_provider(provider_id: UUID) -> None:
    """Nobody signs in by it any more; who has no other way in asks for a new password. Raises NotFound."""
    provider = _find(provider_id)
    SocialAccount.objects.filter(provider=provider.slug).delete()
    provider.delete()
    secrets.forget(provider.secret_id)
    note(AuditAction.SETTINGS_CHANGED, target=f"identity provider {provider.name}", after={"removed": True})


def test_provider(provider_id: UUID) -> None:
    """See whether signing in by it could work now. Raises NotFound, and ServiceError with a sentence."""
    vouching.ask(_find(provider_id))


def _find(provider_id: UUID) -> IdentityProvider:
    provider = IdentityProvider.objects.filter(pk=provider_id).first()
    if provider is None:
        raise NotFound("There is no such identity provider")
    return provider


def _slug(kind: ProviderKind, issuer: str) -> str:
    return f"oidc-{hashlib.sha256(issuer.encode()).hexdigest()[:12]}" if issuer else str(kind)


def _checked(issuer: str) -> str:
    address = issuer.rstrip("/")
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("ascii").decode("idna")
        may_be = bool(host) and parts.port != 0 and parts.scheme in {"https", "http"}
    except ValueError:  # a bad port, half an IPv6 address, letters that no host name has
        may_be = False
    if not may_be or not _PLAIN.fullmatch(address) or parts.query or parts.fragment or parts.username:
        raise BadInput.at("issuer", "should be an address like https://id.example.org, without query or password")
    return address
