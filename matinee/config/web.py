"""The web role: granian in front of the hall."""

import errno
import os
import resource
import socket
from collections.abc import Callable
from functools import partial
from typing import Any

from matinee.config.supervisor import die_with
from matinee.core.errors import MatineeError
from matinee.core.locks import lock
from matinee.core.settings import Settings

_BACKLOG = 1024
_HEADERS_MS = 20_000  # how long the headers of a request may take to come
_OPEN_FILES = 65_536  # a connection is one; shells begin with 1,024


class AddressError(MatineeError):
    """The address to listen on cannot be had."""

    title = "Cannot listen"


def address(settings: Settings) -> str:
    """Where a browser finds us, e.g. "http://127.0.0.1:8484"."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104 - shown, not bound
    return f"http://{f'[{host}]' if ':' in host and not host.startswith('[') else host}:{settings.port}"


def try_to_listen(host: str, port: int) -> None:
    """Raises AddressError with a sentence when the address is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            reason = f"Port {port} on {host} is in use by another program. Stop that one, or set MATINEE_PORT."
        elif error.errno == errno.EACCES:
            reason = f"This user may not listen on port {port}. Set MATINEE_PORT to a number above 1023."
        else:
            reason = (
                f"Cannot listen on {host}: {error.strerror or error}. Set MATINEE_HOST to an address of this machine."
            )
        raise AddressError(reason) from error


def run(settings: Settings, *, prepared: bool) -> None:
    """Serve until SIGTERM or SIGINT. A web process that dies ends the role; the supervisor starts it again.

    `prepared`: whether the database is known to be; else each web process waits for whoever prepares it.
    """
    _open_more_files()
    from granian.constants import Interfaces, Loops  # noqa: PLC0415 - the other commands have no use for the server
    from granian.http import HTTP1Settings  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server import Server  # noqa: PLC0415

    server = Server(
        "matinee.config.asgi:application",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.ASGI,
        workers=settings.web_processes,
        loop=Loops.uvloop,
        backlog=_BACKLOG,
        backpressure=_BACKLOG + settings.live_connections,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADERS_MS),
        log_level=LogLevels.warning,
        workers_kill_timeout=2,
    )

    server.serve(target_loader=partial(_application, os.getpid(), settings, prepared))


def _open_more_files() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _OPEN_FILES if hard == resource.RLIM_INFINITY else min(_OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _application(parent: int, settings: Settings, prepared: bool, _target: str) -> Callable[..., Any]:
    """Called in each web process: Django is loaded there, and not in their parent."""
    die_with(parent)
    from matinee.config import asgi  # noqa: PLC0415

    if not prepared:
        with lock(settings.data_dir, "prepare"):
            pass
    return asgi.application
