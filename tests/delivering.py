"""Events reach whoever subscribes to them."""

from matinee.core.delivery import Deliverer


def deliver() -> None:
    """As the worker does, until there is no more."""
    deliverer = Deliverer()
    while deliverer.deliver_once():
        pass
