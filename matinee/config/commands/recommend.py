"""`matinee recommend`: how good the recommendations are."""

import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matinee.config.commands.loading import with_django

if TYPE_CHECKING:
    from matinee.library.recommend.evaluation import Evaluation, Quality


@click.group()
def recommend() -> None:
    """What people may like, learnt from what they liked."""


@recommend.command()
@click.argument("ratings", type=click.Path(path_type=Path))
@click.option(
    "--liked-from", type=click.FloatRange(0, 10), default=4.0, show_default=True, help="The least rating of a liking."
)
def evaluate(ratings: Path, liked_from: float) -> None:
    """Train on a CSV of userId, movieId, rating, timestamp, and judge by users that were kept aside.

    As in Liang et al. 2018 (strong generalisation): users with 5 likings and more; a tenth of them, at most 10,000, are
    for the test and as many for validation, and none of these is learnt from; 80 % of the likings of each of the test
    are told, 20 % are to be found. Recall@k is divided by the lesser of k and the number to be found.
    """
    # numpy and scipy cost memory, and no other command needs them.
    from matinee.library.recommend import evaluation  # noqa: PLC0415
    from matinee.library.recommend.ratings_file import read_ratings  # noqa: PLC0415

    started = time.perf_counter()
    likings = read_ratings(
        ratings, liked_from=liked_from, progress=lambda rows: click.echo(f"{rows:,} lines read", err=True)
    )
    reading_seconds = time.perf_counter() - started
    _tell(evaluation.evaluate(likings), reading_seconds)


@recommend.command()
@with_django
def learn() -> None:
    """Learn anew from what people here like; the worker does so by itself when there is something new."""
    from matinee.library import actions  # noqa: PLC0415 - after Django

    started = time.perf_counter()
    likings = actions.learn()
    click.echo(f"Learnt from {likings:,} likings in {time.perf_counter() - started:.1f} s.")


def _tell(found: "Evaluation", reading_seconds: float) -> None:
    click.echo(
        f"{found.users:,} users; learnt from {found.users - 2 * found.held_out:,} with {found.likings:,} likings of "
        f"{found.titles:,} titles; {found.held_out:,} set aside for validation, {found.held_out:,} for the test, "
        f"{found.judged:,} of whom have something to be found"
    )
    click.echo(f"{'':14}{'Recall@20':>10}{'Recall@50':>10}{'NDCG@100':>10}{'coverage@20':>13}")
    click.echo(_line("this model", found.model))
    click.echo(_line("most popular", found.popular))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    click.echo(
        f"read in {reading_seconds:.1f} s, trained in {found.training_seconds:.1f} s, "
        f"{found.seconds_each * 1000:.1f} ms to judge each; {peak:.0f} MB of memory at most"
    )


def _line(name: str, of: "Quality") -> str:
    return f"{name:14}{of.recall_20:10.4f}{of.recall_50:10.4f}{of.ndcg_100:10.4f}{of.coverage:13.4f}"
