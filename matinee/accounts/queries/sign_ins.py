"""How people came in, as the audit log knows it."""

import re
from dataclasses import dataclass
from ipaddress import ip_address, ip_network

from matinee.accounts.models import AuditAction, AuditEntry

_VERSION = re.compile(r"[\d._]+")
_NETWORKS = {4: 24, 6: 48}  # bits that stay when a provider gives a household another address


@dataclass(frozen=True, slots=True)
class SignIn:
    """One coming in. `device` is a User-Agent, `address` an IP address; either may be empty.

    `is_unusual`: the person has come in before, but never with such a device, or never from such an address.
    """

    device: str
    address: str
    is_unusual: bool


def sign_in(entry_id: int) -> SignIn | None:
    """The one that this entry of the audit log tells of, judged by those before it; None once the entry is gone."""
    entry = AuditEntry.objects.filter(pk=entry_id).first()
    if entry is None:
        return None
    before = (
        AuditEntry.objects.filter(actor_id=entry.actor_id, action=AuditAction.SIGNED_IN, id__lt=entry.id)
        .order_by()
        .values_list("device", "address")
        .distinct()
    )
    devices = {_make(device) for device, _ in before}
    networks = {_network(address) for _, address in before}
    is_usual = not devices or (_make(entry.device) in devices and _network(entry.address) in networks)
    return SignIn(entry.device, entry.address, is_unusual=not is_usual)


def _make(device: str) -> str:
    """The device whatever its versions, which change every few weeks."""
    return _VERSION.sub("", device)


def _network(address: str) -> str:
    try:
        bits = _NETWORKS[ip_address(address).version]
    except ValueError:
        return address
    return str(ip_network(f"{address}/{bits}", strict=False))
