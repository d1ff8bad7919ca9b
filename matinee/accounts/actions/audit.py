"""Writing the audit log, and letting the oldest of it go."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from secrets import token_bytes
from uuid import UUID

from django.db import transaction
from django.db.models import Min, QuerySet
from django.utils import timezone

from matinee.accounts.models import AuditAction, AuditChain, AuditEntry, User
from matinee.core import secrets
from matinee.core.access import origin
from matinee.core.correlation import correlation_id
from matinee.core.deeds import deed
from matinee.core.errors import NotFound
from matinee.core.logs import redact
from matinee.core.secrets import SecretsError

PRUNED_AT_ONCE = 5_000  # entries: a deed of a tenth of a second, for which other audited deeds wait

_SECRETS = ("password", "secret", "token", "code")
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # a terminal obeys some, PostgreSQL refuses others

Details = Mapping[str, object]


def note(
    action: AuditAction,
    *,
    actor: User | None = None,
    target: str = "",
    before: Details | None = None,
    after: Details | None = None,
) -> AuditEntry:
    """Tell the audit log what the deed around this call does; the entry is there if and only if the deed is.

    `actor`: who does it, when that is not whoever sent the request. `target`: to whom or what, as people call it.
    `before` and `after`: what changed, where that is harmless. Raises ValueError for details named like a secret,
    which may only hold true, false and None (`{"hasPassword": True}`).

    All other audited deeds wait from this call until the deed's end, so it is best the deed's last step.
    """
    details = [None if given is None else _harmless(given) for given in (before, after)]
    with transaction.atomic(savepoint=False):
        chain, key = _lock_chain()
        return _append(chain, key, action, actor=actor, target=target, details=details)


@deed
def prune_audit(days: int) -> int:
    """Let entries go that are older than so many days, the oldest 5,000 at most; how many went.

    The chain then begins later, and still holds. That entries went is noted, too.
    """
    chain, key = _lock_chain()
    old = _older_than(days)
    last = old.order_by("id")[PRUNED_AT_ONCE - 1 : PRUNED_AT_ONCE].first() or old.order_by("-id").first()
    if last is None:
        return 0
    chain.anchor_id, chain.anchor_signature = last.id, last.signature
    _seal(chain, key)  # before the rows go: the database lets only those go that the chain does not begin with
    pruned, _ = QuerySet(AuditEntry).filter(id__lte=last.id).delete()
    _append(chain, key, AuditAction.AUDIT_PRUNED, details=[None, {"entries": pruned, "last": last.id}])
    return pruned


def _older_than(days: int) -> QuerySet[AuditEntry]:
    """The entries before the first young one. Clocks go wrong, so an old date behind a young one counts as young."""
    young = AuditEntry.objects.filter(at__gte=timezone.now() - timedelta(days=days)).aggregate(first=Min("id"))["first"]
    return AuditEntry.objects.all() if young is None else AuditEntry.objects.filter(id__lt=young)


def _lock_chain() -> tuple[AuditChain, bytes]:
    """The chain, for us alone until the transaction ends, and its key.

    Ends that were moved are not simply signed again, which would hide the damage: the log tells of it.
    """
    chain = AuditChain.objects.select_for_update().first() or _begin_chain()
    key = _key(chain)
    if chain.signature != chain.sign(key):
        claimed = {"first": chain.anchor_id + 1, "last": chain.last_id}
        last = AuditEntry.objects.order_by("-id").first()
        if last is not None:
            chain.last_id, chain.last_signature = last.id, last.signature
        _append(chain, key, AuditAction.AUDIT_BROKEN, details=[claimed, None])
    return chain, key


def _begin_chain() -> AuditChain:
    """The first entry of all makes the chain, or the first after somebody has removed it."""
    key = token_bytes(32)
    begun = AuditChain(key=secrets.keep(key.hex(), "audit"))
    if not AuditEntry.objects.exists():
        begun.signature = begun.sign(key)
    AuditChain.objects.bulk_create([begun], ignore_conflicts=True)
    chain = AuditChain.objects.select_for_update().get()
    if chain.key_id != begun.key_id:  # another process was first
        secrets.forget(begun.key_id)
    return chain


def _key(chain: AuditChain) -> bytes:
    """The key that signs. When it is lost there is a new one, which the old signatures do not fit: people must still
    be able to sign in after the database has come back from a backup without its key file.
    """
    lost = chain.key_id
    try:
        return bytes.fromhex(secrets.reveal(lost))
    except (SecretsError, NotFound):
        key = token_bytes(32)
        chain.key = secrets.keep(key.hex(), "audit")
        chain.save()
        secrets.forget(lost)
        return key


def _append(
    chain: AuditChain,
    key: bytes,
    action: AuditAction,
    *,
    actor: User | None = None,
    target: str = "",
    details: Sequence[Details | None],
) -> AuditEntry:
    place = origin()
    before, after = details
    entry = AuditEntry(
        id=chain.last_id + 1,
        at=timezone.now(),
        action=action,
        actor_id=actor.pk if actor else place.user_id,
        actor=_text(actor.get_username() if actor else _name(place.user_id), 255),
        target=_text(target, 255),
        address=_text(place.address, 64),
        device=_text(place.device, 255),
        correlation_id=correlation_id(),
        before=before,
        after=after,
        previous=chain.last_signature,
    )
    entry.signature = entry.sign(key)
    entry.save()
    chain.last_id, chain.last_signature = entry.id, entry.signature
    _seal(chain, key)
    return entry


def _seal(chain: AuditChain, key: bytes) -> None:
    chain.signature = chain.sign(key)
    chain.save()


def _name(user_id: UUID | None) -> str:
    if user_id is None:
        return ""
    return User.objects.filter(pk=user_id).values_list("username", flat=True).first() or ""


def _text(text: str, longest: int) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", redact(text))[:longest]


def _harmless(details: Details) -> Details:
    """The details as JSON that every database gives back as it was. Raises ValueError for what names a secret."""
    return {name: _shown(name, value) for name, value in details.items()}


def _shown(name: str, value: object) -> object:
    if value is None or isinstance(value, bool):
        return value
    if any(word in name.lower() for word in _SECRETS):
        raise ValueError(f'the audit log keeps no secrets, and "{name}" is named like one')
    if isinstance(value, Mapping):
        return _harmless(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [_shown(name, inner) for inner in value]
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float) and not value.is_integer():
        return value
    return _text(str(value), 1000)
