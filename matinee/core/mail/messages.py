"""What is sent, and what sends it."""

from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from matinee.core.errors import ServiceRefused


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail. `html` may be empty; `reference` is the same for every attempt to send it."""

    to: str
    subject: str
    text: str = field(repr=False)
    html: str = field(default="", repr=False)
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ShortMessage:
    """An SMS."""

    to: str
    text: str = field(repr=False)
    reference: str = ""


M_contra = TypeVar("M_contra", Letter, ShortMessage, contravariant=True)


class Undeliverable(ServiceRefused):
    """It cannot be sent to that person, however often it is tried; others may be fine."""

    title = "The message cannot be delivered"


class Transport(Protocol[M_contra]):
    """A way for messages to travel."""

    def send(self, message: M_contra, /) -> None:
        """Hand it over. Raises Undeliverable, ServiceDown, ServiceRefused, each with a sentence."""

    def check(self) -> None:
        """See without sending anything whether it would work, as far as that can be seen. Raises as `send`."""
