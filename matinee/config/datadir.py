"""The data directory: made and tried at start, locked by one `serve`, and holder of the signing key."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from matinee.core.errors import MatineeError
from matinee.core.locks import lock

LEAST_FREE = 64 * 2**20
_KEY_FILE = "secret.key"


class DataDirError(MatineeError):
    """The data directory cannot be used; the message says why and what to do."""

    title = "The data directory cannot be used"


def prepare(folder: Path, *, least_free: int = LEAST_FREE) -> None:
    """Make the folder and try it. Raises DataDirError when it cannot be written or has less than `least_free` bytes."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o750)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"x" * 4096)
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as error:
        raise DataDirError(_sentence(folder, error)) from error
    if (free := shutil.disk_usage(folder).free) < least_free:
        raise DataDirError(
            f"The disk of the data directory {folder} is full: {free // 2**20} MB are free, "
            f"at least {least_free // 2**20} MB are needed. Free some space or set MATINEE_DATA_DIR elsewhere."
        )


def missing(folder: Path) -> str:
    """What to say where it should be there and is not."""
    return (
        f"There is no data directory {folder.absolute()}. Set MATINEE_DATA_DIR to the one that you mean; "
        "`matinee serve` makes a new one, and `matinee check` tries the whole set-up."
    )


def _sentence(folder: Path, error: OSError) -> str:
    return (
        f"The data directory {folder} cannot be written: {error.strerror}. "
        "Give this user the right to write there, or set MATINEE_DATA_DIR to another folder."
    )


@contextmanager
def only_one(folder: Path) -> Iterator[int]:
    """Be the only `serve` of this data directory; yields the lock's open file. Raises DataDirError when it is taken."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(lock(folder, "serve", wait=False))
        except BlockingIOError:
            raise DataDirError(
                f"Another `matinee serve` is running on the data directory {folder}. "
                "Stop it first, or set MATINEE_DATA_DIR (and MATINEE_PORT) for a second installation."
            ) from None
        yield file


def is_served(folder: Path) -> bool:
    """Whether a `serve` runs on this data directory. Nothing is made where none ever did."""
    if not (folder / "serve.lock").exists():
        return False
    try:
        with lock(folder, "serve", wait=False):
            return False
    except BlockingIOError:
        return True


def signing_key(folder: Path) -> str:
    """The key that signs what this installation hands out, made on first use and readable by its owner only."""
    file = folder / _KEY_FILE
    if not file.exists():
        _write_key(file)
    return file.read_text("ascii")


def _write_key(file: Path) -> None:
    """Written beside and then linked into place, so that of two processes starting at once one key wins whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=file.parent, prefix=".key-", encoding="ascii") as draft:  # made 0600
        draft.write(secrets.token_urlsafe(48))
        draft.flush()
        os.fsync(draft.fileno())
        try:
            os.link(draft.name, file)
        except FileExistsError:
            return
