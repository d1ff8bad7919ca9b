"""A person's shelf in a crowded library, against the same shelf where nobody else keeps anything.

On a made-up catalogue of 20,000 titles, by requests to `matinee serve` on one connection:

* a page of my favourites: 1,000 of them in the table, then 10,000 among 10 million (goals: p95 under 20 ms, and at most
  1.5 times what it was);
* my marks for a page of 40 titles, in both;
* how long a change takes to be in my statistics (goal: under 1 s).

The time of an answer is what the program's own log says of it; beside it stands what the one who asks has waited.
`--readers` are the others, of whom each loves 1,000 titles (10,000 of them, which takes some 3 GB on the disk).
"""

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from bench.program import clean_environment, data_dir, seconds_of, talking_matinee

TITLES, FEW, MANY, EACH = 20_000, 1_000, 10_000, 1_000
PAGES = FEW // 40
WARM, ASKED, CHANGES = 20, 300, 20
GOAL, RATIO, VISIBLE = 20.0, 1.5, 1.0  # milliseconds, times, seconds
TOKEN = "mat_of-the-bench"


class Reader:
    """Asks the program, on one connection."""

    def __init__(self, address: str) -> None:
        self._connection = HTTPConnection(urlsplit(address).netloc, timeout=60)

    def ask(self, path: str, method: str = "GET", body: object = None) -> Any:
        """The JSON of the answer; raises RuntimeError for a refusal."""
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        self._connection.request(method, f"/api/v1{path}", None if body is None else json.dumps(body), headers)
        answer = self._connection.getresponse()
        said = answer.read()
        if answer.status >= 400:
            raise RuntimeError(said.decode())
        return json.loads(said) if said else None


def main() -> None:
    """Print milliseconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=10_000)
    readers = parser.parse_args().readers
    with data_dir() as folder:
        me = _set_up(folder)
        _love(me, FEW)
        before = _measured(folder)
        _love(me, MANY)
        begun = time.perf_counter()
        _crowd(readers)
        print(f"{readers * EACH:,} favourites of others made in {time.perf_counter() - begun:.0f} s")
        after = _measured(folder)
    for what in before:
        ratio = after[what].server / before[what].server
        print(f"{what}: {before[what]}; crowded {after[what]}; {ratio:.2f} times (at most {RATIO})")
    print(f"goal for the favourites: {GOAL:.0f} ms, {'met' if after['favourites'].server < GOAL else 'NOT met'}")


def _set_up(folder: Path) -> UUID:
    """The catalogue, and me; my id."""
    environment = clean_environment(folder, DJANGO_SETTINGS_MODULE="matinee.config.settings")
    subprocess.run([sys.executable, "-m", "bench.synthetic", "--titles", str(TITLES)], env=environment, check=True)
    os.environ.clear()
    os.environ.update(environment)
    import django  # noqa: PLC0415 - after the settings are in place

    django.setup()
    from matinee.accounts.actions import create_user, credentials  # noqa: PLC0415
    from matinee.accounts.models import ApiToken  # noqa: PLC0415
    from matinee.core.access import Role  # noqa: PLC0415

    me = create_user("me", "a lamp in Bagdad 1924", role=Role.MEMBER)
    ApiToken.objects.create(user=me, name="bench", hash=credentials.digest(TOKEN), scopes=["read", "write"])
    return me.pk


def _love(user_id: UUID, count: int) -> None:
    """So many titles, in the order of their ids; those that are loved already stay."""
    from django.utils import timezone  # noqa: PLC0415

    from matinee.catalog.models import Title  # noqa: PLC0415
    from matinee.library.models import Opinion  # noqa: PLC0415

    now = timezone.now()
    titles = Title.objects.order_by("id").values_list("id", flat=True)[:count]
    Opinion.objects.bulk_create(
        (Opinion(user_id=user_id, title_id=one, loved_at=now, changed_at=now) for one in titles), ignore_conflicts=True
    )


def _crowd(readers: int) -> None:
    """Others, each of whom loves every twentieth title. In the end the table and its indexes are as they were."""
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from matinee.accounts.models import User  # noqa: PLC0415

    people = User.objects.bulk_create(User(username=f"reader{number}") for number in range(readers))
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    connection.close()
    base = sqlite3.connect(settings.DATABASES["default"]["NAME"], isolation_level=None)
    # Nothing is lost if it fails half-way, nobody else writes, and what is written is known to be right.
    base.executescript(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-512000;"
        "PRAGMA threads=2; CREATE TEMP TABLE reader (id PRIMARY KEY, shelf) WITHOUT ROWID;"
        "CREATE TEMP TABLE shelf (number, title, PRIMARY KEY (number, title)) WITHOUT ROWID;"
    )
    base.executemany("INSERT INTO reader VALUES (?, ?)", ((one.pk.hex, at % _SHELVES) for at, one in enumerate(people)))
    base.execute("INSERT INTO shelf SELECT id % ?, id FROM catalog_title", [_SHELVES])
    indexes = _indexes(base)
    for name in indexes:
        base.execute(f'DROP INDEX "{name}"')
    base.execute(
        "INSERT INTO library_opinion (user_id, title_id, loved_at, notes, changed_at)"
        " SELECT reader.id, title, ?, '', ? FROM reader CROSS JOIN shelf ON number = shelf",
        [now, now],
    )
    for statement in indexes.values():
        base.execute(statement)
    if _indexes(base) != indexes:
        raise RuntimeError("the indexes of opinions are not what they were")
    base.close()


_SHELVES = TITLES // EACH


def _indexes(base: sqlite3.Connection) -> dict[str, str]:
    """Those of opinions: what makes each, by its name."""
    found = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'library_opinion' AND sql NOT NULL"
    return dict(base.execute(found + " ORDER BY name"))


@dataclass(frozen=True, slots=True)
class P95:
    """Milliseconds: by the program's own watch, and until the answer was read."""

    server: float
    asker: float

    def __str__(self) -> str:
        return f"p95 {self.server:.1f} ms (the asker waits {self.asker:.1f})"


