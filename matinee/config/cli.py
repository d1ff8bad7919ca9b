"""The `matinee` command and its roles. Each command only reads its words and calls what does the work."""

import os
import sys

import click

from matinee import __version__
from matinee.config import datadir, supervisor, web
from matinee.config.commands import audit, catalog, check, events, recommend, secrets, sweeps, user
from matinee.config.commands.loading import with_django_from_nothing, with_django_unwired
from matinee.core.errors import MatineeError
from matinee.core.settings import current

_tied = click.option("--tied-to", type=int, default=0, hidden=True, help="Process id of the supervisor.")


@click.group()
@click.version_option(__version__, prog_name="matinee")
def cli() -> None:
    """Matinee: a self-hosted home for films and television."""


def main() -> None:
    """The entry point: errors of ours are told in sentences, without a trace."""
    try:
        cli()
    except MatineeError as error:
        click.secho(f"{error.title}.", fg="red", err=True)
        click.echo(error.detail, err=True)
        sys.exit(1)


@cli.command()
def serve() -> None:
    """Run the whole program: web and worker, under one supervisor."""
    settings = current()
    datadir.prepare(settings.data_dir)
    with datadir.only_one(settings.data_dir) as held:
        web.try_to_listen(settings.host, settings.port)
        supervisor.become(
            supervisor.Plan(
                data_dir=str(settings.data_dir),
                lock=held,
                host=settings.host,
                port=settings.port,
                address=web.address(settings),
                json_lines=settings.log_format == "json",
            )
        )


@cli.command("web")
@_tied
def web_role(tied_to: int) -> None:
    """Run the web role alone."""
    if tied_to:
        supervisor.die_with(tied_to)
    settings = current()
    datadir.prepare(settings.data_dir)
    if not tied_to:  # else `serve` has tried
        web.try_to_listen(settings.host, settings.port)
    web.run(settings, prepared=not tied_to)


@cli.command("worker")
@_tied
@with_django_from_nothing
def worker_role(tied_to: int) -> None:
    """Run the worker role alone: event delivery, sweeps, jobs."""
    if tied_to:
        supervisor.die_with(tied_to)
    from matinee.config import worker  # noqa: PLC0415

    worker.run()


@cli.command(hidden=True)
@_tied
@click.option("--token-to", type=int, help="Open file that takes the token of the set-up link.")
@with_django_unwired
def prepare(tied_to: int, token_to: int | None) -> None:
    """What `serve` does first: migrate, make the keys, store the starter catalogue; each unless it is done."""
    if tied_to:
        supervisor.die_with(tied_to)
    from matinee.config import migrating  # noqa: PLC0415

    migrating.migrate()
    datadir.signing_key(current().data_dir)
    if current().starter:
        catalog.fill_starter()
    if token_to is not None:
        _hand_over_token(token_to)


def _hand_over_token(file: int) -> None:
    from matinee.accounts.actions import setting_up  # noqa: PLC0415

    with os.fdopen(file, "w") as pipe:
        pipe.write(setting_up.make_link() or "")


@cli.command()
@with_django_from_nothing
def migrate() -> None:
    """Bring the database up to date."""
    from matinee.config import migrating  # noqa: PLC0415

    migrating.migrate()
    click.echo("The database is up to date.")


for command in (
    audit.audit,
    check.check,
    catalog.seed,
    catalog.import_,
    events.events,
    recommend.recommend,
    secrets.secrets,
    sweeps.sweeps,
    user.user,
):
    cli.add_command(command)
