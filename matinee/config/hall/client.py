"""The built web client: its files, and its one page for every address that it shows."""

import mimetypes
from functools import cache
from pathlib import Path

from matinee.config.hall.answer import Answer
from matinee.config.hall.asgi import Header

FOLDER = Path(__file__).parents[1] / "client"
_SUFFIXES = {b"zstd": ".zst", b"br": ".br", b"gzip": ".gz"}
_HASHED = "assets/"  # the build puts a hash of the content into these names
_FOREVER = b"public, max-age=31536000, immutable"
_ASK_EACH_TIME = b"no-cache"
_WORKER = "sw.js"
# The worker fetches for the page: what data carries, `default-src 'none'`, would forbid that.
_WORKERS_POLICY = (b"content-security-policy", b"default-src 'self'; frame-ancestors 'none'")
_NOT_BUILT = b"""<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Matinee</title>
<h1>The web client is not built</h1>
<p>The API answers at <a href="/api/v1/docs">/api/v1/docs</a>.
To see the pages, run <code>make web</code> in the repository and start Matinee again.</p></html>
"""


class Client:
    """The files of one build, read when first asked for."""

    def __init__(self, folder: Path = FOLDER) -> None:
        found = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
        self._files = frozenset(name for name in found if not name.endswith(tuple(_SUFFIXES.values())))
        self._folder = folder
        self._read = cache(self._load)  # bounded by the files of the build

    @property
    def built(self) -> bool:
        """Whether there is a client at all."""
        return "index.html" in self._files

    def find(self, path: str) -> Answer | None:
        """The file at the address, or else the page; None for a file that should be there and is not."""
        name = path.lstrip("/")
        if name in self._files and name != "index.html":
            return self._read(name)
        if name.startswith(_HASHED) or not self.built:
            return None
        return self._read("index.html")

    def _load(self, name: str) -> Answer:
        file = self._folder / name
        pressed = {
            encoding: beside.read_bytes()
            for encoding, suffix in _SUFFIXES.items()
            if (beside := file.with_name(file.name + suffix)).is_file()
        }
        return Answer(_headers(name), file.read_bytes(), pressed)


def _headers(name: str) -> list[Header]:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if kind.startswith("text/") or kind == "application/javascript":
        kind += "; charset=utf-8"
    headers = [
        (b"content-type", kind.encode()),
        (b"cache-control", _FOREVER if name.startswith(_HASHED) else _ASK_EACH_TIME),
    ]
    return [*headers, _WORKERS_POLICY] if name == _WORKER else headers


def not_built() -> bytes:
    """The plain page that says so."""
    return _NOT_BUILT
