"""Secrets at rest: passwords and tokens that we must know in plain to use them, stored encrypted.

    secret = keep("xoxb-…", "mail")     # in a deed; the row goes where it is needed as a foreign key
    reveal(secret.id)                   # only where it is used; never into an answer or a log line

A sealed value is bound to its row and purpose: copied to another row it does not open.
"""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from django.db import transaction
from django.utils import timezone

from matinee.core import keyring
from matinee.core.errors import NotFound
from matinee.core.keyring import KeyMissing, SecretsError
from matinee.core.locks import lock
from matinee.core.models import Secret
from matinee.core.settings import current

__all__ = ["KeyMissing", "SecretsError", "Standing", "check", "forget", "keep", "replace", "reveal", "rotate"]

log = structlog.get_logger(__name__)

_AT_ONCE = 50  # rows per transaction of a rotation


def keep(value: str, purpose: str) -> Secret:
    """Store it encrypted; `purpose` says for what, e.g. "mail"."""
    secret = Secret(id=uuid.uuid4(), purpose=purpose)
    secret.sealed = keyring.seal(value, _binding(secret))
    secret.save(force_insert=True)
    return secret


def reveal(secret_id: uuid.UUID) -> str:
    """The value in plain. Raises NotFound, KeyMissing, SecretsError."""
    return _open(_row(secret_id))


def replace(secret_id: uuid.UUID, value: str) -> None:
    """Store another value in its place. Raises NotFound."""
    secret = _row(secret_id)
    secret.sealed = keyring.seal(value, _binding(secret))
    secret.save(update_fields=["sealed", "updated_at"])


def forget(secret_id: uuid.UUID) -> None:
    """Delete it, if it is there."""
    Secret.objects.filter(id=secret_id).delete()


def rotate() -> int:
    """Seal every row with a new key; answers how many. One that cannot be opened is left, with a line in the log.

    The new key is in the file before the first row uses it, and the old ones stay there while a row uses them, so it
    may be interrupted anywhere. Keys of the settings are not ours to make: their first one is taken.
    """
    with lock(current().data_dir, "secrets"):
        key = keyring.held()[0] if keyring.are_from_settings() else keyring.add_to_file(_used())
        behind = Secret.objects.exclude(sealed__startswith=keyring.prefix(key))
        count = 0
        ids = list(behind.values_list("id", flat=True))
        for start in range(0, len(ids), _AT_ONCE):
            count += _seal_anew(ids[start : start + _AT_ONCE])
    log.info("secrets rotated", key=key.id, count=count)
    return count


@dataclass(frozen=True, slots=True)
class Standing:
    """How the stored secrets fare. `by_key`: how many each key seals; `troubles`: a sentence per one that fails."""

    count: int
    by_key: dict[str, int]
    troubles: list[str]


def check() -> Standing:
    """Try to open every one."""
    by_key: Counter[str] = Counter()
    troubles = []
    for secret in Secret.objects.order_by("id").iterator():
        by_key[_key_id(secret.sealed)] += 1
        try:
            _open(secret)
        except SecretsError as error:
            troubles.append(error.detail)
    return Standing(by_key.total(), dict(by_key), troubles)


def _row(secret_id: uuid.UUID) -> Secret:
    if (secret := Secret.objects.filter(id=secret_id).first()) is None:
        raise NotFound(f"There is no secret {secret_id}")
    return secret


def _binding(secret: Secret) -> str:
    return f"{secret.purpose}\n{secret.id}"


def _open(secret: Secret) -> str:
    try:
        return keyring.unseal(secret.sealed, _binding(secret))
    except SecretsError as error:
        raise type(error)(f"The secret {secret.id} ({secret.purpose}): {error.detail}") from None


def _used() -> set[str]:
    return {_key_id(sealed) for sealed in Secret.objects.values_list("sealed", flat=True).iterator()}


def _key_id(sealed: str) -> str:
    return sealed.split(".", 2)[1]


@transaction.atomic
def _seal_anew(ids: Sequence[uuid.UUID]) -> int:
    count = 0
    for secret in Secret.objects.filter(id__in=ids):
        try:
            sealed = keyring.seal(_open(secret), _binding(secret))
        except SecretsError as error:
            log.warning("secret not rotated", problem=error.detail)
            continue
        # Only if nobody has replaced it meanwhile, who then has used the new key already.
        same = Secret.objects.filter(id=secret.id, sealed=secret.sealed)
        count += same.update(sealed=sealed, updated_at=timezone.now())
    return count
