"""1,000 people with a live connection each, and something that all of them are told.

`matinee serve` with one web process; this process tells them by the deed that the worker uses, and holds the 1,000
connections. Timed is the way from the commit to the message in each hand, with the pause until the web process looks
what is new. When a message came is what the kernel has noted: nobody reads while they come, so nothing is measured but
the program. Goal: p99 under 150 ms.
"""

import os
import resource
import socket
import statistics
import struct
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from wsproto import ConnectionType, WSConnection
from wsproto.events import CloseConnection, Event, Message, Ping, RejectConnection, Request, TextMessage

from bench.program import clean_environment, data_dir, matinee

PEOPLE, BROADCASTS, AT_ONCE = 1_000, 20, 50
GOAL = 150.0  # milliseconds
QUIET = 0.5  # seconds after a broadcast in which nobody reads
TARGET = "/socket.io/?EIO=4&transport=websocket"
_STAMPED = 35  # SO_TIMESTAMPNS of Linux, which Python has no name for
_STAMP = struct.Struct("qq")  # seconds and nanoseconds


class Listener:
    """One live connection. `heard`: when each message came, in seconds since 1970; None where that is not known.

    The kernel tells of what is read together when the last of it came, which may have been a question of Engine.IO.
    """

    def __init__(self, address: str, token: str) -> None:
        self.heard: list[float | None] = []
        self._host = urlsplit(address).netloc
        self._token = token
        self._ws = WSConnection(ConnectionType.CLIENT)
        self._known = False

    def connect(self) -> None:
        """Until the server knows who it is."""
        host, _, port = self._host.partition(":")
        self._socket = socket.create_connection((host, int(port)), timeout=60)
        self._socket.setsockopt(socket.SOL_SOCKET, _STAMPED, 1)
        self._say(Request(host=self._host, target=TARGET))
        while not self._known:
            self._read()

    def hear(self, count: int) -> float | None:
        """When the message with this number came, counted from 0; waits for it, and answers what else comes."""
        while len(self.heard) <= count:
            self._read()
        return self.heard[count]

    def close(self) -> None:
        """No more."""
        self._socket.close()

    def _read(self) -> None:
        data, notes, _, _ = self._socket.recvmsg(65536, 256)
        if not data:
            raise ConnectionError("the server has hung up")
        seconds, nanoseconds = _STAMP.unpack(next(note for _, kind, note in notes if kind == _STAMPED))
        self._ws.receive_data(data)
        events = list(self._ws.events())
        for event in events:
            self._take(event, seconds + nanoseconds / 1e9 if event is events[-1] else None)

    def _take(self, event: Event, came: float | None) -> None:
        if isinstance(event, Ping):
            self._say(event.response())
        elif isinstance(event, TextMessage):
            self._answer(event.data, came)
        elif isinstance(event, CloseConnection | RejectConnection):
            raise ConnectionError(f"the server says {event}")

    def _answer(self, text: str, came: float | None) -> None:
        if text.startswith("0"):  # of Engine.IO: it is open
            self._say(Message(data=f'40{{"token":"{self._token}"}}'))
        elif text == "2":  # are you there?
            self._say(Message(data="3"))
        elif text.startswith("40"):
            self._known = True
        elif text.startswith("42"):
            self.heard.append(came)
        else:
            raise RuntimeError(f"the server says {text}")

    def _say(self, event: Event) -> None:
        self._socket.sendall(self._ws.send(event))


