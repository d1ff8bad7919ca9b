"""Who is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower

from matinee.accounts.models import ApiToken, AuditEntry, RefreshToken, User
from matinee.core.access import Role, Viewer
from matinee.core.errors import NotFound
from matinee.core.personal import personal

PAGE = 50
_TOLD = (
    "username", "display_name", "email", "phone", "phone_verified", "role", "language", "region", "theme",
    "preferences", "watches_together", "may_request", "may_stream", "may_download", "may_upload", "quotas", "age_cap",
    "unrated", "picture", "created_at", "last_login",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Some of the people, by name."""

    items: list[User]
    total: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


def users() -> list[User]:
    """Everybody, by name."""
    return list(User.objects.order_by("username"))


def administrators() -> list[UUID]:
    """Whoever administrates and may come in."""
    return list(
        User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk").values_list("pk", flat=True)
    )


def person(user_id: UUID | None) -> User:
    """Raises NotFound."""
    found = User.objects.filter(pk=user_id).first() if user_id else None
    if found is None:
        raise NotFound("There is no such person")
    return found


def company(user_id: UUID, usernames: Sequence[str]) -> list[Viewer]:
    """What these people would meet in the catalogue, each once, with whom that person looks for something to watch.

    Raises NotFound naming the first who is not here, may not come in or does not want to be asked for, all alike.
    """
    open_to_it = Q(watches_together=True) | Q(pk=user_id)
    named = User.objects.alias(name=Lower("username")).filter(name__in=[name.lower() for name in usernames])
    found = {user.username.lower(): user for user in named.filter(open_to_it, is_active=True)}
    if missing := [name for name in usernames if name.lower() not in found]:
        raise NotFound(f"There is nobody called {missing[0]} with whom you could look for something to watch")
    return [
        Viewer(user_id=user.pk, role=Role(user.role), age_cap=user.age_cap, unrated=user.unrated)
        for user in dict.fromkeys(found[name.lower()] for name in usernames)
    ]


def people(search: str = "", role: Role | None = None, page: int = 1) -> PeoplePage:
    """Whoever has `search` in a name or address."""
    found = User.objects.order_by("username")
    if search:
        in_name = Q(username__icontains=search) | Q(display_name__icontains=search)
        found = found.filter(in_name | Q(email__icontains=search))
    if role:
        found = found.filter(role=role)
    return PeoplePage(list(found[(page - 1) * PAGE : page * PAGE]), found.count(), page)


def has_verified_email(user: User) -> bool:
    """Whether the primary address is known to be theirs."""
    return bool(user.email) and EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()


def sessions_of(user_id: UUID) -> list[UserSession]:
    """Their sign-ins that still hold, the latest used first; `is_app` says whether it is a program's."""
    of_program = Exists(RefreshToken.objects.filter(family=OuterRef("pk")))
    return [
        session
        for session in UserSession.objects.filter(user=user_id).annotate(is_app=of_program).order_by("-last_seen_at")
        if session.exists()
    ]


@personal("account")
def _account(user_id: UUID) -> object:
    user = person(user_id)
    return {
        **{name: getattr(user, name) for name in _TOLD},
        "email_addresses": list(EmailAddress.objects.filter(user=user).values("email", "verified", "primary")),
        "sessions": list(
            UserSession.objects.filter(user=user).values("ip", "user_agent", "created_at", "last_seen_at")
        ),
        "api_tokens": list(ApiToken.objects.filter(user=user).values("name", "scopes", "created_at", "expires_at")),
        "second_factors": list(Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")),
        "linked_accounts": list(SocialAccount.objects.filter(user=user).values("provider", "uid", "date_joined")),
        "security_log": list(
            AuditEntry.objects.filter(actor_id=user_id)
            .order_by("id")
            .values("at", "action", "target", "address", "device")
        ),
    }
