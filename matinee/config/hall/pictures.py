"""The short way for images that are ready as files: the server sends them, Django is not asked."""

from collections.abc import Mapping

from matinee.config.hall.answer import names_etag
from matinee.config.hall.asgi import Scope, Send
from matinee.config.hall.outward import IMAGES
from matinee.images.queries import ready_file

_BY_PATH = "http.response.pathsend"


async def send_ready(scope: Scope, headers: Mapping[bytes, bytes], send: Send) -> bool:
    """Send the file at /img/{kind}/{size}/{name} if there is one; False when somebody else has to answer."""
    parts = scope["path"].removeprefix(IMAGES).split("/")
    if len(parts) != 3 or _BY_PATH not in scope.get("extensions", {}) or scope["method"] not in {"GET", "HEAD"}:
        return False
    kind, size, name = parts
    file = ready_file(kind, size, name, headers.get(b"accept", b"").decode("latin-1"))
    if file is None:
        return False
    known = names_etag(headers.get(b"if-none-match", b""), file.etag.encode())
    lines = [(name.lower().encode(), value.encode()) for name, value in file.headers.items()]
    await send({"type": "http.response.start", "status": 304 if known else 200, "headers": lines})
    if known or scope["method"] == "HEAD":
        await send({"type": "http.response.body", "body": b""})
    else:
        await send({"type": _BY_PATH, "path": str(file.path)})
    return True
