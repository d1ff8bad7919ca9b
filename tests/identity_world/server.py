"""A service on loopback with a port of its own, and a handle for tests."""

import socket
import struct
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from tests.identity_world.failures import Failure, Reply


@dataclass(frozen=True)
class Call:
    """One request. Header names are in lower case; `form` is the body of a POST."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class _Trouble:
    pattern: str
    failure: Failure
    left: int | None


class Service(ABC):
    """`with Service() as running:` listens at `running.url`. Patterns are of paths: "/oauth/*"."""

    def __init__(self, port: int = 0) -> None:
        self.calls: list[Call] = []
        self._port = port
        self._lock = threading.Lock()
        self._troubles: list[_Trouble] = []
        self._stopping = threading.Event()
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._passed = 0.0

    @abstractmethod
    def answer(self, call: Call) -> Reply:
        """The true answer."""

    # --- where and when ---

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    def now(self) -> float:
        """The service's clock, in seconds since 1970."""
        return time.time() + self._passed

    def let_pass(self, seconds: float) -> None:
        """Put the service's clock forward."""
        self._passed += seconds

    # --- life ---

    def plug_in(self) -> None:
        """Listen, at the same port as before; nothing happens to one that listens already."""
        if self._server is not None:
            return
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

    def __enter__(self) -> Self:
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

    # --- answering ---

    def reply(self, call: Call) -> Reply:
        """What to send for a request, trouble included."""
        with self._lock:
            self.calls.append(call)
            trouble = self._next_trouble(call.path)
        true = self.answer(call)
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


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait 40 ms for an acknowledgement
    server: "_Server"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(int(headers.get("content-length", 0)))
        service = self.server.service
        reply = service.reply(
            Call(str(self.command), address.path, _pairs(address.query), _pairs(body.decode(errors="replace")), headers)
        )
        if reply.delay:
            service.wait(reply.delay)
        try:
            self._cut() if reply.cut else self._send(reply)
        except ConnectionError:  # the caller's patience ended first
            self.close_connection = True

    do_POST = do_GET

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in (reply.headers | {"Content-Length": str(len(reply.body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

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
        """Tests read the calls, not an access log."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], service: Service) -> None:
        self.service = service
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


def _pairs(text: str) -> dict[str, str]:
    return dict(parse_qsl(text, keep_blank_values=True))
