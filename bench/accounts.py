"""What being signed in costs: the same request by nobody and by each credential, and sign-ins a second.

The requests go through the program's own Django handler, in this process, on one thread, with the starter catalogue;
the kinds of visitor take turns at each request, so that a busy machine is so for all. Milliseconds are medians, by the
clock and of this process's own computing alone. Goal: under 0.3 ms more by the clock.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from bench.program import clean_environment, data_dir

ADDRESSES = ("/api/v1/genres", "/api/v1/about")
ROUNDS, WARM_UP, SIGN_INS = 800, 100, 40
GOAL = 0.3  # milliseconds
PASSWORD = "a lamp in Bagdad 1924"
LOGIN = "/api/v1/auth/app/v1/auth/login"
Headers = list[tuple[bytes, bytes]]


@dataclass
class Times:
    """Milliseconds of one visitor's requests."""

    elapsed: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)

    def medians(self) -> tuple[float, float]:
        """By the clock, and computed."""
        return statistics.median(self.elapsed), statistics.median(self.computed)


def main() -> None:
    """Print milliseconds, what each credential adds, and sign-ins a second."""
    with data_dir() as folder:
        _set_up(folder)
        from matinee.config.hall.django_app import DjangoApp  # noqa: PLC0415 - after the settings

        app = DjangoApp(threads=1)
        visitors = _visitors()
        for address in ADDRESSES:
            _tell(address, asyncio.run(_take_turns(app, address, visitors)))
        rate = asyncio.run(_sign_ins(app))
        app.close()
        print(f"sign-ins with a password: {rate:.0f}/s one after the other, with {_cost()}")


def _set_up(folder: Path) -> None:
    environment = clean_environment(folder)
    for command in ("migrate", "seed"):
        subprocess.run([sys.executable, "-m", "matinee", command], env=environment, check=True, capture_output=True)
    os.environ.clear()
    os.environ.update(environment | {"DJANGO_SETTINGS_MODULE": "matinee.config.settings"})
    import django  # noqa: PLC0415 - after the settings are in place

    django.setup()


def _visitors() -> dict[str, Headers]:
    """What each sends along."""
    from django.test import Client  # noqa: PLC0415

    from matinee.accounts.actions import create_user, credentials  # noqa: PLC0415
    from matinee.core.access import Role, Scope  # noqa: PLC0415

    user = create_user("alice", PASSWORD, email="alice@example.org", role=Role.MEMBER)
    browser = Client(headers={"host": "localhost"})
    body = {"username": "alice", "password": PASSWORD}
    browser.post(LOGIN.replace("/app/", "/browser/"), body, content_type="application/json")
    told = Client(headers={"host": "localhost"}).post(LOGIN, body, content_type="application/json")
    access = orjson.loads(told.content)["meta"]["access_token"]
    _, token = credentials.make_api_token(user, "bench", {Scope.READ})
    return {
        "anonymous": [],
        "cookie": [(b"cookie", f"sessionid={browser.cookies['sessionid'].value}".encode())],
        "access token": [(b"authorization", f"Bearer {access}".encode())],
        "API token": [(b"authorization", f"Bearer {token}".encode())],
    }


async def _take_turns(app: Any, address: str, visitors: dict[str, Headers]) -> dict[str, Times]:
    times = {name: Times() for name in visitors}
    for number in range(WARM_UP + ROUNDS):
        for name, headers in visitors.items():
            begun, computed = time.perf_counter(), time.process_time()
            await _ask(app, "GET", address, headers)
            if number >= WARM_UP:
                times[name].computed.append((time.process_time() - computed) * 1000)
                times[name].elapsed.append((time.perf_counter() - begun) * 1000)
    return times


def _tell(address: str, times: dict[str, Times]) -> None:
    elapsed, computed = times.pop("anonymous").medians()
    print(f"{address}: {elapsed:.2f} ms for nobody, {computed:.2f} ms of them computing")
    for name, taken in times.items():
        more, more_computed = taken.medians()[0] - elapsed, taken.medians()[1] - computed
        verdict = "" if more < GOAL else "NOT "
        print(f"  {name:14} {more:+.2f} ms, {more_computed:+.2f} ms of them computing ({verdict}under {GOAL})")


async def _sign_ins(app: Any) -> float:
    """A second, each with a password that is right."""
    from django.core.cache import cache  # noqa: PLC0415

    body = orjson.dumps({"username": "alice", "password": PASSWORD})
    taken = 0.0
    for _ in range(SIGN_INS):
        await asyncio.to_thread(cache.clear)  # allauth's limit of sign-ins a minute
        begun = time.perf_counter()
        await _ask(app, "POST", LOGIN, [(b"content-type", b"application/json")], body)
        taken += time.perf_counter() - begun
    return SIGN_INS / taken


def _cost() -> str:
    from matinee.accounts.flows.passwords import Argon2id  # noqa: PLC0415

    return (
        f"Argon2id of {Argon2id.memory_cost / 1024:.0f} MiB, {Argon2id.time_cost} passes, {Argon2id.parallelism} lane"
    )


async def _ask(app: Any, method: str, address: str, headers: Headers, body: bytes = b"") -> None:
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost"), (b"accept-language", b"en"), *headers],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message.get("status", 200) != 200:
            raise RuntimeError(f"{address} answered {message['status']}")

    await app(scope, receive, send)


if __name__ == "__main__":
    main()
