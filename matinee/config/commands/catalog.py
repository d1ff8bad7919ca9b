"""`matinee seed` and `matinee import`."""

import sys
from pathlib import Path

import click

from matinee.config.commands.loading import with_django


@click.command()
@with_django
def seed() -> None:
    """Store the starter catalogue: films and shows that anybody may show."""
    stored = fill_starter()
    click.echo(f"{stored} titles stored." if stored else "The starter catalogue is stored already.")


def fill_starter() -> int:
    """Store it if it is missing, telling how far it is; answers how many titles were stored."""
    from matinee.catalog.actions import seed_starter  # noqa: PLC0415 - after Django

    return seed_starter(progress=lambda count: click.echo(f"Storing the starter catalogue: {count} titles"))


@click.command("import")
@click.argument("what", nargs=-1, required=True, metavar="IDS… | FILE")
@with_django
def import_(what: tuple[str, ...]) -> None:
    """Bring in titles by outside id (movie:tmdb:550, tv:tmdb:1396, imdb:tt0137523), or from a file of records."""
    from matinee.catalog import actions  # noqa: PLC0415

    if len(what) == 1 and Path(what[0]).is_file():
        outcome = actions.import_file(Path(what[0]))
    else:
        outcome = actions.import_titles(what, progress=click.echo)
    click.echo(f"{outcome.done} titles imported.")
    for ref, reason in outcome.failed:
        click.echo(f"{ref}: {reason}", err=True)
    sys.exit(1 if outcome.failed else 0)
