"""A title page and a list from the database without any cache, against a view that answers `{"status": "ok"}`.

The requests go through the program's own Django handler, in this process, on one thread, with the starter catalogue.
Goal: at most 6 statements for a title page with everything.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench.program import clean_environment, data_dir

EVERYTHING = "credits,videos,images,recommendations,similar,providers,translations,releases,keywords,externalIds"
TRIVIAL = "/health/live"
ROUNDS, SECONDS, AT_ONCE = 5, 1.0, 8


def main() -> None:
    """Print requests a second, statements, and the ratios to the trivial view."""
    with data_dir() as folder:
        _set_up(folder)
        pages = {"trivial view": TRIVIAL} | _pages()
        rates = asyncio.run(_take_turns(pages))
        trivial = rates["trivial view"]
        for name, path in pages.items():
            ratio, count = rates[name] / trivial, _statements(path)
            print(f"{name:32} {rates[name]:7.0f} requests/s   {ratio:5.3f} of the trivial view   {count} statements")


def _set_up(folder: Path) -> None:
    environment = clean_environment(folder)
    for command in ("migrate", "seed"):
        subprocess.run([sys.executable, "-m", "matinee", command], env=environment, check=True, capture_output=True)
    os.environ.clear()
    os.environ.update(environment | {"DJANGO_SETTINGS_MODULE": "matinee.config.settings"})
    import django  # noqa: PLC0415 - after the settings are in place

    django.setup()


def _pages() -> dict[str, str]:
    from matinee.catalog.models import Person, Title  # noqa: PLC0415

    film = Title.objects.filter(kind="movie").order_by("-popularity", "id")[0].pk
    show = Title.objects.filter(kind="tv").order_by("-popularity", "id")[0].pk
    person = Person.objects.order_by("-popularity", "id")[0].pk
    return {
        "film": f"/api/v1/movies/{film}",
        "film with everything": f"/api/v1/movies/{film}?include={EVERYTHING}",
        "show with everything": f"/api/v1/tv/{show}?include={EVERYTHING}",
        "person": f"/api/v1/people/{person}",
        "list of popular films": "/api/v1/movies/popular",
        "browsing by genre and years": "/api/v1/movies?genre=horror&yearFrom=1920&yearTo=1940",
    }


async def _take_turns(pages: dict[str, str]) -> dict[str, float]:
    """The median rate of each page; every round asks for each in turn, so that a busy machine is so for all."""
    from matinee.config.hall.django_app import DjangoApp  # noqa: PLC0415

    app = DjangoApp(threads=1)
    seen: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(ROUNDS + 1):
        for name, path in pages.items():
            rate = await _rate(app, path, SECONDS if number else SECONDS / 4)
            if number:  # the first round is to warm up
                seen[name].append(rate)
    app.close()
    return {name: statistics.median(rates) for name, rates in seen.items()}


async def _rate(app: Any, path: str, seconds: float) -> float:
    begun, done = time.perf_counter(), 0
    ends = begun + seconds

    async def visit_until_the_end() -> None:
        nonlocal done
        while time.perf_counter() < ends:
            await _visit(app, path)
            done += 1

    await asyncio.gather(*(visit_until_the_end() for _ in range(AT_ONCE)))
    return done / (time.perf_counter() - begun)


async def _visit(app: Any, address: str) -> None:
    path, _, query = address.partition("?")
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost"), (b"accept-language", b"en")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message.get("status", 200) != 200:
            raise RuntimeError(f"{address} answered {message['status']}")

    await app(scope, receive, send)


def _statements(path: str) -> int:
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    with CaptureQueriesContext(connection) as captured:
        Client(headers={"host": "localhost"}).get(path)
    return len(captured)


if __name__ == "__main__":
    main()
