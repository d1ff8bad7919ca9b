"""The person who asks: profile, sessions, data."""

from typing import cast

import orjson
from allauth.account.internal.flows.logout import logout
from django.http import HttpRequest, HttpResponse
from ninja import File, Router, Status
from ninja.files import UploadedFile

from matinee.accounts import queries
from matinee.accounts.actions import pictures, sessions
from matinee.accounts.actions.people import change_profile, hand_over_data, leave
from matinee.accounts.actions.phones import set_phone
from matinee.accounts.api.asking import asking
from matinee.accounts.flows.sessions import proved_recently
from matinee.accounts.models import User
from matinee.accounts.schemas.asked import ProfileChange
from matinee.accounts.schemas.told import Me, SessionItem, Sessions
from matinee.core.errors import MatineeError

router = Router(tags=["me"], by_alias=True)


class ProveItIsYou(MatineeError):
    """A sensitive deed, long after signing in."""

    status = 401
    title = "Confirm that it is you"


def shown(user: User) -> Me:
    """What a person is told of themselves."""
    return Me(
        **{name: getattr(user, name) for name in Me.model_fields if hasattr(user, name) and name != "picture"},
        picture=user.picture or None,
        email_verified=queries.has_verified_email(user),
        has_password=user.has_usable_password(),
    )


@router.get("/me", response=Me, operation_id="me", summary="Who am I?")
def me(request: HttpRequest) -> Me:
    return shown(asking(request))


@router.patch("/me", response=Me, operation_id="change_me", summary="Change my profile")
def change_me(request: HttpRequest, given: ProfileChange) -> Me:
    user = asking(request)
    change_profile(user, given.model_dump(exclude_unset=True))
    return shown(user)


@router.delete("/me", response={204: None}, operation_id="delete_me", summary="Delete my account and all that is mine")
def delete_me(request: HttpRequest) -> Status[None]:
    user = asking(request)
    _proven(request)
    leave(user)
    logout(request)
    return Status(204, None)


@router.delete("/me/phone", response=Me, operation_id="remove_my_phone", summary="Forget my phone number")
def remove_phone(request: HttpRequest) -> Me:
    user = asking(request)
    _proven(request)
    set_phone(user, "", verified=False)
    return shown(user)


@router.post("/me/picture", response=Me, operation_id="change_my_picture", summary="Give me another picture")
def change_picture(request: HttpRequest, file: File[UploadedFile]) -> Me:
    user = asking(request)
    pictures.give_picture(user, cast(bytes, file.read()))
    return shown(user)


@router.delete("/me/picture", response=Me, operation_id="remove_my_picture", summary="Remove my picture")
def remove_picture(request: HttpRequest) -> Me:
    user = asking(request)
    pictures.remove_picture(user)
    return shown(user)


@router.get("/me/export", operation_id="export_me", summary="All that is kept about me, as JSON")
def export(request: HttpRequest) -> HttpResponse:
    user = asking(request)
    body = orjson.dumps(hand_over_data(user), option=orjson.OPT_INDENT_2, default=str)
    response = HttpResponse(body, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="matinee-{user.username}.json"'
    response["Cache-Control"] = "no-store"
    return response


@router.get("/me/sessions", response=Sessions, operation_id="my_sessions", summary="Where I am signed in")
def list_sessions(request: HttpRequest) -> Sessions:
    current = current_session(request)
    return Sessions(
        items=[
            SessionItem(
                id=session.pk,
                kind="app" if getattr(session, "is_app", False) else "browser",
                device=session.user_agent,
                address=session.ip,
                created_at=session.created_at,
                last_seen_at=session.last_seen_at,
                is_current=session.pk == current,
            )
            for session in queries.sessions_of(asking(request).pk)
        ]
    )


@router.delete(
    "/me/sessions/{session_id}", response={204: None}, operation_id="end_my_session", summary="Sign out there"
)
def end_session(request: HttpRequest, session_id: int) -> Status[None]:
    sessions.end_session(asking(request), session_id)
    return Status(204, None)


@router.delete("/me/sessions", response={204: None}, operation_id="end_my_sessions", summary="Sign out everywhere else")
def end_sessions(request: HttpRequest) -> Status[None]:
    sessions.end_all_sessions(asking(request), but=current_session(request))
    return Status(204, None)


def _proven(request: HttpRequest) -> None:
    if not proved_recently(current_session(request)):
        raise ProveItIsYou(
            "Sign in anew within this session first, by /auth/browser/v1/auth/reauthenticate or its like"
        )


def current_session(request: HttpRequest) -> int | None:
    """The id of the session that this request came with; None for an API token."""
    return cast("int | None", getattr(request, "session_id", None))
