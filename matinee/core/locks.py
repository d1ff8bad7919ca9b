"""Locks between processes of one machine: files in the data directory. Standard library only."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def lock(folder: str | Path, name: str, *, wait: bool = True) -> Iterator[int]:
    """Hold the lock `name` inside the block; yields its open file. The folder is made if need be.

    The system drops it when the last process that has the file open ends, however that ends. Raises BlockingIOError
    when another process holds it and `wait` is off.
    """
    Path(folder).mkdir(parents=True, exist_ok=True, mode=0o750)
    with (Path(folder) / f"{name}.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield file.fileno()
