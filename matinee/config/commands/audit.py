"""`matinee audit`: whether the audit log is whole, and taking it elsewhere."""

import os
import sys

import click

from matinee.config.commands.loading import with_django


@click.group()
def audit() -> None:
    """What people did to the safety of this installation."""


@audit.command()
@with_django
def verify() -> None:
    """Find out whether somebody changed, added or removed entries; exits with 1 then."""
    from matinee.accounts.queries import verify_audit  # noqa: PLC0415 - after Django

    found = verify_audit()
    if found.ok:
        click.echo(f"The audit log is whole: {found.checked} entries.")
        return
    click.echo(f"{found.checked} entries are as they were written.")
    click.secho(f"{found.problem}.", fg="red", err=True)
    sys.exit(1)


@audit.command()
@click.argument("file", type=click.Path(dir_okay=False, writable=True))
@with_django
def export(file: str) -> None:
    """Write the log to a CSV file, newest entry first; only you may read it."""
    from matinee.accounts.queries import AuditFilter, audit_csv  # noqa: PLC0415

    own = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(own, "w", encoding="utf-8", newline="") as out:
        out.writelines(audit_csv(AuditFilter()))
    click.echo(f"The audit log is in {file}.")
