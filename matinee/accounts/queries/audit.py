"""Reading the audit log: a page of it, all of it, and whether it is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from matinee.accounts.models import AuditAction, AuditChain, AuditEntry
from matinee.core import secrets
from matinee.core.errors import NotFound
from matinee.core.secrets import SecretsError

_AT_ONCE = 1_000  # entries held in memory


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries; what is empty filters nothing.

    `actor`: a person's id, or part of the name. `target`, `address`: exactly so. `since`: from then on; `until`:
    before then.
    """

    actions: tuple[AuditAction, ...] = ()
    actor: str = ""
    target: str = ""
    address: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some entries, newest first, of `total`."""

    items: list[AuditEntry]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Verification:
    """What reading along the chain found: `checked` entries are as they were written, then comes the problem if any."""

    checked: int
    problem: str | None = None

    @property
    def ok(self) -> bool:
        return self.problem is None


def audit_page(wanted: AuditFilter, *, page: int = 1, per_page: int = 50) -> AuditPage:
    """One page of the entries, the first being page 1."""
    found = _filtered(wanted)
    total = found.count()
    items = list(found.order_by("-id")[(page - 1) * per_page : page * per_page])
    return AuditPage(items, total, page, -(-total // per_page))


def audit_entries(wanted: AuditFilter) -> Iterator[AuditEntry]:
    """All of them, newest first, a thousand at a time in memory."""
    found = _filtered(wanted).order_by("-id")
    batch = list(found[:_AT_ONCE])
    while batch:
        yield from batch
        batch = list(found.filter(id__lt=batch[-1].id)[:_AT_ONCE])


def _filtered(wanted: AuditFilter) -> QuerySet[AuditEntry]:
    found: QuerySet[AuditEntry] = AuditEntry.objects.all()
    if wanted.actions:
        found = found.filter(action__in=wanted.actions)
    if person := _as_id(wanted.actor):
        found = found.filter(actor_id=person)
    elif wanted.actor:
        found = found.filter(actor__icontains=wanted.actor)
    if wanted.target:
        found = found.filter(target=wanted.target)
    if wanted.address:
        found = found.filter(address=wanted.address)
    if wanted.since:
        found = found.filter(at__gte=wanted.since)
    if wanted.until:
        found = found.filter(at__lt=wanted.until)
    return found


def _as_id(actor: str) -> UUID | None:
    try:
        return UUID(actor)
    except ValueError:
        return None


# --- verifying ---


class _Broken(Exception):
    """The chain does not hold; says where."""


@dataclass(frozen=True, slots=True)
class _Link:
    """How far the chain was read: the last entry that holds."""

    id: int
    signature: str


def verify_audit() -> Verification:
    """Read along the chain and say where it first does not hold; the problem is a sentence that names the entry.

    Others may write and prune meanwhile: nothing is locked, and a thousand entries are in memory.
    """
    link, checked, promised = _Link(0, ""), 0, 0
    try:
        while True:
            # The ends are read after the entries, so that they tell of whatever was pruned before that.
            batch, ends = _batch(link.id), _ends()
            if link.id < ends.anchor_id:
                link = _Link(ends.anchor_id, ends.anchor_signature)
            for entry in batch:
                if entry.id > link.id:
                    link = _follow(link, entry, ends.secret)
                    checked += 1
            if not batch and _is_end(link, ends, promised):
                return Verification(checked)
            promised = ends.last_id
    except _Broken as broken:
        return Verification(checked, str(broken))


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where the chain begins and ends, and what its signatures are made with."""

    anchor_id: int = 0
    anchor_signature: str = ""
    last_id: int = 0
    last_signature: str = ""
    secret: bytes = b""


def _ends() -> _Ends:
    chain = AuditChain.objects.first()
    if chain is None:
        if AuditEntry.objects.exists():
            raise _Broken("The record of where the log begins and ends was removed")
        return _Ends()
    try:
        key = bytes.fromhex(secrets.reveal(chain.key_id))
    except (SecretsError, NotFound) as error:
        raise _Broken(f"The key of the log cannot be read. {error.detail}") from None
    if chain.signature != chain.sign(key):
        raise _Broken("The record of where the log begins and ends was changed")
    return _Ends(chain.anchor_id, chain.anchor_signature, chain.last_id, chain.last_signature, key)


def _batch(after: int, size: int = _AT_ONCE) -> list[AuditEntry]:
    try:
        return list(AuditEntry.objects.filter(id__gt=after).order_by("id")[:size])
    except (TypeError, ValueError):  # SQLite lets a row hold what its column's type cannot
        if size == 1:
            raise _Broken(f"The entry after entry {after} was changed: it cannot be read any more") from None
        return _batch(after, size // 2)


def _follow(link: _Link, entry: AuditEntry, key: bytes) -> _Link:
    if entry.id != link.id + 1:
        raise _Broken(_removed(link.id + 1, entry.id - 1))
    if entry.signature != entry.sign(key):
        raise _Broken(f"Entry {entry.id} was changed or added by hand, or its key is lost")
    if entry.previous != link.signature:
        raise _Broken(f"Entry {entry.id} does not continue entry {link.id}: one of them was replaced")
    if entry.action == AuditAction.AUDIT_BROKEN:
        raise _Broken(f"Entry {entry.id} tells that before it the log's ends were changed, or its key was lost")
    return _Link(entry.id, entry.signature)


def _is_end(link: _Link, ends: _Ends, promised: int) -> bool:
    """After the last entry there was. `promised`: the last entry that was known of before looking for more."""
    if promised > link.id:
        raise _Broken(_removed(link.id + 1, promised))
    if ends.last_id > link.id:  # written just now, if the next look finds it
        return False
    if (ends.last_id, ends.last_signature) != (link.id, link.signature):
        raise _Broken(f"Entry {link.id} is not what the log should end with, which is entry {ends.last_id}")
    return True


def _removed(first: int, last: int) -> str:
    return f"Entry {first} was removed" if first == last else f"Entries {first} to {last} were removed"
