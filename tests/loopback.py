"""A real HTTP server on loopback that can answer well and fail in every way."""

import socket
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qsl, urlsplit

import orjson


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as it arrived."""

    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    method: str = "GET"
    body: bytes = b""


class Handler(BaseHTTPRequestHandler):
    """Hands each request to the server's next behaviour for its path."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two writes: the second would wait for an acknowledgement
    server: "_Server"

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        query = dict(parse_qsl(address.query))
        self.server.seen.append(Seen(address.path, query, dict(self.headers.items()), self.command, body))
        try:
            self.server.next_behaviour(address.path)(self)
        except ConnectionError:  # the caller's patience ended first
            self.close_connection = True

    do_POST = do_PUT = do_DELETE = do_GET

    def whole(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        """Send a complete answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """A test's output is no place for an access log."""


Behaviour = Callable[[Handler], None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[Seen] = []
        self.behaviours: dict[str, list[Behaviour]] = {}
        self.fallback = json({"error": "nothing here"}, status=404)
        self._lock = threading.Lock()

    def next_behaviour(self, path: str) -> Behaviour:
        with self._lock:
            waiting = self.behaviours.get(path, [self.fallback])
            return waiting.pop(0) if len(waiting) > 1 else waiting[0]


class LoopbackServer:
    """`server.on("/a", reset(), json({"a": 1}))`: the first request is cut off, all later ones get JSON."""

    def __init__(self) -> None:
        self._server = _Server()
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def on(self, path: str, *behaviours: Behaviour) -> None:
        """What to do with requests for `path`, one after the other; the last one stays."""
        self._server.behaviours[path] = list(behaviours)

    def fallback(self, behaviour: Behaviour) -> None:
        """What to do with requests for all other paths."""
        self._server.fallback = behaviour

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def host(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.host}"

    @property
    def seen(self) -> list[Seen]:
        """All requests so far."""
        return self._server.seen

    def __enter__(self) -> "LoopbackServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def answer(body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Behaviour:
    """Any complete answer."""
    return lambda handler: handler.whole(status, body, headers or {})


def json(data: object, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Behaviour:
    """A JSON answer."""
    return answer(orjson.dumps(data), status=status, headers={"Content-Type": "application/json", **(headers or {})})


def html(*, status: int = 200) -> Behaviour:
    """A web page, as captive portals and maintenance pages are."""
    return answer(b"<!doctype html><p>Back soon", status=status, headers={"Content-Type": "text/html"})


def redirect(location: str, *, status: int = 302) -> Behaviour:
    """Go elsewhere."""
    return answer(b"", status=status, headers={"Location": location})


def cut_off() -> Behaviour:
    """Announce more bytes than are sent, and close."""

    def behave(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000")
        handler.end_headers()
        handler.wfile.write(b'{"results": [{"id": 1')
        handler.close_connection = True

    return behave


def reset() -> Behaviour:
    """Tear the connection down with a TCP reset."""

    def behave(handler: Handler) -> None:
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.connection.shutdown(socket.SHUT_RD)
        handler.connection.close()
        handler.close_connection = True
        raise ConnectionResetError

    return behave


def silent(until: threading.Event) -> Behaviour:
    """Say nothing until the event is set (the test's end)."""

    def behave(handler: Handler) -> None:
        until.wait(30)
        handler.close_connection = True

    return behave


def dripping(until: threading.Event) -> Behaviour:
    """Send a byte of a body every 20 ms, for ever: no single read is slow, the whole is."""

    def behave(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        while not until.wait(0.02):
            handler.wfile.write(b" ")
        handler.close_connection = True

    return behave
