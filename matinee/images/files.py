"""Files that are there whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, *, drafts: Path | None = None) -> None:
    """Written beside (or in `drafts`, on the same disk) and then moved into place. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = drafts or path.parent
    folder.mkdir(exist_ok=True)
    number, draft = tempfile.mkstemp(dir=folder)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a name must never point to a part, not even after a power cut
        Path(draft).replace(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise
