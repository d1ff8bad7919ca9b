"""The files that people gave us, until they are read. Their names are ours, and say nothing of what people told."""

import re
import time
import uuid
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from matinee.core.errors import NotFound
from matinee.core.settings import current

_NAME = re.compile(r"[0-9a-f]{32}")
_UNDER_WAY = 3600.0  # seconds: its row may not be committed yet
_LONGEST = 86_400.0  # seconds
_CHUNK = 1 << 20


def keep(file: BinaryIO) -> str:
    """Keep what is in it; our name of that."""
    name = uuid.uuid4().hex
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file.seek(0)
    try:
        with path.open("xb") as kept:
            while chunk := file.read(_CHUNK):
                kept.write(chunk)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return name


def opened(name: str) -> BinaryIO:
    """To be closed by the caller. Raises NotFound when it is there no more."""
    if not _NAME.fullmatch(name) or not _path(name).exists():
        raise NotFound("The file is no longer there. Give it again")
    return _path(name).open("rb")


def forget(name: str) -> None:
    """Delete it; nothing if there is none."""
    if _NAME.fullmatch(name):
        _path(name).unlink(missing_ok=True)


def forget_old(used: Collection[str]) -> int:
    """Delete those that are a day old, and those not among `used` that nobody can be about to use; how many."""
    gone = 0
    for path in _folder().glob("*"):
        age = time.time() - path.stat().st_mtime
        if age > _LONGEST or (path.name not in used and age > _UNDER_WAY):
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def _folder() -> Path:
    return current().data_dir / "imports"


def _path(name: str) -> Path:
    return _folder() / name
