"""`matinee sweeps`: the background synchronisation."""

import click

from matinee.config.commands.loading import with_django


@click.group()
def sweeps() -> None:
    """The background synchronisation."""


@sweeps.command("list")
@with_django
def list_() -> None:
    """Show every sweep with its latest pass."""
    from matinee.core.sweeps import reports  # noqa: PLC0415 - after Django

    for report in reports():
        state = "paused" if report.paused else "running" if report.running else f"due {report.due_at:%Y-%m-%d %H:%M:%S}"
        last = report.last
        told = (
            f"last pass {last.started_at:%H:%M:%S}: {last.done} done, {last.errors} errors"
            + (f" ({last.note})" if last.note else "")
            if last
            else ""
        )
        click.echo(f"{report.name}  every {report.pause:g} s  {state}  {told}".rstrip())


@sweeps.command()
@click.argument("name")
@with_django
def run(name: str) -> None:
    """Have a running worker run it as soon as possible, even when it is paused."""
    from matinee.core.sweeps import run_now  # noqa: PLC0415

    run_now(name)
    click.echo(f"{name} will run as soon as a worker is free.")


@sweeps.command()
@click.argument("name")
@with_django
def pause(name: str) -> None:
    """No pass begins until it is resumed."""
    from matinee.core import sweeps as all_sweeps  # noqa: PLC0415

    all_sweeps.pause(name)
    click.echo(f"{name} is paused.")


@sweeps.command()
@click.argument("name")
@with_django
def resume(name: str) -> None:
    """Let it run again."""
    from matinee.core import sweeps as all_sweeps  # noqa: PLC0415

    all_sweeps.resume(name)
    click.echo(f"{name} runs again.")
