"""The shapes kept in Title.metadata: what pages show but nothing filters by."""

from typing import TypedDict


class StoredVideo(TypedDict):
    """A trailer or the like."""

    site: str
    key: str
    name: str
    type: str
    language: str
    official: bool


class StoredPicture(TypedDict):
    """One image, by its name here."""

    name: str
    width: int
    height: int
    language: str | None


class StoredRelease(TypedDict):
    """A release or a rating in one country; `released` is an ISO date or None."""

    country: str
    certification: str
    released: str | None
    type: str


class StoredWatch(TypedDict, total=False):
    """Where to watch in one region, by ids of providers."""

    link: str
    stream: list[int]
    free: list[int]
    ads: list[int]
    rent: list[int]
    buy: list[int]


class TitleMetadata(TypedDict, total=False):
    """Every key may be missing: older rows were written before it existed."""

    countries: list[str]
    languages: list[str]
    homepage: str
    companies: list[str]
    keywords: list[str]
    videos: list[StoredVideo]
    posters: list[StoredPicture]
    backdrops: list[StoredPicture]
    logos: list[StoredPicture]
    releases: list[StoredRelease]
    watch_names: dict[str, list[str]]
    watch: dict[str, StoredWatch]
    archive: str
    licence: str
