"""1,000 people with a live connection each, and something that all of them are told.

`matinee serve` with one web process; the 1,000 are in this process, which tells them by the deed that the worker uses.
Timed is the way from the commit to the message in each hand, with the pause until the web process looks what is new.
Goal: p99 under 150 ms.
"""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from wsproto import ConnectionType, WSConnection
from wsproto.events import CloseConnection, Message, Ping, RejectConnection, Request, TextMessage

from bench.program import clean_environment, data_dir, matinee

PEOPLE, BROADCASTS, AT_ONCE = 1_000, 20, 50
GOAL = 150.0  # milliseconds
TARGET = "/socket.io/?EIO=4&transport=websocket"


class Listener:
    """One live connection. `heard`: when each message came."""

    def __init__(self, address: str, token: str) -> None:
        self.heard: list[float] = []
        self._host = urlsplit(address).netloc
        self._token = token
        self._socket = WSConnection(ConnectionType.CLIENT)
        self._known = asyncio.Event()

    async def connect(self) -> asyncio.Task[None]:
        """Until the server knows who it is; answers what goes on listening."""
        host, _, port = self._host.partition(":")
        self._reader, self._writer = await asyncio.open_connection(host, int(port))
        self._say(Request(host=self._host, target=TARGET))
        task = asyncio.create_task(self._listen())
        await self._known.wait()
        return task

    async def _listen(self) -> None:
        while data := await self._reader.read(65536):
            self._socket.receive_data(data)
            for event in self._socket.events():
                if isinstance(event, Ping):
                    self._say(event.response())
                elif isinstance(event, TextMessage):
                    self._answer(event.data)
                elif isinstance(event, CloseConnection | RejectConnection):
                    raise ConnectionError(f"the server says {event}")

    def _answer(self, text: str) -> None:
        if text.startswith("0"):  # of Engine.IO: it is open
            self._say(Message(data=f'40{{"token":"{self._token}"}}'))
        elif text == "2":  # are you there?
            self._say(Message(data="3"))
        elif text.startswith("40"):
            self._known.set()
        elif text.startswith("42"):
            self.heard.append(time.perf_counter())
        else:
            raise RuntimeError(f"the server says {text}")

    def _say(self, event: Any) -> None:
        self._writer.write(self._socket.send(event))


def main() -> None:
    """Print milliseconds, and what the connections cost in memory."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536), hard))
    with data_dir() as folder:
        tokens = _set_up(folder)
        with matinee(folder, MATINEE_STARTER="false") as program:
            asyncio.run(_measure(program.address, program.process.pid, tokens))


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


async def _measure(address: str, pid: int, tokens: list[str]) -> None:
    before = _memory(pid)
    listeners = [Listener(address, token) for token in tokens]
    begun, tasks = time.perf_counter(), []
    for start in range(0, PEOPLE, AT_ONCE):
        tasks += await asyncio.gather(*(listener.connect() for listener in listeners[start : start + AT_ONCE]))
    print(f"{PEOPLE} connections made, {PEOPLE / (time.perf_counter() - begun):.0f} a second")
    print(f"memory of all processes: {before:.0f} MB, with the connections {_memory(pid):.0f} MB (PSS)")
    spread, whole, begun = [], [], _seconds(pid)
    for number in range(BROADCASTS):
        committed = await asyncio.to_thread(_tell_all)
        while not all(len(listener.heard) > number for listener in listeners):
            await asyncio.sleep(0.005)
        heard = sorted(listener.heard[number] for listener in listeners)
        spread += [(at - heard[0]) * 1000 for at in heard]
        whole += [(at - committed) * 1000 for at in heard]
    computed = (_seconds(pid) - begun) / BROADCASTS * 1000
    for task in tasks:
        task.cancel()
    verdict = "" if _p99(whole) < GOAL else "NOT "
    print(f"from the commit to each: {_told(whole)} ({verdict}under {GOAL:.0f}), computing {computed:.0f} ms")
    print(f"from the first to each: {_told(spread)}")


def _tell_all() -> float:
    """When it was committed."""
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
    actions.tell(News(Kind.ROLE_CHANGED, everybody, {"role": "guest"}), Event.objects.latest("id"))
    return time.perf_counter()


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