def _measured(folder: Path) -> dict[str, P95]:
    """Of each kind of page."""
    with talking_matinee(folder, MATINEE_STARTER="false") as (program, log):
        reader = Reader(program.address)
        shown = [one["title"] for one in reader.ask("/me/favorites")["items"]]
        marks = f"/me/marks?titles={','.join(str(title['id']) for title in shown)}"
        waited = {
            "favourites": _waits(lambda number: reader.ask(f"/me/favorites?page={1 + number % PAGES}")),
            "marks of 40 titles": _waits(lambda _number: reader.ask(marks)),
        }
        _change(reader, [title["id"] for title in shown if title["kind"] == "movie"][:CHANGES])
    paths = {"favourites": "/api/v1/me/favorites", "marks of 40 titles": "/api/v1/me/marks"}
    return {what: P95(_p95(seconds_of(log, paths[what])[-ASKED:]), _p95(waited[what])) for what in waited}


def _waits(page: Callable[[int], object]) -> list[float]:
    """Seconds."""
    taken = []
    for number in range(-WARM, ASKED):
        begun = time.perf_counter()
        page(number)
        taken.append(time.perf_counter() - begun)
    return taken[WARM:]


def _p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[18] * 1000


def _change(reader: Reader, films: list[int]) -> None:
    """Watches each, and waits until the statistics know it."""
    waits = []
    watched = reader.ask("/me/stats")["filmViewings"]
    for number, film in enumerate(films, start=watched + 1):
        reader.ask(f"/me/viewings/movies/{film}", "POST", {})
        begun = time.perf_counter()
        while reader.ask("/me/stats")["filmViewings"] < number and time.perf_counter() - begun < 60:
            time.sleep(0.01)
        waits.append(time.perf_counter() - begun)
    verdict = "" if max(waits) < VISIBLE else "NOT "
    print(f"a viewing is in the statistics after {statistics.median(waits) * 1000:.0f} ms,", end=" ")
    print(f"at most {max(waits) * 1000:.0f} ms ({verdict}under {VISIBLE:.0f} s)")


if __name__ == "__main__":
    main()
