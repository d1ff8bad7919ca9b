"""Learning from ten million ratings, and recommending from what was learnt: `python -m bench.recommend`.

Prints seconds and peak memory of training, the size of the models, the quality against "most popular" by the protocol
of `matinee recommend evaluate`, and the milliseconds of one person's recommendations: by the models alone, and by
requests with all that a page needs. `--scale 0.1` is a tenth of the people, of the titles and of the ratings.
"""

import argparse
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

import numpy as np

from bench.recommended import answered
from bench.synthetic import Words
from bench.tastes import made_up
from matinee.library.recommend import TitleFeatures
from matinee.library.recommend.describing import describe
from matinee.library.recommend.evaluation import LIKED_FROM, Evaluation, evaluate
from matinee.library.recommend.interactions import Interactions
from matinee.library.recommend.shelf import Shelf
from matinee.library.recommend.training import train

_USERS, _TITLES, _RATINGS = 100_000, 20_000, 10_000_000
_ASKED = 300
_GOAL = 30.0  # milliseconds at the 95th percentile
_LIKINGS = "likings.npz"

P = ParamSpec("P")
T = TypeVar("T")
Times = tuple[float, float]
Liked = list[tuple[int, float]]


def _make(folder: Path, users: int, titles: int, ratings: int) -> int:
    """Store the likings of made-up people; answers the number of ratings."""
    made = made_up(users, titles, ratings)
    liked = made.ratings >= LIKED_FROM
    np.savez(folder / _LIKINGS, users=made.users[liked], titles=made.titles[liked].astype(np.int64) + 1)
    return len(made.users)


def _likings(folder: Path) -> Interactions:
    with np.load(folder / _LIKINGS, allow_pickle=False) as found:
        return Interactions(found["users"], found["titles"], np.ones(len(found["users"]), np.float32))


def _train(folder: Path) -> tuple[int, float, float, float, float]:
    """Keep the model; answers likings, seconds by the clock and of computing, megabytes before and at most."""
    likings, before = _likings(folder), _peak()
    milliseconds, computed = _milliseconds(lambda: Shelf(folder).put_taste(train(likings)))
    return len(likings.users), milliseconds / 1000, computed / 1000, before, _peak()


def _describe(folder: Path, titles: int) -> tuple[float, float]:
    """The same for what the titles are; answers seconds and megabytes."""
    given = list(_made_up_titles(titles))
    started = time.perf_counter()
    Shelf(folder).put_content(describe(given))
    return time.perf_counter() - started, _peak()


def _evaluate(folder: Path) -> Evaluation:
    return evaluate(_likings(folder))


def _people(folder: Path) -> list[Liked]:
    """Some of them, with what they like."""
    likings, chance = _likings(folder), random.Random(1)
    starts = np.searchsorted(likings.users, np.arange(int(likings.users[-1]) + 2))
    return [
        [(int(title), 1.0) for title in likings.titles[starts[user] : starts[user + 1]]]
        for user in chance.sample(range(len(starts) - 1), _ASKED)
    ]


def _request(folder: Path, titles: int) -> dict[str, list[float]]:
    """Milliseconds of requests for the same people."""
    return answered(folder, titles, _people(folder))


