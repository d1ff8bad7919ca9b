"""How long search and suggestions take: `python -m bench.search --titles 100000`.

Makes a synthetic catalogue of each size (kept in the system's temporary folder and used again), asks a mixture of
what people type, and prints the milliseconds of each sort of query, and the ratio to a bare `SELECT 1`. With
`--database postgresql://…` that database is used, for one size; it has to be empty at first.
"""

import argparse
import hashlib
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import django
from django.db import connection

_GOALS = {100_000: 20.0, 1_000_000: 50.0}  # milliseconds at the 99th percentile
_WARM_UP = 100


def _data_dir(titles: int) -> Path:
    return Path(tempfile.gettempdir()) / f"matinee-bench-search-{titles}"


def _set_up(titles: int, database: str) -> None:
    """Point the settings at the catalogue, and make it if it is not there."""
    folder = _data_dir(titles)
    finished = folder / f"finished-{hashlib.sha256(database.encode()).hexdigest()[:8]}"
    if not database and not finished.exists():
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    os.environ |= {"DJANGO_SETTINGS_MODULE": "matinee.config.settings", "MATINEE_DATA_DIR": str(folder)}
    if database:
        os.environ["MATINEE_DATABASE_URL"] = database
    if not finished.exists():
        subprocess.run([sys.executable, "-m", "bench.synthetic", "--titles", str(titles)], check=True)
        finished.touch()
    django.setup()


def _misspell(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) - 1)
    return chance.choice(
        (
            text[:place] + text[place + 1 :],
            text[:place] + text[place + 1] + text[place] + text[place + 2 :],
            text[:place] + chance.choice("aeinrst") + text[place + 1 :],
            text[:place] + chance.choice("aeinrst") + text[place:],
        )
    )


def _queries(chance: random.Random, count: int) -> dict[str, list[str]]:
    """What people type, by sort: half of it after well-known titles and people, half after any."""
    from matinee.catalog.models import Person, Title  # noqa: PLC0415 - after the set-up

    known = list(Title.objects.order_by("-votes").values_list("name", "year")[: count * 2])
    last = Title.objects.order_by("-pk").values_list("pk", flat=True)[0]
    some = list(Title.objects.filter(pk__in=chance.sample(range(1, last + 1), count * 2)).values_list("name", "year"))
    people = list(Person.objects.order_by("-popularity").values_list("name", flat=True)[: count * 5 : 5])
    names = [(name, year) for name, year in known + some if len(name) > 6]

    def pick() -> tuple[str, int | None]:
        return chance.choice(names)

    two_words = [name.split(" ") for name, _ in names if " " in name]
    return {
        "a title's name": [pick()[0] for _ in range(count)],
        "a person's name": [chance.choice(people) for _ in range(count)],
        "1-6 letters": [pick()[0][: chance.randint(1, 6)] for _ in range(count)],
        "two words": [" ".join(chance.sample(chance.choice(two_words), 2)) for _ in range(count)],
        "one common word": [chance.choice(chance.choice(two_words)) for _ in range(count)],
        "name and year": [f"{name} {year}" for name, year in (pick() for _ in range(count))],
        "misspelt": [_misspell(pick()[0], chance) for _ in range(count)],
        "misspelt twice": [_misspell(_misspell(pick()[0], chance), chance) for _ in range(count)],
        "misspelt and year": [f"{_misspell(name, chance)} {year}" for name, year in (pick() for _ in range(count))],
        "nonsense": ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz ", k=12)) for _ in range(count)],
    }


@dataclass
class _Times:
    """Milliseconds of one deed done many times: by the clock, and of this process's own computing."""

    elapsed: list[float] = field(default_factory=list)
    computed: list[float] = field(default_factory=list)

    def add(self, deed: Callable[[], object]) -> None:
        """Do it once more."""
        start, started = time.perf_counter(), time.thread_time()
        deed()
        self.computed.append((time.thread_time() - started) * 1000)
        self.elapsed.append((time.perf_counter() - start) * 1000)

    def __iadd__(self, other: "_Times") -> "_Times":
        self.elapsed += other.elapsed
        self.computed += other.computed
        return self

    def summary(self) -> str:
        """The columns of a table: p50 and p99 by the clock, p99 of computing."""
        return "".join(
            f"{number:8.1f}"
            for number in (statistics.median(self.elapsed), _slowest(self.elapsed), _slowest(self.computed))
        )


def _slowest(times: list[float]) -> float:
    return statistics.quantiles(times, n=100)[98]


def _select_1() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchall()


def measure(titles: int, count: int) -> None:
    """Print a line for each sort of query, and the whole against the goal."""
    from matinee.catalog import search  # noqa: PLC0415 - after the set-up
    from matinee.core.access import EVERYTHING  # noqa: PLC0415

    deeds: dict[str, Callable[[str], object]] = {
        "search": lambda text: search.find(text, "all", 1, viewer=EVERYTHING),
        "suggest": partial(search.suggest, viewer=EVERYTHING),
    }
    queries = _queries(random.Random(titles), count)
    for text in [text for texts in queries.values() for text in texts[: _WARM_UP // len(queries)]]:
        search.find(text, "all", 1, viewer=EVERYTHING)
    bare = _Times()
    for _ in range(1000):
        bare.add(_select_1)
    print(f"\n{titles:,} titles on {connection.vendor}, milliseconds: p50, p99, p99 of this process's computing alone")
    print(f"{'a bare SELECT 1':20}{bare.summary()}")
    print(f"{'':20}{'search':>24}{'suggest':>24}")
    totals = {what: _Times() for what in deeds}
    for sort, texts in queries.items():
        times = {what: _Times() for what in deeds}
        for what, deed in deeds.items():
            for text in texts:
                times[what].add(partial(deed, text))
            totals[what] += times[what]
        print(f"{sort:20}{times['search'].summary()}{times['suggest'].summary()}")
    print(f"{'all':20}{totals['search'].summary()}{totals['suggest'].summary()}")
    for what, total in totals.items():
        ratio = statistics.median(total.elapsed) / statistics.median(bare.elapsed)
        slow, goal = _slowest(total.elapsed), _GOALS.get(titles)
        verdict = f", goal {goal:.0f} ms: {'met' if slow < goal else 'NOT met'}" if goal else ""
        print(f"{what}: p50 is {ratio:.0f} x SELECT 1; p99 {slow:.1f} ms{verdict}")
    print(f"(other work on this machine at the time: load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")


def main() -> None:
    """Measure each size in a process of its own, because the settings are read once."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--database", default="", help="postgresql://…; empty for SQLite")
    parser.add_argument("--queries", type=int, default=300, help="queries of each sort")
    options = parser.parse_args()
    first, *others = options.titles
    _set_up(first, options.database)
    measure(first, options.queries)
    for titles in () if options.database else others:
        subprocess.run(
            [sys.executable, "-m", "bench.search", "--titles", str(titles), "--queries", str(options.queries)],
            check=True,
        )


if __name__ == "__main__":
    main()