def main() -> None:
    """Print milliseconds, and what the connections cost in memory."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536), hard))
    with data_dir() as folder:
        tokens = _set_up(folder)
        with matinee(folder, MATINEE_STARTER="false") as program:
            _measure(program.address, program.process.pid, tokens)


def _set_up(folder: Path) -> list[str]:
    """1,000 people with an API token each."""
    environment = clean_environment(folder)
    subprocess.run([sys.executable, "-m", "matinee", "migrate"], env=environment, check=True, capture_output=True)
    os.environ.clear()
    os.environ.update(environment | {"DJANGO_SETTINGS_MODULE": "matinee.config.settings"})
    import django  # noqa: PLC0415 - after the settings are in place

    django.setup()
    from matinee.accounts.actions import credentials  # noqa: PLC0415
    from matinee.accounts.models import ApiToken, User  # noqa: PLC0415

    people = User.objects.bulk_create(User(username=f"person{number}") for number in range(PEOPLE))
    tokens = [f"{credentials.API_TOKEN}{number}" for number in range(PEOPLE)]
    ApiToken.objects.bulk_create(
        ApiToken(user=user, name="bench", hash=credentials.digest(token), scopes=["read"])
        for user, token in zip(people, tokens, strict=True)
    )
    return tokens


def _measure(address: str, pid: int, tokens: list[str]) -> None:
    before = _memory(pid)
    listeners = [Listener(address, token) for token in tokens]
    begun = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as some:
        list(some.map(Listener.connect, listeners))
    print(f"{PEOPLE} connections made, {PEOPLE / (time.perf_counter() - begun):.0f} a second")
    print(f"memory of all processes: {before:.0f} MB, with the connections {_memory(pid):.0f} MB (PSS)")
    spread, whole, computed = [], [], 0.0
    for number in range(BROADCASTS):
        begun = _seconds(pid)
        committed = _tell_all()
        time.sleep(QUIET)
        computed += _seconds(pid) - begun
        heard = sorted(at for listener in listeners if (at := listener.hear(number)) is not None)
        spread += [(at - heard[0]) * 1000 for at in heard]
        whole += [(at - committed) * 1000 for at in heard]
    for listener in listeners:
        listener.close()
    verdict = "" if _p99(whole) < GOAL else "NOT "
    computing = computed / BROADCASTS * 1000
    print(f"of {len(whole)} messages, from the commit to each: {_told(whole)} ({verdict}under {GOAL:.0f})")
    print(f"computing for one to all: {computing:.0f} ms, the processes that look what is new included")
    print(f"from the first to each: {_told(spread)}")


def _tell_all() -> float:
    """When it was committed, in seconds since 1970."""
    from django.db import transaction  # noqa: PLC0415

    from matinee.accounts.events import PoliciesChanged  # noqa: PLC0415
    from matinee.accounts.models import User  # noqa: PLC0415
    from matinee.core import events  # noqa: PLC0415
    from matinee.core.deeds import deed  # noqa: PLC0415
    from matinee.core.models import Event  # noqa: PLC0415
    from matinee.notifications import actions  # noqa: PLC0415
    from matinee.notifications.models import Kind  # noqa: PLC0415
    from matinee.notifications.news import News  # noqa: PLC0415

    with deed():
        events.append(PoliciesChanged())
    everybody = list(User.objects.filter(username__startswith="person").values_list("pk", flat=True))
    committed: list[float] = []
    with deed():
        actions.tell(News(Kind.ROLE_CHANGED, everybody, {"role": "guest"}), Event.objects.latest("id"))
        transaction.on_commit(lambda: committed.append(time.time()))
    return committed[0]


def _family(pid: int) -> list[int]:
    """That process and all below it."""
    found = [pid]
    for one in found:
        tasks = Path(f"/proc/{one}/task").iterdir()
        found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
    return found


def _memory(pid: int) -> float:
    """MB of the family, what they share counted once."""
    rolled = [Path(f"/proc/{one}/smaps_rollup").read_text() for one in _family(pid)]
    lines = (line for text in rolled for line in text.splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _seconds(pid: int) -> float:
    """That the family has computed."""
    stats = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in _family(pid)]
    return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


def _told(values: list[float]) -> str:
    return f"p50 {statistics.median(values):.0f} ms, p99 {_p99(values):.0f} ms"


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


if __name__ == "__main__":
    main()
