"""The deeds around people."""

from collections.abc import Mapping
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from matinee.accounts.actions.audit import note
from matinee.accounts.actions.sessions import end_all_sessions
from matinee.accounts.events import RoleChanged, UserChanged, UserJoined, UserLeft
from matinee.accounts.models import AuditAction, User
from matinee.core import events
from matinee.core.access import Role, origin
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, FieldProblem, MatineeError, NotFound
from matinee.core.personal import everything_about
from matinee.images import uploads

_DECIDES = (
    "role",
    "is_active",
    "age_cap",
    "unrated",
    "may_request",
    "may_stream",
    "may_download",
    "may_upload",
    "quotas",
)
_BCRYPT = ("$2a$", "$2b$", "$2y$")


class LastAdministrator(MatineeError):
    """Somebody has to be able to administer."""

    status = 409
    title = "Last administrator"


@deed
def create_user(
    username: str,
    password: str,
    *,
    email: str = "",
    role: Role = Role.MEMBER,
    language: str = "",
    region: str = "",
    is_hash: bool = False,
) -> User:
    """Make a person known; their e-mail address counts as verified, because whoever does this vouches for them.

    `is_hash`: `password` is a bcrypt hash from elsewhere, replaced by one of ours when they first sign in. Raises
    BadInput naming `username`, `password` or `email`.
    """
    user = User(username=username.strip(), email=email.strip().lower(), role=role, language=language, region=region)
    try:
        user.clean_fields(exclude={field.name for field in User._meta.fields} - {"username", "email"})  # noqa: SLF001
    except ValidationError as error:
        raise _bad_input(error) from None
    if is_hash:
        if not password.startswith(_BCRYPT):
            raise BadInput.at("password", "this is no bcrypt hash, which begins with $2a$, $2b$ or $2y$")
        user.password = f"bcrypt${password}"
    else:
        _set_password(user, password)
    if user.email and EmailAddress.objects.filter(email=user.email, verified=True).exists():
        raise BadInput.at("email", f"{user.email} belongs to somebody who is known already")
    try:
        with deed():
            user.save(force_insert=True)
    except IntegrityError:
        raise BadInput.at("username", f'"{user.username}" is taken') from None
    if user.email:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    note(AuditAction.PERSON_MADE, target=user.username, after={"role": role})
    events.append(UserJoined(user_id=user.pk, by=origin().user_id))
    return user


@deed
def change_password(user: User, password: str) -> None:
    """Give a person a new password, and end their sessions. Raises BadInput naming `password`."""
    _set_password(user, password)
    user.save(update_fields=["password"])
    note(AuditAction.PASSWORD_CHANGED, target=user.username)
    end_all_sessions(user)


@deed
def change_profile(user: User, values: Mapping[str, Any]) -> None:
    """What a person decides about themselves: display_name, language, region, theme, preferences, watches_together."""
    for name, value in values.items():
        setattr(user, name, value)
    user.save(update_fields=list(values))


@deed
def decide(user: User, values: Mapping[str, Any]) -> None:
    """What an administrator decides about a person. Raises LastAdministrator."""
    before = {name: getattr(user, name) for name in values}
    for name, value in values.items():
        setattr(user, name, value)
    changed = [name for name in values if before[name] != getattr(user, name)]
    if not changed:
        return
    if not (user.is_active and user.is_administrator):
        _keep_an_administrator(user)
    user.save(update_fields=changed)
    action = AuditAction.ROLE_CHANGED if "role" in changed else AuditAction.PERSON_CHANGED
    told = [name for name in changed if name in _DECIDES]
    note(
        action,
        target=user.username,
        before={name: before[name] for name in told},
        after={name: getattr(user, name) for name in told},
    )
    if "is_active" in changed and not user.is_active:
        end_all_sessions(user)
    events.append(UserChanged(user_id=user.pk))
    if "role" in changed:
        events.append(RoleChanged(user_id=user.pk, role=str(user.role)))


@deed
def delete_person(user: User) -> None:
    """Their account, and all that is theirs, is gone. Raises LastAdministrator."""
    name = _delete(user)
    note(AuditAction.PERSON_DELETED, target=name)


@deed
def leave(user: User) -> None:
    """The same, by the person themselves. Raises LastAdministrator."""
    name = _delete(user)
    note(AuditAction.ACCOUNT_DELETED, target=name)


@deed
def hand_over_data(user: User) -> dict[str, object]:
    """All that is kept about a person, by feature."""
    data = everything_about(user.pk)
    note(AuditAction.DATA_EXPORTED, actor=user)
    return data


def _delete(user: User) -> str:
    _keep_an_administrator(user)
    user_id, name, picture = user.pk, user.username, user.picture
    end_all_sessions(user)
    user.delete()
    events.append(UserLeft(user_id=user_id))
    if picture:
        transaction.on_commit(lambda: uploads.forget(picture))
    return name


def find_user(username: str) -> User:
    """Raises NotFound."""
    user = User.objects.filter(username__iexact=username).first()
    if user is None:
        raise NotFound(f'There is no user "{username}"')
    return user


def _keep_an_administrator(user: User) -> None:
    # All of them locked, so that two administrators cannot remove each other at the same moment.
    active = User.objects.select_for_update().filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk")
    if [administrator.pk for administrator in active] == [user.pk]:
        raise LastAdministrator("This is the last administrator. Make somebody else one first")


def _set_password(user: User, password: str) -> None:
    password = password.strip()  # as at every door of the flows, where it will be typed
    try:
        validate_password(password, user)
    except ValidationError as error:
        weak = tuple(FieldProblem("password", one.messages[0], one.code or "") for one in error.error_list)
        raise BadInput(" ".join(error.messages), fields=weak) from None
    user.set_password(password)


def _bad_input(error: ValidationError) -> BadInput:
    fields = tuple(FieldProblem(name, text) for name, texts in error.message_dict.items() for text in texts)
    return BadInput("; ".join(f"{field.field}: {field.message}" for field in fields), fields=fields)
