"""Image files under a quota. The file system is the truth: no table, no index, nothing to repair after a crash.

    <data>/images/3f/3f9a….avif    made under a name of ours, complete from its first moment (renamed into place)
    <data>/images/drafts/…         being written; what a killed process leaves there is swept

A file's modification time is when it was last used, to the minute; the oldest go first when the quota is full.
"""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from matinee.core.errors import MatineeError
from matinee.core.settings import current
from matinee.images.files import write_whole

TOUCH_EVERY = 60.0  # seconds: more often would only write to the disk
DRAFT_SECONDS = 600.0  # nobody writes one file for longer
_ROOM = 0.9  # how much of the quota eviction leaves, so that it is not needed again at once


class CannotKeep(MatineeError):
    """The disk refuses the file."""

    status = 503
    title = "Image storage is full or read-only"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was found."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Cleared:
    """What an eviction removed, and the bytes that stay."""

    files: int
    bytes_left: int


class Store:
    """Safe to use from many threads and processes at once."""

    def __init__(self, folder: Path, quota: int) -> None:
        """`quota` in bytes of files; exceeded for moments at most, by what other processes write meanwhile."""
        self._folder = folder
        self._drafts = folder / "drafts"
        self._quota = quota
        self._evicting = threading.Lock()
        self._bytes: float = quota  # unknown until the first eviction has looked, which this makes the first `put` do

    def find(self, key: str, suffix: str) -> Kept | None:
        """The complete file of this key, marked as used; None when there is none."""
        path = self._path(key, suffix)
        try:
            status = path.stat()
            if time.time() - status.st_mtime > TOUCH_EVERY:
                os.utime(path)
        except OSError:  # absent, or evicted between the two
            return None
        return Kept(path, status.st_size)

    def put(self, key: str, suffix: str, data: bytes) -> Kept:
        """Keep `data`, and make room for it. Raises CannotKeep."""
        path = self._path(key, suffix)
        try:
            write_whole(path, data, drafts=self._drafts)
        except OSError as error:
            raise CannotKeep(f"the image could not be kept: {error.strerror}") from error
        self._bytes += len(data)  # two threads may lose a count here; the next eviction counts anew
        if self._bytes > self._quota:
            self.evict()
        return Kept(path, len(data))

    def evict(self) -> Cleared:
        """Remove abandoned drafts and, when over the quota, the files unused for longest."""
        with self._evicting:
            abandoned = self._sweep_drafts()
            files = sorted(self._files())
            total = sum(size for _used, size, _path in files)
            keep = self._quota * _ROOM if total > self._quota else total
            gone = 0
            for _used, size, path in files:
                if total <= keep:
                    break
                Path(path).unlink(missing_ok=True)
                total -= size
                gone += 1
            self._bytes = total
            return Cleared(abandoned + gone, total)

    def _path(self, key: str, suffix: str) -> Path:
        return self._folder / key[:2] / f"{key}.{suffix}"

    def _files(self) -> Iterator[tuple[float, int, str]]:
        """Time of last use, bytes and path of every complete file."""
        for folder in _entries(self._folder):
            if len(folder.name) == 2:
                for entry in _entries(folder.path):
                    try:
                        status = entry.stat()
                    except FileNotFoundError:  # another process evicts too
                        continue
                    yield status.st_mtime, status.st_size, entry.path

    def _sweep_drafts(self) -> int:
        """How many drafts were abandoned."""
        abandoned = 0
        for entry in _entries(self._drafts):
            try:
                if time.time() - entry.stat().st_mtime > DRAFT_SECONDS:
                    Path(entry.path).unlink()
                    abandoned += 1
            except FileNotFoundError:  # finished, or swept by another process
                continue
        return abandoned


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return []


def store() -> Store:
    """The store of this installation."""
    settings = current()
    return _store(settings.data_dir / "images", settings.image_bytes)


@cache
def _store(folder: Path, quota: int) -> Store:
    return Store(folder, quota)
