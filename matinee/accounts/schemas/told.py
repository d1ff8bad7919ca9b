"""What accounts answer. No shape here has a place for a secret, but those that show a new one once."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

from matinee.accounts.models import ProviderKind
from matinee.core.access import Role, Scope
from matinee.core.shape import Shape


class SetUpState(Shape):
    """Whether this installation wants its first administrator, and how newcomers come in once it has one."""

    needed: bool
    sign_up: Literal["open", "invited", "closed"]
    sends_mail: bool = Field(description="false: no mail server is set up, and codes wait with whoever runs it.")


class Switches(Shape):
    """What a person may."""

    may_request: bool
    may_stream: bool
    may_download: bool
    may_upload: bool


class Person(Switches):
    """A person as administrators see them."""

    id: UUID
    username: str
    display_name: str
    email: str
    role: Role
    is_active: bool
    age_cap: int | None = Field(description="Years; titles for older people are not met. null: none.")
    unrated: bool = Field(description="With an age cap: whether titles without a rating are met.")
    quotas: dict[str, int | None]
    picture: str | None = Field(description="Name of an image.")
    created_at: datetime
    last_login: datetime | None


class Me(Switches):
    """The person who asks."""

    id: UUID
    username: str
    display_name: str
    email: str
    email_verified: bool
    phone: str
    phone_verified: bool
    role: Role
    age_cap: int | None
    unrated: bool
    quotas: dict[str, int | None]
    picture: str | None = Field(description="Name of an image; its address is /img/profile/{size}/{name}.")
    language: str
    region: str
    theme: Literal["system", "dark", "light"]
    preferences: dict[str, Any]
    watches_together: bool = Field(description="Others here may look for what to watch together with you.")
    has_password: bool
    created_at: datetime


class People(Shape):
    """A page of people."""

    items: list[Person]
    total: int
    page: int
    pages: int


class SessionItem(Shape):
    """One sign-in."""

    id: int
    kind: Literal["browser", "app"]
    device: str
    address: str
    created_at: datetime
    last_seen_at: datetime
    is_current: bool


class Sessions(Shape):
    """A person's sign-ins, the latest first."""

    items: list[SessionItem]


class TokenItem(Shape):
    """An API token, without its text."""

    id: UUID
    name: str
    scopes: list[Scope]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class Tokens(Shape):
    """A person's API tokens."""

    items: list[TokenItem]


class MadeToken(TokenItem):
    """A new API token; its text is shown this once."""

    token: str


class InvitationItem(Shape):
    """An invitation, without its code."""

    id: UUID
    role: Role
    email: str
    uses_left: int
    created_at: datetime
    expires_at: datetime


class Invitations(Shape):
    """Those that can still be used."""

    items: list[InvitationItem]


class MadeInvitation(InvitationItem):
    """A new invitation; its code is shown this once."""

    code: str


class ProviderItem(Shape):
    """A provider who vouches for people."""

    id: UUID
    kind: ProviderKind
    slug: str = Field(description="What sign-in calls it.")
    name: str
    issuer: str
    client_id: str
    is_active: bool
    callback: str = Field(description="The address to register there.")


class Providers(Shape):
    """All of them."""

    items: list[ProviderItem]
