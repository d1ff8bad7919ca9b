"""The real program in processes of its own, each on a free port and a data directory of the test's choice."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType

from tests.databases import REPOSITORY
from tests.waiting import wait_until

PATIENCE = 120.0  # seconds that a start may take on a busy machine


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(data_dir: Path, **settings: str) -> dict[str, str]:
    """For a program on that data directory, without the starter catalogue; nothing of ours leaks in."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("MATINEE_")}
    return {
        **own,
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONUNBUFFERED": "1",
        "MATINEE_DATA_DIR": str(data_dir),
        "MATINEE_STARTER": "false",
        "MATINEE_RATE_LIMIT": "0",
        **settings,
    }


def run(data_dir: Path, *words: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of `matinee` to its end."""
    return subprocess.run(
        [sys.executable, "-m", "matinee", *words],
        env=environment(data_dir, **settings),
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


class Program:
    """`with Program(folder, "serve") as program:`: running, and its port answers; stopped at the end."""

    def __init__(self, data_dir: Path, role: str, **settings: str) -> None:
        self.port = free_port()
        self.data_dir = data_dir
        self._lines: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "matinee", role],
            env=environment(data_dir, MATINEE_PORT=str(self.port), **settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        self._lines.extend(self.process.stdout)

    @property
    def output(self) -> str:
        """What it has said so far."""
        return "".join(self._lines)

    def __enter__(self) -> "Program":
        try:
            wait_until(lambda: self.answers() or self.process.poll() is not None, seconds=PATIENCE)
        except AssertionError:
            self.stop(signal.SIGKILL)
            raise AssertionError(f"it does not answer: {self.output}") from None
        assert self.process.poll() is None, self.output
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop(signal.SIGTERM)

    def stop(self, number: signal.Signals) -> int:
        """Send the signal, wait for the end; the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(30)
        self._reader.join(10)
        return code

    def answers(self) -> bool:
        """Whether it is up."""
        try:
            return self.get("/health/live")[0] == 200
        except OSError:
            return False

    def get(self, address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers with lower-case names, body; request headers are written with underscores."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, address, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        finally:
            connection.close()

    def send(self, text: bytes) -> bytes:
        """Send raw bytes on a connection of their own; what came back until the other side closed or fell silent."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=3) as line:
            line.sendall(text)
            heard = b""
            try:
                while chunk := line.recv(65536):
                    heard += chunk
            except (TimeoutError, ConnectionResetError):
                return heard
            return heard

    def descendants(self, word: str = "") -> list[int]:
        """Process ids of the children and theirs, those with `word` in their command line."""
        return [pid for pid in _descendants(self.process.pid) if word in _command_line(pid)]


def alive(pid: int) -> bool:
    """Whether the process runs (one that has ended and is not yet collected does not)."""
    try:
        return _stat(pid)[0] != "Z"
    except OSError:
        return False


def _descendants(pid: int) -> list[int]:
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int(_stat(int(entry.name))[1])
            except OSError:
                continue  # it ended meanwhile
    found = [pid]
    for ancestor in found:
        found += [child for child, parent in parents.items() if parent == ancestor]
    return found[1:]


def _stat(pid: int) -> list[str]:
    """State, parent, and so on: what follows the name in parentheses."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _command_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
