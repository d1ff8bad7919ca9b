"""Shapes of the system's answers."""

from datetime import datetime

from ninja import Schema
from pydantic import ConfigDict, Field
from pydantic.alias_generators import to_camel


class _Camel(Schema):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, from_attributes=True)


class About(_Camel):
    """What runs here."""

    version: str
    language: str = Field(description="Language of titles when none is asked for")
    region: str
    connected: list[str] = Field(description="Names of the outside services in use")
    attributions: list[str] = Field(description="What their terms ask to be shown")


class ConnectionState(_Camel):
    """How one outside service fares."""

    name: str
    title: str
    state: str = Field(description="off, ok, refused or down")
    message: str = Field(description="What is wrong or missing, a sentence; empty when nothing is")
    breaker: str = Field(description="closed, open or half-open")
    since: datetime | None = Field(description="When the state changed last")


class Connections(_Camel):
    """Every service that can be connected."""

    items: list[ConnectionState]
