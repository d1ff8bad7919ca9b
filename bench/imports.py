"""How long an import takes: 10,000 rows whose titles are known, by ids and by names, into an empty library.

Reading (with matching), applying, what others make of it (statistics, activity …), the same file again, and undoing,
each by one worker in this process, on a made-up catalogue (`--titles`, 20,000). With `--database postgresql://…` that
database is used, which has to be empty.
"""

import argparse
import csv
import io
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.program import clean_environment, data_dir

ROWS = 10_000
GOAL = 10.0  # seconds for reading and applying together


def main() -> None:
    """Print the seconds of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=int, default=20_000)
    parser.add_argument("--database", default="")
    asked = parser.parse_args()
    with data_dir() as folder:
        _set_up(folder, asked.titles, asked.database)
        from matinee.accounts.actions import create_user  # noqa: PLC0415 - after the set-up
        from matinee.core.access import Role  # noqa: PLC0415

        for name, make in (("TMDB ids", _ratings_with_ids), ("names and years", _letterboxd)):
            user = create_user(name.replace(" ", "-"), "a lamp in Bagdad 1924", role=Role.MEMBER)
            _measure(name, make(), user.pk)
        print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _set_up(folder: Path, titles: int, database: str) -> None:
    more = {"MATINEE_DATABASE_URL": database} if database else {}
    environment = clean_environment(folder, DJANGO_SETTINGS_MODULE="matinee.config.settings", **more)
    subprocess.run([sys.executable, "-m", "bench.synthetic", "--titles", str(titles)], env=environment, check=True)
    os.environ.clear()
    os.environ.update(environment)
    import django  # noqa: PLC0415 - after the settings are in place

    django.setup()


def _titles() -> Iterator[Any]:
    from matinee.catalog.models import Title  # noqa: PLC0415

    films = Title.objects.filter(kind="movie").order_by("id")
    return iter(islice(films.values_list("tmdb_id", "name", "year").iterator(), ROWS))


def _ratings_with_ids() -> tuple[str, bytes]:
    """A rating a film, from 0.5 to 10."""
    header = ("TMDb ID", "IMDb ID", "Type", "Name", "Release Date", "Your Rating", "Date Rated")
    rated = "2021-05-04T20:15:00Z"
    lines = [
        (str(tmdb_id), "", "movie", name, f"{year}-01-01", str(1 + number % 10), rated)
        for number, (tmdb_id, name, year) in enumerate(_titles())
    ]
    return "ratings.csv", _table([header, *lines])


def _letterboxd() -> tuple[str, bytes]:
    """A film a line: seen on a day, and rated."""
    header = ("Date", "Name", "Year", "Letterboxd URI", "Rating", "Rewatch", "Tags", "Watched Date")
    lines = [
        ("2021-05-04", name, str(year), f"https://boxd.it/{number}", str(0.5 + number % 10 / 2), "", "", "2021-05-03")
        for number, (_, name, year) in enumerate(_titles())
    ]
    return "diary.csv", _table([header, *lines])


def _table(lines: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue().encode()


def _measure(name: str, file: tuple[str, bytes], user_id: UUID) -> None:
    from matinee.library import queries  # noqa: PLC0415
    from matinee.library.actions import importing  # noqa: PLC0415

    def work(begin: Callable[[], Any]) -> tuple[float, dict[str, int]]:
        begun = time.perf_counter()
        run = begin()
        importing.work_on_import(run.pk)
        taken = time.perf_counter() - begun
        told = queries.import_told(user_id, run.pk)
        return taken, {outcome: number for outcome, number in told["counts"].items() if number}

    def bring() -> Any:
        return importing.begin_import(user_id, file[0], io.BytesIO(file[1]))

    read, found = work(bring)
    run_id = queries.imports(user_id)[0]["id"]
    applied, done = work(lambda: importing.apply_import(user_id, run_id))
    verdict = "" if read + applied < GOAL else "NOT "
    print(f"{ROWS:,} rows by {name}: {read + applied:.1f} s ({verdict}under {GOAL:.0f})")
    print(f"  read and matched in {read:.1f} s: {found}")
    print(f"  applied in {applied:.1f} s: {done}")
    print(f"  heard by all in {_deliver():.1f} s")
    again, there = work(bring)
    print(f"  the same again, read in {again:.1f} s: {there}")
    importing.remove_import(user_id, queries.imports(user_id)[0]["id"])
    undone, left = work(lambda: importing.undo_import(user_id, run_id))
    print(f"  undone in {undone:.1f} s: {left}")
    print(f"  heard by all in {_deliver():.1f} s")


def _deliver() -> float:
    """Seconds until every subscriber has heard all."""
    from matinee.core.delivery import Deliverer  # noqa: PLC0415

    begun, deliverer = time.perf_counter(), Deliverer()
    while deliverer.deliver_once():
        pass
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
