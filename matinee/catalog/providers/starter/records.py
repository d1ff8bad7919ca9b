"""The records of the starter catalogue, as its data files hold them."""

import json
from datetime import date
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel

from matinee.catalog.age_ratings import OLDEST
from matinee.core.errors import BadInput

_DATA = files(__package__) / "data"
_LISTS = "lists.json"


class Record(BaseModel):
    """A misspelt key is an error: the files are ours."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel)


class Part(Record):
    """One member of the cast."""

    name: str
    character: str = ""


class Texts(Record):
    """Name and overview in another language; empty where there is none."""

    title: str = ""
    overview: str = ""


class EpisodeRecord(Record):
    """One episode, or chapter of a serial."""

    number: int = Field(ge=0)
    title: str
    aired: date | None = None
    runtime: int | None = None
    overview: str = ""
    imdb: str | None = None
    archive: str | None = None


class SeasonRecord(Record):
    """One season."""

    number: int = Field(ge=0)
    name: str
    year: int | None = None
    episodes: tuple[EpisodeRecord, ...]


class TitleRecord(Record):
    """One title: true facts, and an overview in our own words.

    `age`: from which age on, as boards such as FSK and BBFC rate it; left out where that is not well known.
    """

    key: str
    kind: Literal["movie", "tv"]
    form: Literal["feature", "short", "serial", "series", "miniseries"]
    title: str
    original_title: str
    year: int
    released: date | None = None
    runtime: int
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    original_language: str
    genres: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    directors: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    cast: tuple[Part, ...] = ()
    overview: str
    tagline: str = ""
    imdb: str | None = None
    archive: str | None = None
    licence: str
    age: int | None = Field(None, ge=0, le=OLDEST)
    known: int = Field(ge=1, le=100)
    collection: str | None = None
    translations: dict[str, Texts] = {}
    seasons: tuple[SeasonRecord, ...] = ()


class ListRecord(Record):
    """A curated list."""

    slug: str
    name: str
    description: str
    kind: Literal["movie", "tv", "mixed"]
    translations: dict[str, Texts] = {}
    keys: tuple[str, ...]


def _read(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((_DATA / name).read_text("utf-8"))
    return loaded


def _names() -> list[str]:
    return sorted(file.name for file in _DATA.iterdir() if file.name.endswith(".json") and file.name != _LISTS)


@cache
def title_records() -> tuple[TitleRecord, ...]:
    """All titles, best known first."""
    found = [TitleRecord.model_validate(row) for name in _names() for row in _read(name)]
    return tuple(sorted(found, key=lambda record: (-record.known, record.key)))


@cache
def list_records() -> tuple[ListRecord, ...]:
    """All curated lists, in their order."""
    return tuple(ListRecord.model_validate(row) for row in _read(_LISTS))


def read_titles(path: Path) -> list[TitleRecord]:
    """The titles of a file that somebody wrote in this format. Raises BadInput naming the first thing that is wrong."""
    try:
        return _file.validate_json(path.read_bytes())
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}") from None
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadInput.at(place or "file", first["msg"]) from None


_file = TypeAdapter(list[TitleRecord])


def edition() -> str:
    """Changes whenever a data file does."""
    digest = blake2b(digest_size=8)
    for name in [*_names(), _LISTS]:
        digest.update((_DATA / name).read_bytes())
    return digest.hexdigest()
