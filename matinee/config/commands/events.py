"""`matinee events`: what happened, who heard it, and hearing it again."""

import click

from matinee.config.commands.loading import with_django


@click.group()
def events() -> None:
    """What happened, and who heard it."""


@events.command("list")
@click.option("--from", "from_id", type=int, default=0, help="Show from this id on instead of the newest.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, show_default=True)
@with_django
def list_(from_id: int, limit: int) -> None:
    """Show events, and how far each subscriber is."""
    from matinee.system import queries  # noqa: PLC0415 - after Django

    for event in queries.stored_events(from_id=from_id, limit=limit):
        click.echo(f"{event.id:>8}  {event.created_at:%Y-%m-%d %H:%M:%S}  {event.name}  {event.body}")
    for cursor in queries.cursors():
        click.echo(
            f"{cursor.subscriber} is at {cursor.position}" + (f", stuck: {cursor.error}" if cursor.error else "")
        )


@events.command()
@click.option("--subscriber", required=True, help="Who shall hear it again.")
@click.option("--from", "from_id", type=click.IntRange(1), default=1, show_default=True, help="From which id on.")
@with_django
def replay(subscriber: str, from_id: int) -> None:
    """Let a subscriber hear everything again, or from an event on; a running worker delivers."""
    from matinee.core import delivery  # noqa: PLC0415

    click.echo(f"{delivery.replay(subscriber, from_id)} events will be delivered to {subscriber} again.")


@events.command()
@with_django
def parked() -> None:
    """Show what subscribers failed to take."""
    from matinee.system import queries  # noqa: PLC0415

    rows = queries.parked_events()
    if not rows:
        click.echo("Nothing is parked: every subscriber took what it heard.")
    for row in rows:
        click.echo(f"{row.event_id:>8}  {row.event.name} for {row.subscriber}, {row.attempts} attempts: {row.error}")


@events.command()
@click.option("--subscriber", required=True, help="Who failed to take it.")
@click.argument("event_id", type=int)
@with_django
def retry(subscriber: str, event_id: int) -> None:
    """Deliver one parked event now."""
    from matinee.core import delivery  # noqa: PLC0415

    delivery.redeliver(subscriber, event_id)
    click.echo(f"Event {event_id} is delivered to {subscriber}.")
