"""Shapes of the system's answers."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from matinee.core.mail import MailChoice, SmsChoice
from matinee.core.shape import Asked, Shape


class About(Shape):
    """What runs here."""

    version: str
    language: str = Field(description="Language of titles when none is asked for")
    region: str
    connected: list[str] = Field(description="Names of the outside services in use")
    attributions: list[str] = Field(description="What their terms ask to be shown")


class ConnectionState(Shape):
    """How one outside service fares."""

    name: str
    title: str
    state: str = Field(description="off, ok, refused or down")
    message: str = Field(description="What is wrong or missing, a sentence; empty when nothing is")
    breaker: str = Field(description="closed, open or half-open")
    since: datetime | None = Field(description="When the state changed last")


class Connections(Shape):
    """Every service that can be connected."""

    items: list[ConnectionState]


class MailSettings(Shape):
    """How e-mail travels. The password or key is never told."""

    choice: MailChoice
    has_secret: bool


class SmsSettings(Shape):
    """How SMS travel. The token is never told."""

    choice: SmsChoice
    has_secret: bool


class MailChange(Asked):
    """How e-mail should travel from now on."""

    choice: MailChoice
    secret: str | None = Field(None, max_length=500, description="Password or key; null keeps the one there is.")


class SmsChange(Asked):
    """How SMS should travel from now on."""

    choice: SmsChoice
    secret: str | None = Field(None, max_length=500, description="Token; null keeps the one there is.")


class Trial(Asked):
    """Where to send a test message."""

    to: str = Field(min_length=3, max_length=254)


class TmdbSettings(Shape):
    """Whether there is a key to TMDB. The key itself is never told."""

    source: Literal["environment", "here", "none"] = Field(
        description="environment: from the settings at start, which win; here: given at run time"
    )
    has_key: bool


class TmdbChange(Asked):
    """The key to TMDB from now on."""

    key: str = Field(max_length=2000, description="API key (v3) or API read access token (v4).")


class TmdbTrial(Asked):
    """Which key to try."""

    key: str | None = Field(None, max_length=2000, description="It need not be in use; null tries the one that is.")


class TraktSettings(Shape):
    """By which of Trakt's apps people link their accounts; the client id is no secret, and empty for none."""

    client_id: str
    has_secret: bool


class TraktChange(Asked):
    """The app from now on."""

    client_id: str = Field(max_length=200, description="As Trakt shows it for the app.")
    client_secret: str = Field(max_length=200)


class TraktTrial(Asked):
    """Which client id to try."""

    client_id: str | None = Field(
        None, max_length=200, description="It need not be in use; null tries the one that is."
    )
