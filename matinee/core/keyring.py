"""The keys that seal what is stored encrypted (AES-256-GCM): from the settings, else from a file made on first use.

The first key seals, every key opens. A sealed text is `1.<key id>.<nonce and ciphertext>`; what it is bound to is
authenticated with it, so it opens nowhere else.
"""

import base64
import hashlib
import os
import secrets
import tempfile
import threading
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from matinee.core.errors import MatineeError
from matinee.core.settings import KEY_TEXT, current

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FILE = "secrets.keys"
LONGEST_USE = 3600  # seconds; no transaction that sealed with the key before lasts so long
_VERSION = "1"
_NONCE_BYTES = 12
_KEY_BYTES = 32


class SecretsError(MatineeError):
    """A stored secret cannot be opened; the message says why and what to do."""

    title = "A stored secret cannot be opened"


class KeyMissing(SecretsError):
    """It was sealed with a key that is not here."""


@dataclass(frozen=True)
class Key:
    """One key; `text` is how it is written down."""

    text: str = field(repr=False)

    @cached_property
    def id(self) -> str:
        """Names the key without telling it."""
        return hashlib.sha256(b"matinee key " + self._bytes).hexdigest()[:12]

    @cached_property
    def cipher(self) -> "AESGCM":
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - most processes never need it

        return AESGCM(self._bytes)

    @property
    def _bytes(self) -> bytes:
        return base64.urlsafe_b64decode(self.text.rstrip("=") + "=")


def new_key() -> Key:
    """A random one."""
    return Key(base64.urlsafe_b64encode(secrets.token_bytes(_KEY_BYTES)).decode())


def seal(value: str, bound_to: str) -> str:
    """Encrypt with the first key."""
    key = held()[0]
    nonce = secrets.token_bytes(_NONCE_BYTES)
    body = nonce + key.cipher.encrypt(nonce, value.encode(), bound_to.encode())
    return f"{prefix(key)}{base64.urlsafe_b64encode(body).decode()}"


def unseal(sealed: str, bound_to: str) -> str:
    """Decrypt. Raises KeyMissing, SecretsError when it was changed or is bound to something else."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415

    version, _, rest = sealed.partition(".")
    key_id, _, body = rest.partition(".")
    if version != _VERSION:
        raise SecretsError("It is not written in a form that this version of Matinee knows")
    key = next((key for key in held() if key.id == key_id), None)
    if key is None:
        raise KeyMissing(
            f"It is sealed with the key {key_id}, which is neither in MATINEE_SECRETS_KEY nor in {FILE} in the data "
            "directory. Put that key back, or enter the secret anew."
        )
    try:
        raw = base64.urlsafe_b64decode(body)
        return key.cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], bound_to.encode()).decode()
    except (InvalidTag, ValueError):
        raise SecretsError(
            f"It is sealed with the key {key_id} but does not open: it was changed, or copied from elsewhere. "
            "Restore it from a backup, or enter the secret anew."
        ) from None


def prefix(key: Key) -> str:
    """How everything begins that is sealed with this key."""
    return f"{_VERSION}.{key.id}."


# --- where the keys are ---


def are_from_settings() -> bool:
    """Whether MATINEE_SECRETS_KEY names them; then the file only helps to open what it sealed before."""
    return bool(current().secrets_key.get_secret_value())


def held() -> list[Key]:
    """All keys of this installation, the sealing one first; the file is read again whenever it has changed."""
    given = [Key(text.strip()) for text in current().secrets_key.get_secret_value().split(",") if text]
    file = current().data_dir / FILE
    if not given and not file.exists():
        _write(file, [new_key()], first=True)
    return given + _in_file(file)


_read: dict[Path, tuple[tuple[int, int, int], list[Key]]] = {}
_reading = threading.Lock()


def _in_file(file: Path) -> list[Key]:
    with _reading:
        try:
            seen = file.stat()
        except FileNotFoundError:
            return []
        signature = (seen.st_ino, seen.st_mtime_ns, seen.st_size)
        known = _read.get(file)
        if known is None or known[0] != signature:
            known = _read[file] = (signature, _parse(file))
        return known[1]


def _parse(file: Path) -> list[Key]:
    found = [Key(line.strip()) for line in file.read_text("ascii").splitlines() if line.strip()]
    if not found or not all(KEY_TEXT.fullmatch(key.text) for key in found):
        raise SecretsError(f"{FILE} in the data directory is no list of keys. Restore it from a backup.")
    return found


def add_to_file(used: set[str]) -> Key:
    """Put a new key first, and drop those that are out of use; `used` are ids of keys that rows are sealed with.

    A process may have sealed with the first key up to now in a transaction that commits later. So what was first stays
    for the next time, and nothing is dropped when the file was changed less than LONGEST_USE ago.
    """
    file = current().data_dir / FILE
    before = held()
    settled = time.time() - file.stat().st_mtime > LONGEST_USE
    kept = [key for key in before if not settled or key is before[0] or key.id in used]
    added = new_key()
    _write(file, [added, *kept], first=False)
    return added


def _write(file: Path, wanted: list[Key], *, first: bool) -> None:
    """Whole or not at all. Of two processes that make the `first` file at once one wins, and both use its key."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".keys-")  # made 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.writelines(f"{key.text}\n" for key in wanted)
            out.flush()
            os.fsync(out.fileno())
        if first:
            try:
                os.link(draft, file)
            except FileExistsError:
                return
        else:
            Path(draft).replace(file)
        _sync_folder(file.parent)
    finally:
        Path(draft).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """The name in the folder must be on disk, too, before anything is sealed with the new key."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
