"""What browsing filters and sorts by: the same for our own tables and for a provider."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """None means: any. `genre` is slugs, with commas for all of them or bars for any of them."""

    genre: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    runtime_from: int | None = None
    runtime_to: int | None = None
    rating_from: float | None = None
    rating_to: float | None = None
    votes_from: int | None = None
    original_language: str | None = None
    certification: str | None = None
    provider: int | None = None
    keyword: str | None = None
    sort: str = "popularity"
