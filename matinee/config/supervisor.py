"""The process behind `matinee serve`: runs each role as a child, restarts the one that dies, stops all together.

`serve` becomes this module when all is checked (`become`), so that what waits here all day is a small process: the
standard library alone is imported.
"""

import argparse
import contextlib
import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NoReturn

from matinee.core.locks import lock

STOP_SECONDS = 4.0  # what a role may take to stop; then it is killed, so that all is over within five seconds
_TICK = 0.1
_STEADY_SECONDS = 30.0  # a role that lived this long has started well; its next death is answered at once
_LONGEST_PAUSE = 30.0
_PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class Plan:
    """What to supervise. `lock`: the open file that says that this data directory is taken."""

    data_dir: str
    lock: int
    host: str
    port: int
    address: str
    json_lines: bool


def become(plan: Plan) -> NoReturn:
    """Replace this process by the supervisor."""
    os.set_inheritable(plan.lock, True)
    # Read by glibc when a process starts: one heap for all threads, of which Python lets one run at a time anyway.
    # Several keep some 8 MB more in each process.
    os.environ.setdefault("MALLOC_ARENA_MAX", "1")
    words = [plan.data_dir, str(plan.lock), plan.host, str(plan.port), plan.address, *["--json"][: plan.json_lines]]
    os.execv(sys.executable, [sys.executable, "-m", "matinee.config.supervisor", *words])  # noqa: S606 - no shell wanted


@dataclass(slots=True)
class Role:
    """One child process and its restarts."""

    name: str
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started_at: float = 0.0
    start_at: float = 0.0
    clock: Callable[[], float] = time.monotonic

    @property
    def command(self) -> list[str]:
        """The program's own command for the role."""
        return _command(self.name)

    def tend(self, plan: Plan) -> None:
        """Start it when its time has come; when it has died, set the time of its next start."""
        now = self.clock()
        if self.process is None:
            if now >= self.start_at:
                # A group of its own: Ctrl-C reaches the supervisor alone, which then stops the roles in order.
                self.process = subprocess.Popen(self.command, process_group=0)  # noqa: S603 - our own program
                self.started_at = now
        elif (code := self.process.poll()) is not None:
            _kill_group(self.process)  # what it may have left behind
            self.process = None
            self.deaths = 1 if now - self.started_at > _STEADY_SECONDS else self.deaths + 1
            pause = 0.0 if self.deaths == 1 else min(0.5 * 2**self.deaths, _LONGEST_PAUSE)
            self.start_at = now + pause
            _tell(plan, "role_died", role=self.name, exit_code=code, restart_in=pause)

    def ask_to_stop(self) -> None:
        """Send SIGTERM, if it runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def stop(self, deadline: float) -> None:
        """Wait until the monotonic time `deadline`, then kill it with all its children."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, deadline - time.monotonic()))
        _kill_group(self.process)
        self.process.wait()


def supervise(plan: Plan) -> int:
    """Run until SIGTERM or SIGINT, or until the database cannot be prepared. Returns the exit code.

    The web role loads beside the preparation and opens its door after it; the worker starts after it.
    """
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    read, write = os.pipe()
    preparing: subprocess.Popen[bytes] | None = _prepare(plan, write)
    os.close(write)
    roles = [Role("web")]
    announced = False
    while not stop.wait(_TICK):
        if preparing is not None and (code := preparing.poll()) is not None:
            if code:  # it has said why
                _stop(roles)
                return 1
            preparing = None
            roles.append(Role("worker"))
        for role in roles:
            role.tend(plan)
        if not announced and preparing is None and _answers(plan):
            announced = True
            sys.stdout.write(f"Matinee is at {plan.address}\n{_setup_line(plan, read)}")
            sys.stdout.flush()
    if preparing is not None:
        preparing.terminate()
    _stop(roles)
    return 0


def _prepare(plan: Plan, token_to: int) -> subprocess.Popen[bytes]:
    """Start what migrates and seeds. It holds the lock for which the roles wait, and takes it along when it ends.

    The token of the set-up link comes through a pipe, not in a file or an argument, which others could read.
    """
    command = [*_command("prepare"), "--token-to", str(token_to)]
    with lock(plan.data_dir, "prepare") as held:
        return subprocess.Popen(command, pass_fds=(held, token_to), process_group=0)  # noqa: S603 - our own program


def _setup_line(plan: Plan, token_from: int) -> str:
    """What to say when there is no administrator yet; the preparation has ended."""
    with os.fdopen(token_from, closefd=True) as pipe:
        token = pipe.read()
    return f"Create the administrator, once, within 30 minutes: {plan.address}/setup#{token}\n" if token else ""


def _stop(roles: Sequence[Role]) -> None:
    deadline = time.monotonic() + STOP_SECONDS
    for role in roles:
        role.ask_to_stop()
    for role in roles:
        role.stop(deadline)


def _command(name: str) -> list[str]:
    return [sys.executable, "-m", "matinee", name, "--tied-to", str(os.getpid())]


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _answers(plan: Plan) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(plan.host, plan.host)  # noqa: S104 - asked, not bound
    try:
        socket.create_connection((host, plan.port), timeout=0.2).close()
    except OSError:
        return False
    return True


def _tell(plan: Plan, event: str, **facts: object) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    if plan.json_lines:
        line = json.dumps({"timestamp": now, "level": "warning", "event": event, **facts})
    else:
        line = f"{now} [warning  ] {event} " + " ".join(f"{name}={value}" for name, value in facts.items())
    sys.stderr.write(line + "\n")


def die_with(parent: int) -> None:
    """Have the system end this process when `parent` ends, even when that is killed. Linux only; elsewhere nothing."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it ended before we asked
        sys.exit(1)


def _main() -> None:
    words = argparse.ArgumentParser()
    words.add_argument("data_dir")
    words.add_argument("lock", type=int)
    words.add_argument("host")
    words.add_argument("port", type=int)
    words.add_argument("address")
    words.add_argument("--json", dest="json_lines", action="store_true")
    plan = Plan(**vars(words.parse_args()))
    os.set_inheritable(plan.lock, False)  # ours alone: it falls when we end, even if a child lingers
    sys.exit(supervise(plan))


if __name__ == "__main__":
    _main()
