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
@click.option("--bcrypt", is_flag=True, help="What is read is a bcrypt hash from elsewhere instead of the password.")
@with_django
def create(username: str, email: str, admin: bool, bcrypt: bool) -> None:
    """Make a person known; their e-mail address counts as verified."""
    from matinee.accounts.actions import create_user  # noqa: PLC0415 - after Django
    from matinee.core.access import Role  # noqa: PLC0415

    role = Role.ADMINISTRATOR if admin else Role.MEMBER
    create_user(username, _password(), email=email, role=role, is_hash=bcrypt)
    click.echo(f"{username} is known now" + (", and may administer." if admin else "."))


@user.command("setup-link")
@with_django
def setup_link() -> None:
    """Print a fresh one-time link that makes the first administrator."""
    from matinee.accounts.actions import setting_up  # noqa: PLC0415
    from matinee.config import web  # noqa: PLC0415
    from matinee.core.settings import current  # noqa: PLC0415

    token = setting_up.make_link()
    if token is None:
        click.echo("There is an administrator already; matinee user list names them.")
    else:
        click.echo(f"For the next 30 minutes, once: {web.address(current())}/setup#{token}")


@user.command("list")
@with_django
def list_() -> None:
    """Show who is known."""
    from matinee.accounts.queries import users  # noqa: PLC0415

    people = users()
    if not people:
        click.echo("Nobody is known yet; matinee user create makes somebody known.")
    for person in people:
        marks = [
            mark for mark, holds in (("admin", person.is_administrator), ("inactive", not person.is_active)) if holds
        ]
        click.echo("  ".join(filter(None, [person.username, person.email, *marks])))


@user.command()
@click.argument("username")
@with_django
def password(username: str) -> None:
    """Give a person a new password."""
    from matinee.accounts.actions import change_password, find_user  # noqa: PLC0415

    change_password(find_user(username), _password())
    click.echo(f"{username} has a new password.")


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
