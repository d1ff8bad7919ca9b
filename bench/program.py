"""Starting the real program for a measurement, with a database of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True)
class Running:
    """A started program."""

    address: str
    process: subprocess.Popen[bytes]
    seconds: float
    """From its start to its first answer."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def clean_environment(data_dir: Path, **more: str) -> dict[str, str]:
    """This process's environment without anybody's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MATINEE_")}
    return kept | {
        "MATINEE_DATA_DIR": str(data_dir),
        "MATINEE_LOG_LEVEL": "warning",
        "MATINEE_RATE_LIMIT": "0",
        **more,
    }


@contextmanager
def data_dir() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="matinee-bench-") as name:
        yield Path(name)


@contextmanager
def started(
    command: list[str], path: str, port: int, environment: dict[str, str], log: IO[bytes] | None = None
) -> Iterator[Running]:
    """Run a server until the block ends; it counts as started when `path` answers. `log`: for what it says."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}{path}", process)
        yield Running(address, process, time.perf_counter() - begun)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


@contextmanager
def matinee(folder: Path, log: IO[bytes] | None = None, **settings: str) -> Iterator[Running]:
    """`matinee serve` on a free port."""
    port = free_port()
    environment = clean_environment(folder, MATINEE_PORT=str(port), **settings)
    command = [sys.executable, "-m", "matinee", "serve"]
    with started(command, "/api/v1/about", port, environment, log) as running:
        yield running


@contextmanager
def talking_matinee(folder: Path, **settings: str) -> Iterator[tuple[Running, Path]]:
    """The same, and the file to which it says what it does, in JSON."""
    path = folder / "bench.log"
    with (
        path.open("wb") as log,
        matinee(folder, log, MATINEE_LOG_LEVEL="info", MATINEE_LOG_FORMAT="json", **settings) as running,
    ):
        yield running, path


def seconds_of(log: Path, path: str) -> list[float]:
    """How long the program itself says that each answer at this path has taken it, in their order."""
    said = [json.loads(line) for line in log.read_text().splitlines() if '"request"' in line]
    return [line["ms"] / 1000 for line in said if line["event"] == "request" and line["path"] == path]


def _wait(address: str, process: subprocess.Popen[bytes], patience: float = 120) -> None:
    deadline = time.perf_counter() + patience
    while time.perf_counter() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the program ended with {process.returncode} before it answered")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)
    raise RuntimeError(f"nothing answered at {address} within {patience:g} s")
