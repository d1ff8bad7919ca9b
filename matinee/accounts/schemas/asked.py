"""What accounts are asked."""

import json
from typing import Annotated, Any, Literal

from django.contrib.auth.password_validation import MinimumLengthValidator
from pydantic import Field, JsonValue, field_validator

from matinee.accounts.models import ProviderKind
from matinee.accounts.models.people import USERNAME
from matinee.core.access import Role, Scope
from matinee.core.shape import Asked

Language = Annotated[str, Field(pattern=r"^([a-z]{2,3}(-[A-Z]{2})?)?$", description="Like de or pt-BR; empty: none.")]
Region = Annotated[str, Field(pattern=r"^([A-Z]{2})?$", description="Like DE; empty: none.")]
Email = Annotated[str, Field(max_length=254, pattern=r"^([^@\s]+@[^@\s]+)?$")]
# What a name and a password must be like is described here, for clients, and checked by the deeds, which say it better.
_LIKE_A_USERNAME = USERNAME.pattern.replace(r"\A", "^").replace(r"\Z", "$")
_LEAST_OF_A_PASSWORD = MinimumLengthValidator().min_length
Username = Annotated[str, Field(min_length=1, max_length=64, json_schema_extra={"pattern": _LIKE_A_USERNAME})]
Password = Annotated[str, Field(min_length=1, max_length=256, json_schema_extra={"minLength": _LEAST_OF_A_PASSWORD})]
AgeCap = Annotated[int, Field(ge=0, le=21, description="Years.")] | None
_MOST_PREFERENCES = 16 * 1024
_MOST_LEVELS = 32
_LARGEST_NUMBER = 2**53  # browsers are exact up to it


class SetUp(Asked):
    """Who the first administrator is."""

    token: str = Field(max_length=64, description="The last part of the printed link.")
    username: Username
    email: Email = Field(min_length=3)
    password: Password
    language: Language = ""
    region: Region = ""


class ProfileChange(Asked):
    """What to change; what is left out stays."""

    display_name: str = Field("", max_length=80)
    language: Language = ""
    region: Region = ""
    theme: Literal["system", "dark", "light"] = "system"
    preferences: dict[str, JsonValue] = Field(
        default_factory=dict,
        description="At most 16 KiB of JSON, 32 levels deep, with numbers up to 2^53; kept as it is.",
    )

    watches_together: bool = Field(
        True, description="Whether others here may look for what to watch together with you, by your user name."
    )

    @field_validator("preferences")
    @classmethod
    def _small(cls, value: dict[str, Any]) -> dict[str, Any]:
        if len(json.dumps(value, ensure_ascii=False).encode()) > _MOST_PREFERENCES:
            raise ValueError("should be at most 16 KiB")
        if not _is_plain(value, _MOST_LEVELS):
            raise ValueError(f"should be at most {_MOST_LEVELS} levels deep, with numbers up to 2^53")
        return value


def _is_plain(value: object, levels: int) -> bool:
    """Whether all that reads JSON can read this: databases know no NaN, the export no long numbers and some levels."""
    match value:
        case dict():
            return levels > 0 and all(_is_plain(part, levels - 1) for part in value.values())
        case list():
            return levels > 0 and all(_is_plain(part, levels - 1) for part in value)
        case int() | float():
            return abs(value) <= _LARGEST_NUMBER  # as NaN never is
    return True


class NewToken(Asked):
    """Which token to make."""

    name: str = Field(min_length=1, max_length=80)
    scopes: list[Scope] = Field(min_length=1, max_length=3)
    expires_in_days: int | None = Field(None, ge=1, le=3650, description="null: never.")


class Quotas(Asked):
    """Most of something; null is unlimited."""

    movie_requests: int | None = Field(None, ge=0, le=100_000)
    season_requests: int | None = Field(None, ge=0, le=100_000)
    request_days: int | None = Field(None, ge=1, le=365, description="The days that requests are counted over.")
    download_gigabytes: int | None = Field(None, ge=0, le=1_000_000)
    streams: int | None = Field(None, ge=0, le=100, description="At the same time.")


class NewPerson(Asked):
    """Whom to make known."""

    username: Username
    email: Email = ""
    password: Password
    role: Role = Role.MEMBER


class PersonChange(Asked):
    """What to change; what is left out stays."""

    display_name: str = Field("", max_length=80)
    role: Role = Role.MEMBER
    is_active: bool = True
    age_cap: AgeCap = None
    unrated: bool = False
    may_request: bool = True
    may_stream: bool = True
    may_download: bool = True
    may_upload: bool = False
    quotas: Quotas | None = None


class NewPassword(Asked):
    """The password."""

    password: Password


class PeopleQuery(Asked):
    """Whom to list."""

    search: str = Field("", max_length=80, description="Part of a name or e-mail address.")
    role: Role | None = None
    page: int = Field(1, ge=1, le=10_000)


class NewInvitation(Asked):
    """Whom to invite."""

    role: Literal[Role.MEMBER, Role.GUEST] = Role.MEMBER
    email: Email = Field("", description="Empty: whoever has the code.")
    uses: int = Field(1, ge=1, le=1000)
    expires_in_days: int = Field(7, ge=1, le=365)


class NewProvider(Asked):
    """A provider who vouches for people."""

    kind: ProviderKind
    name: str = Field("", max_length=40, description="What the button says; needed for oidc.")
    client_id: str = Field(min_length=1, max_length=191)
    client_secret: str = Field(min_length=1, max_length=500)
    issuer: str = Field("", max_length=200, description="Of oidc: the address whose discovery document is asked.")


class ProviderChange(Asked):
    """What to change; what is left out stays. The issuer cannot change: another issuer is another provider."""

    name: str = Field("", min_length=1, max_length=40)
    client_id: str = Field("", min_length=1, max_length=191)
    client_secret: str = Field("", min_length=1, max_length=500)
    is_active: bool = True
