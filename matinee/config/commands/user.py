"""`matinee user`: the people of this installation. Passwords come by prompt or standard input, never as an argument."""

import sys

import click

from matinee.config.commands.loading import with_django


@click.group()
def user() -> None:
    """The people of this installation."""


@user.command()
@click.argument("username")
@click.option("--email", default="", help="Their address.")
@click.option("--admin", is_flag=True, help="They may administer.")
@with_django
def create(username: str, email: str, admin: bool) -> None:
    """Make a person known."""
    from matinee.accounts.actions import create_user  # noqa: PLC0415 - after Django

    create_user(username, _password(), email=email, is_admin=admin)
    click.echo(f"{username} is known now" + (", and may administer." if admin else "."))


@user.command("list")
@with_django
def list_() -> None:
    """Show who is known."""
    from matinee.accounts.queries import users  # noqa: PLC0415

    people = users()
    if not people:
        click.echo("Nobody is known yet; matinee user create makes somebody known.")
    for person in people:
        marks = [mark for mark, holds in (("admin", person.is_admin), ("inactive", not person.is_active)) if holds]
        click.echo("  ".join(filter(None, [person.username, person.email, *marks])))


@user.command()
@click.argument("username")
@with_django
def password(username: str) -> None:
    """Give a person a new password."""
    from matinee.accounts.actions import change_password  # noqa: PLC0415

    change_password(username, _password())
    click.echo(f"{username} has a new password.")


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