def _ask(folder: Path, titles: int) -> tuple[float, dict[str, list[Times]]]:
    """Seconds to open the models and answer first; the times of each sort of question."""
    people, chance = _people(folder), random.Random(3)
    allowed = set(chance.sample(range(1, titles + 1), titles * 9 // 10))
    shelf = Shelf(folder)
    started = time.perf_counter()
    shelf.current().for_user(people[0], allowed=allowed)
    opening = time.perf_counter() - started
    deeds: list[tuple[str, list[Callable[[], object]]]] = [
        ("for one person", [partial(_for_one, shelf, person, allowed) for person in people]),
        ("for two together", [partial(_for_two, shelf, people[at : at + 2], allowed) for at in range(0, _ASKED, 2)]),
        ("like a title", [partial(_like, shelf, person[0][0]) for person in people if person]),
    ]
    return opening, {name: [_milliseconds(deed) for deed in todo] for name, todo in deeds}


def _for_one(shelf: Shelf, person: Liked, allowed: set[int]) -> object:
    return shelf.current().for_user(person, allowed=allowed)


def _for_two(shelf: Shelf, people: list[Liked], allowed: set[int]) -> object:
    return shelf.current().together(people, allowed=allowed)


def _like(shelf: Shelf, title: int) -> object:
    return shelf.current().similar(title, 20)


def _made_up_titles(count: int) -> Iterator[TitleFeatures]:
    """With as much to each as TMDB has, by chance and as unevenly."""
    chance = random.Random(2)
    words, keywords, people = (Words(size, chance) for size in (20_000, 5_000, max(count // 2, 1000)))
    genres = Words(19, chance)
    for title in range(1, count + 1):
        yield TitleFeatures(
            id=title,
            genres=tuple(genres.pick(3)),
            keywords=tuple(keywords.pick(8)),
            directors=tuple(people.pick(1)),
            writers=tuple(people.pick(2)),
            cast=tuple(people.pick(15)),
            collection=str(title // 3) if title % 8 < 3 else "",
            year=chance.randint(1920, 2025),
            overview=" ".join(words.pick(60)),
            renown=100_000 / title,
            neighbours=tuple(chance.sample(range(1, count + 1), 30)),
        )


def _milliseconds(deed: Callable[[], object]) -> Times:
    """By the clock, and of this process's own computing."""
    started, computed = time.perf_counter(), time.process_time()
    deed()
    return (time.perf_counter() - started) * 1000, (time.process_time() - computed) * 1000


def _verdict(name: str, milliseconds: list[float]) -> str:
    slow = _p95(milliseconds)
    verdict = "met" if slow < _GOAL else "NOT met"
    return f"{name}: p50 {statistics.median(milliseconds):.1f} ms, p95 {slow:.1f} ms (goal {_GOAL:.0f}: {verdict})"


def _p95(milliseconds: list[float]) -> float:
    return statistics.quantiles(milliseconds, n=20)[18]


def _peak() -> float:
    """Megabytes of this process at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _apart(deed: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """In a process of its own, so that its memory is nobody else's."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(deed, *args, **kwargs).result()


def measure(folder: Path, scale: float) -> None:
    """Print all."""
    users, titles, ratings = int(_USERS * scale), int(_TITLES * scale), int(_RATINGS * scale)
    made = _apart(_make, folder, users, titles, ratings)
    likings, seconds, computed, before, peak = _apart(_train, folder)
    print(f"{users:,} users x {titles:,} titles, {made:,} ratings, of which {likings:,} are likings")
    print(
        f"training: {seconds:.1f} s, {computed:.1f} s of computing, {peak:.0f} MB at most ({before:.0f} before)",
        flush=True,
    )
    seconds, peak = _apart(_describe, folder, titles)
    sizes = ", ".join(f"{file.name} {file.stat().st_size / 2**20:.0f} MB" for file in sorted(folder.glob("*.model")))
    print(f"content: {seconds:.1f} s, {peak:.0f} MB at most; files: {sizes}", flush=True)
    opening, asked = _apart(_ask, folder, titles)
    print(f"opening both models and the first answer: {opening * 1000:.0f} ms")
    for name, times in asked.items():
        elapsed, own = [time for time, _ in times], [time for _, time in times]
        print(f"{_verdict(name, elapsed)}, of computing alone {_p95(own):.1f} ms", flush=True)
    for name, elapsed in _apart(_request, folder, titles).items():
        print(_verdict(name, elapsed), flush=True)
    found = _apart(_evaluate, folder)
    for name, of in (("this model", found.model), ("most popular", found.popular)):
        print(
            f"{name}: Recall@20 {of.recall_20:.3f}, Recall@50 {of.recall_50:.3f}, NDCG@100 {of.ndcg_100:.3f}, "
            f"coverage@20 {of.coverage:.3f}"
        )
    print(f"(other work on this machine at the time: load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)")


def main() -> None:
    """In a folder that is gone at the end."""
    # Training leaves a core to those who watch meanwhile. Read by the processes that measure, when they load numpy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=1.0)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), parser.parse_args().scale)


if __name__ == "__main__":
    main()
