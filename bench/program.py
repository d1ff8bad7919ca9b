"""Starting the real program for a measurement, with a database of its own."""

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
def started(command: list[str], path: str, port: int, environment: dict[str, str]) -> Iterator[Running]:
    """Run a server until the block ends; it counts as started when `path` answers."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}{path}", process)
        yield Running(address, process, time.perf_counter() - begun)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


@contextmanager
def matinee(folder: Path, **settings: str) -> Iterator[Running]:
    """`matinee serve` on a free port."""
    port = free_port()
    environment = clean_environment(folder, MATINEE_PORT=str(port), **settings)
    command = [sys.executable, "-m", "matinee", "serve"]
    with started(command, "/api/v1/about", port, environment) as running:
        yield running


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
