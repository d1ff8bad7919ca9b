"""What Trakt answers, as far as we read it. Members that it adds are none of our business."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, field_validator


def _in_utc(at: datetime) -> datetime:
    """As databases keep it. At the ends of the calendar, where it would leave the years 1 to 9999, some hours off."""
    try:
        return at.astimezone(UTC)
    except OverflowError:
        return at.replace(tzinfo=UTC)


_Text = Annotated[str, Field(max_length=20_000)]
_Number = Annotated[int, Field(ge=0, lt=2**63)]
_Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]


class _Told(BaseModel):
    """Texts are taken without NUL, which no row can hold."""

    @field_validator("*", mode="before")
    @classmethod
    def _storable(cls, value: object) -> object:
        return value.replace("\0", "") if isinstance(value, str) else value


class DeviceCode(_Told):
    """`expires_in` and `interval`: seconds."""

    device_code: str = Field(min_length=1, max_length=200)
    user_code: str = Field(min_length=1, max_length=32)
    verification_url: str = Field(pattern=r"^https?://[^\s\"'<>]+$", max_length=200)
    expires_in: int = Field(gt=0, le=86_400)
    interval: int = Field(ge=0, le=3_600)


class Tokens(_Told):
    """`expires_in`: seconds, of the access token."""

    access_token: str = Field(min_length=1, max_length=4_000)
    refresh_token: str = Field(min_length=1, max_length=4_000)
    expires_in: int = Field(gt=0, le=400 * 86_400)


class Profile(_Told):
    """One account."""

    username: str = Field(max_length=200)


class AccountSettings(_Told):
    """Of the account that has linked."""

    user: Profile


class Ids(_Told):
    """What a title is called elsewhere."""

    trakt: _Number | None = None
    imdb: str | None = None
    tmdb: int | None = None


class Named(_Told):
    """A film or show."""

    title: _Text | None = None
    year: int | None = None
    ids: Ids


class Numbered(_Told):
    """An episode of a show."""

    season: int = Field(ge=0, le=32_767)
    number: int = Field(ge=0, le=2**31 - 1)


class _OfTitle(_Told):
    type: str = ""
    movie: Named | None = None
    show: Named | None = None
    episode: Numbered | None = None


class Played(_OfTitle):
    """One entry of the history."""

    id: _Number
    watched_at: _Moment


class Rated(_OfTitle):
    """One rating."""

    rating: int = Field(ge=1, le=10)
    rated_at: _Moment


class Listed(_OfTitle):
    """One thing in a list. People, seasons and episodes may be in one, too."""

    listed_at: _Moment


class ListIds(_Told):
    """Of a list."""

    trakt: int = Field(gt=0, lt=2**63)


class PersonalList(_Told):
    """A list that somebody made."""

    name: _Text
    description: _Text | None = None
    updated_at: str = Field(max_length=40)
    ids: ListIds


class _Times(_Told):
    watched_at: str = ""
    rated_at: str = ""
    updated_at: str = ""


class Activities(_Told):
    """When what was changed last, as Trakt writes it."""

    movies: _Times
    shows: _Times
    episodes: _Times
    watchlist: _Times
    lists: _Times


class NotFoundThere(_Told):
    """What of a request Trakt does not know."""

    movies: list["Unfound"] = []
    shows: list["Unfound"] = []


class Unfound(_Told):
    """As it was asked for."""

    ids: Ids = Ids()


class Written(_Told):
    """How a change was taken."""

    not_found: NotFoundThere = NotFoundThere()


Item = Played | Rated | Listed


def happened_at(item: Item) -> datetime:
    """Trakt's time of it."""
    match item:
        case Played():
            return item.watched_at
        case Rated():
            return item.rated_at
        case Listed():
            return item.listed_at
