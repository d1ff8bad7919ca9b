"""A PostgreSQL server of its own for one command: `python -m tests.postgres -- python -m pytest -m both_databases`.

The command finds the server's address in MATINEE_DATABASE_URL. The server lives in a temporary folder, listens on
loopback only, and is gone when the command ends. TESTS_WITHOUT_POSTGRES=1 leaves the command out.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

MISSING = (
    "These tests need PostgreSQL 15 or newer (on Debian: apt-get install postgresql-15), "
    "or set TESTS_WITHOUT_POSTGRES=1 to leave them out."
)
_START_SECONDS = 30.0
# Nothing here must survive a power cut, so the server need not wait for the disk. Nor does it count the rows of small
# tables at some moment of its own, after which its plans are others.
_FAST = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"),
    *("shared_buffers=64MB", "max_connections=200"),
)


@contextmanager
def running() -> Iterator[str]:
    """Start a server; its address is postgresql://…, its user may do everything. Raises FileNotFoundError(MISSING)."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="matinee-postgres-"))
    password, port = secrets.token_hex(16), _free_port()
    # PostgreSQL refuses to run as root; Debian's package brings an account for it.
    account = "postgres" if os.geteuid() == 0 else None
    if account:
        shutil.chown(folder, account, account)
    try:
        _create(programs, folder, password, account)
        options = [part for setting in _FAST for part in ("-c", setting)]
        listen = ["-D", str(folder / "data"), "-h", "127.0.0.1", "-p", str(port), "-k", str(folder)]
        with (folder / "log").open("wb") as output:
            server = subprocess.Popen(
                [programs / "postgres", *listen, *options],
                stdout=output,
                stderr=output,
                cwd=folder,
                user=account,
                group=account,
            )
        try:
            address = f"postgresql://matinee:{password}@127.0.0.1:{port}/postgres"
            _wait_for(server, address, folder / "log")
            yield address
        finally:
            server.send_signal(signal.SIGQUIT)  # at once: nothing in it is worth a clean end
            server.wait()
    finally:
        shutil.rmtree(folder)


def _programs() -> Path:
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")]
    if found := shutil.which("postgres"):
        folders.append(Path(found).resolve().parent)
    if not folders:
        raise FileNotFoundError(MISSING)
    return max(folders, key=lambda folder: int(folder.parent.name) if folder.parent.name.isdigit() else 0)


def _create(programs: Path, folder: Path, password: str, account: str | None) -> None:
    secret = folder / "password"
    secret.write_text(password)
    arguments = [
        "-D",
        str(folder / "data"),
        "-U",
        "matinee",
        "-A",
        "scram-sha-256",
        "--pwfile",
        str(secret),
        "-E",
        "UTF8",
    ]
    finished = subprocess.run(
        [programs / "initdb", *arguments, "--locale", "C.UTF-8", "--no-sync"],
        capture_output=True, text=True, check=False, cwd=folder, user=account, group=account,
    )  # fmt: skip
    if finished.returncode != 0:
        raise RuntimeError(f"initdb failed: {finished.stderr}")


def _wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    ends = time.monotonic() + _START_SECONDS
    while True:
        try:
            psycopg.connect(address, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            if server.poll() is not None or time.monotonic() > ends:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text()}") from error
            time.sleep(0.05)
        else:
            return


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def main(command: list[str]) -> int:
    """Run the command with a fresh server; its exit code is ours."""
    if os.environ.get("TESTS_WITHOUT_POSTGRES") == "1":
        sys.stderr.write("Left out, as TESTS_WITHOUT_POSTGRES says: the tests on PostgreSQL\n")
        return 0
    try:
        with running() as address:
            environment = {**os.environ, "MATINEE_DATABASE_URL": address}
            return subprocess.run(command, env=environment, check=False).returncode
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main([argument for argument in sys.argv[1:] if argument != "--"]))
