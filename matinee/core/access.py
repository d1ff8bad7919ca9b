"""Who asks, and for whom an address is.

The accounts feature finds out who asks and leaves it on the request; every feature says at its addresses who may:

    @router.get("/users", auth=administrators)

An address that says nothing is for people who are signed in. What one viewer may see and another may not is asked of
the `Viewer`, inside the query.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest

from matinee.core.errors import Forbidden, MatineeError

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class SignInNeeded(MatineeError):
    """Nobody is signed in, and somebody has to be."""

    status = 401
    title = "Sign in first"


class Role(StrEnum):
    """What a person is in this installation."""

    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    GUEST = "guest"


class Scope(StrEnum):
    """What a credential may be used for; a session may everything that its person may."""

    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


ALL_SCOPES = frozenset(Scope)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks. `user_id` and `role` are None when nobody is signed in.

    `age_cap`: in years; titles that are for older people are not met anywhere. `unrated`: whether a viewer with a cap
    meets titles of which no age rating is known. `may_look`: whether the catalogue is open to them at all.
    """

    user_id: UUID | None = None
    role: Role | None = None
    scopes: frozenset[Scope] = frozenset()
    age_cap: int | None = None
    unrated: bool = True
    may_look: bool = True

    @property
    def view(self) -> str:
        """Names the part of the catalogue that they see: who has the same view sees the same.

        "" is all of it, "-" none: who may not look must not pass for one who sees everything.
        """
        if self.role is None and not self.may_look:
            return "-"
        if self.age_cap is None:
            return ""
        return f"{self.age_cap}{'u' if self.unrated else ''}"

    @property
    def is_administrator(self) -> bool:
        return self.role is Role.ADMINISTRATOR


EVERYTHING = Viewer()
"""Sees all titles: for jobs and commands, which nobody asked for."""


def viewer(request: HttpRequest) -> Viewer:
    """Who asks; found out by the accounts feature's middleware."""
    return cast(Viewer, request.viewer)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where what happens now comes from, for the audit log. `address` is an IP address, `device` a User-Agent."""

    user_id: UUID | None = None
    address: str = ""
    device: str = ""


_NOWHERE = Origin()
_origin: ContextVar[Origin] = ContextVar("origin", default=_NOWHERE)


def origin() -> Origin:
    """Of this request; an empty one in jobs and commands."""
    return _origin.get()


@contextmanager
def coming_from(place: Origin) -> Iterator[None]:
    """What happens inside the block comes from there."""
    token = _origin.set(place)
    try:
        yield
    finally:
        _origin.reset(token)


class Gate:
    """Lets through whoever has one of `roles`; for Ninja's `auth=`."""

    openapi_security_schema = MappingProxyType({"type": "http", "scheme": "bearer"})  # where Ninja looks for it

    def __init__(self, *roles: Role) -> None:
        self.roles = frozenset(roles)

    def __call__(self, request: HttpRequest) -> Any | None:
        who = viewer(request)
        if who.role is None:
            raise SignInNeeded("Sign in, or send an access token or an API token")
        if who.role not in self.roles:
            raise Forbidden("Your role does not allow this")
        needed = {Scope.READ if request.method in _SAFE else Scope.WRITE}
        if self.roles == {Role.ADMINISTRATOR}:
            needed.add(Scope.ADMIN)
        if missing := needed - who.scopes:
            raise Forbidden(f"This token has not the scope {', '.join(sorted(missing))}")
        return who


class _Visitors(Gate):
    """Lets through whoever may look at the catalogue, signed in or not."""

    def __call__(self, request: HttpRequest) -> Any | None:
        who = viewer(request)
        if who.role is not None:
            return super().__call__(request)
        if not who.may_look:
            raise SignInNeeded("This installation shows its catalogue to people who are signed in")
        return who


class _Anyone(Gate):
    """Lets everybody through: for addresses that are there for those who are not signed in yet."""

    def __call__(self, request: HttpRequest) -> Any | None:
        return viewer(request)


administrators = Gate(Role.ADMINISTRATOR)
members = Gate(Role.ADMINISTRATOR, Role.MEMBER)
people = Gate(*Role)
visitors = _Visitors(*Role)
anyone = _Anyone(*Role)
