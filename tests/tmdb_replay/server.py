"""The replay as an HTTP server on loopback, with a handle for tests."""

import gzip
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qsl, unquote, urlsplit

import orjson

from tests.tmdb_replay.bodies import Question
from tests.tmdb_replay.errors import Refusal, not_found, wrong_key
from tests.tmdb_replay.failures import Failure, Reply
from tests.tmdb_replay.pictures import picture
from tests.tmdb_replay.routes import IMAGE_SIZES, answer
from tests.tmdb_replay.world import Change, Kind, Text, World

V3_KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
V4_TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJyZXBsYXkifQ.c2lnbmF0dXJlLW9mLXRoZS1yZXBsYXk"
API, IMAGES = "/3", "/t/p"


@dataclass(frozen=True)
class Call:
    """One request: its path below /3 (or whole, for images), query and headers in lower case."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


@dataclass
class _Trouble:
    pattern: str
    failure: Failure
    left: int | None


class TmdbReplay:
    """`with TmdbReplay() as tmdb:` gives a server of its own. Paths and patterns are below /3: "/movie/*"."""

    def __init__(self, port: int = 0) -> None:
        self.world = World()
        self.calls: list[Call] = []
        self._lock = threading.Lock()
        self._troubles: list[_Trouble] = []
        self._stopping = threading.Event()
        self._port = port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    # --- where ---

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._port}"

    @property
    def url(self) -> str:
        """What MATINEE_TMDB_URL is to be."""
        return f"http://{self.host}{API}"

    @property
    def image_url(self) -> str:
        """What MATINEE_TMDB_IMAGE_URL is to be."""
        return f"http://{self.host}{IMAGES}"

    # --- life ---

    def plug_in(self) -> None:
        """Listen, at the same port as before."""
        self._stopping.clear()
        self._server = _Server(("127.0.0.1", self._port), self)
        self._port = int(self._server.server_address[1])
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def unplug(self) -> None:
        """Refuse connections, and drop those that are open, until plugged in again."""
        if self._server is None or self._thread is None:
            return
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._server.drop_connections()
        self._thread.join()
        self._server = self._thread = None

    def __enter__(self) -> "TmdbReplay":
        self.plug_in()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.unplug()

    # --- trouble ---

    def fail(self, failure: Failure, pattern: str = "*", *, times: int | None = None) -> None:
        """From now on answer like that what matches the pattern; `times`: so often, then truly again."""
        with self._lock:
            self._troubles.insert(0, _Trouble(pattern, failure, times))

    def heal(self) -> None:
        """Answer truly again."""
        with self._lock:
            self._troubles.clear()

    @contextmanager
    def failing(self, failure: Failure, pattern: str = "*") -> Iterator[None]:
        """Trouble inside the block."""
        self.fail(failure, pattern)
        try:
            yield
        finally:
            self.heal()

    # --- what was asked ---

    def asked(self, pattern: str = "*") -> list[Call]:
        """The requests so far whose path matches."""
        return [call for call in list(self.calls) if fnmatchcase(call.path, pattern)]

    def paths(self) -> list[str]:
        """The paths of all requests so far, in order."""
        return [call.path for call in list(self.calls)]

    def forget(self) -> None:
        """Begin to count anew."""
        self.calls.clear()

    # --- changing the world ---

    def retell(self, kind: Kind, number: int, *, language: str = "en-US", name: str = "", overview: str = "") -> None:
        """Give a title new texts, and tell so in the changes feed."""
        title = self.world.titles[kind, number]
        old = title.texts.get(language, Text())
        title.texts[language] = Text(name or old.name, overview or old.overview, old.tagline)
        self.tell_change(kind, number)

    def remove(self, kind: Kind, number: int) -> None:
        """Delete a title, as TMDB does with duplicates; the changes feed names it."""
        del self.world.titles[kind, number]
        self.tell_change(kind, number)

    def tell_change(self, kind: Kind, number: int, day: date | None = None) -> None:
        """Name a title in the changes feed; today unless told otherwise."""
        self.world.changes.append(Change(kind, number, day or datetime.now(UTC).date()))

    def claim_pages(self, path: str, pages: int) -> None:
        """Have a list say that it has so many pages, even beyond the 500 that can be asked for."""
        self.world.claimed_pages[path] = pages

    # --- answering ---

    def reply(self, call: Call) -> Reply:
        """What to send for a request, trouble included."""
        with self._lock:
            self.calls.append(call)
            trouble = self._next_trouble(call.path)
        true = self._image(call) if call.path.startswith(IMAGES) else self._json(call)
        return trouble(true) if trouble else true

    def wait(self, seconds: float) -> None:
        """Be slow, but never hold up the end."""
        self._stopping.wait(seconds)

    def _next_trouble(self, path: str) -> Failure | None:
        for trouble in self._troubles:
            if fnmatchcase(path, trouble.pattern) and trouble.left != 0:
                trouble.left = None if trouble.left is None else trouble.left - 1
                return trouble.failure
        return None

    def _json(self, call: Call) -> Reply:
        try:
            if not _is_admitted(call):
                raise wrong_key()
            body = answer(Question(self.world, call.query, call.path, f"http://{self.host}"))
        except Refusal as refusal:
            return Reply(refusal.status, orjson.dumps(refusal.body))
        return Reply(200, orjson.dumps(body))

    def _image(self, call: Call) -> Reply:
        size, _, name = call.path.removeprefix(f"{IMAGES}/").partition("/")
        if size not in IMAGE_SIZES or "/" in name or "." not in name:
            return Reply(404, b"<h1>404 Not Found</h1>", {"Content-Type": "text/html"})
        body, content_type = picture(size, name)
        return Reply(200, body, {"Content-Type": content_type, "Cache-Control": "public, max-age=31919000"})


def _is_admitted(call: Call) -> bool:
    """A v3 key belongs in the query, a v4 token in the header; one does not do for the other."""
    if "api_key" in call.query:
        return call.query["api_key"] == V3_KEY
    return call.headers.get("authorization") == f"Bearer {V4_TOKEN}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for an acknowledgement
    server: "_Server"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path)
        known = path.startswith((f"{API}/", f"{IMAGES}/"))
        headers = {name.lower(): value for name, value in self.headers.items()}
        call = Call(path.removeprefix(API), dict(parse_qsl(address.query, keep_blank_values=True)), headers)
        replay = self.server.replay
        reply = replay.reply(call) if known else Reply(404, orjson.dumps(not_found().body))
        if reply.delay:
            replay.wait(reply.delay)
        try:
            self._cut() if reply.cut else self._send(reply, zipped="gzip" in headers.get("accept-encoding", ""))
        except ConnectionError:  # the caller's patience ended first
            self.close_connection = True

    def _send(self, reply: Reply, *, zipped: bool) -> None:
        body, headers = reply.body, dict(reply.headers)
        if zipped and len(body) > 1000:
            body = gzip.compress(body, compresslevel=1)
            headers["Content-Encoding"] = "gzip"
        self.send_response(reply.status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _cut(self) -> None:
        """End with a TCP reset."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):  # cut: there is nothing left to flush
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Tests count calls; they do not read an access log."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], replay: TmdbReplay) -> None:
        self.replay = replay
        self._open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        if isinstance(request, socket.socket):
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        if isinstance(request, socket.socket):
            self._open.discard(request)
        super().shutdown_request(request)

    def drop_connections(self) -> None:
        """Close what clients keep open for later."""
        for connection in list(self._open):
            with suppress(OSError):  # the client was first
                connection.shutdown(socket.SHUT_RDWR)
