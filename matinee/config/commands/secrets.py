"""`matinee secrets`: what is stored encrypted, and its keys. No command shows a secret."""

import sys

import click

from matinee.config.commands.loading import with_django


@click.group()
def secrets() -> None:
    """What is stored encrypted, and its keys."""


@secrets.command()
@with_django
def rotate() -> None:
    """Encrypt every stored secret anew, with a new key; running processes go on."""
    from matinee.accounts.actions import note  # noqa: PLC0415 - after Django
    from matinee.accounts.models import AuditAction  # noqa: PLC0415
    from matinee.core import secrets as stored  # noqa: PLC0415

    count = stored.rotate()
    note(AuditAction.SECRETS_ROTATED, after={"count": count})
    click.echo(f"{count} secrets are encrypted anew.")


@secrets.command()
@with_django
def check() -> None:
    """Try to decrypt every stored secret. Exits with 1 when one fails."""
    from matinee.core import secrets as stored  # noqa: PLC0415

    standing = stored.check()
    for key, count in sorted(standing.by_key.items()):
        click.echo(f"key {key}: {count} secrets")
    for trouble in standing.troubles:
        click.secho(trouble, fg="red")
    if standing.troubles:
        sys.exit(1)
    click.echo(f"All {standing.count} secrets can be decrypted.")
