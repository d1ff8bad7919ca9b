"""What notifications hear: everything that is news to somebody.

One subscriber for all, so that ids are given in the order of telling, and "all after id n" misses nothing.
"""

from matinee.core import events
from matinee.notifications import actions
from matinee.notifications.news import news_of, sources


@events.subscribe("notifications", *sources(), from_start=False)
def hear(event: events.Event) -> None:
    """Tell whom it concerns."""
    if news := news_of(event):
        actions.tell(news, events.heard())
