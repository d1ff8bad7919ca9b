"""Images that are ready."""

from dataclasses import dataclass
from pathlib import Path

from matinee.core.errors import BadInput, NotFound
from matinee.images import addresses
from matinee.images.addresses import Address
from matinee.images.encoding import Format
from matinee.images.store import Kept, store


@dataclass(frozen=True, slots=True)
class ReadyFile:
    """A file to send as it is. It may be evicted before it is opened: then it has to be made again."""

    path: Path
    size: int
    content_type: str
    etag: str

    @property
    def headers(self) -> dict[str, str]:
        """For a browser to keep it for good. `nosniff` and the like are said by the front hall about everything."""
        return {
            "Content-Type": self.content_type,
            "Content-Length": str(self.size),
            "Cache-Control": "public, max-age=31536000, immutable",
            "Content-Security-Policy": "default-src 'none'",
            "ETag": self.etag,
            "Vary": "Accept",
        }


def ready_file(kind: str, size: str, name: str, accept: str) -> ReadyFile | None:
    """The file for this address and Accept header if it has been made before; None also for what is no address.

    One look into the file system, no database: the front hall may call it in its event loop.
    """
    try:
        address = addresses.parse(kind, size, name)
    except (NotFound, BadInput):
        return None
    return find(address, addresses.choose_format(address.kind, accept))


def find(address: Address, form: Format) -> ReadyFile | None:
    """The same for an address that has been understood."""
    key = address.file_key(form)
    kept = store().find(key, form.suffix)
    return ready(kept, key, form) if kept else None


def ready(kept: Kept, key: str, form: Format) -> ReadyFile:
    """A kept file with what HTTP wants to know."""
    return ReadyFile(kept.path, kept.size, form.content_type, f'"{key[:20]}-{kept.size:x}"')
