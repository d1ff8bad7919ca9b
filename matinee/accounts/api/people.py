"""The people of this installation, for administrators."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from matinee.accounts import queries
from matinee.accounts.actions import people as deeds
from matinee.accounts.actions.sessions import end_all_sessions
from matinee.accounts.models import User
from matinee.accounts.schemas.asked import NewPassword, NewPerson, PeopleQuery, PersonChange
from matinee.accounts.schemas.told import People, Person
from matinee.core.access import administrators

router = Router(tags=["users"], by_alias=True, auth=administrators)


def _shown(user: User) -> Person:
    return Person(
        **{name: getattr(user, name) for name in Person.model_fields if name != "picture"}, picture=user.picture or None
    )


@router.get("/users", response=People, operation_id="users", summary="Who is known")
def list_people(request: HttpRequest, query: Query[PeopleQuery]) -> People:
    found = queries.people(query.search, query.role, query.page)
    return People(items=[_shown(user) for user in found.items], total=found.total, page=found.page, pages=found.pages)


@router.post("/users", response={201: Person}, operation_id="make_user", summary="Make a person known")
def make_person(request: HttpRequest, given: NewPerson) -> Status[Person]:
    return Status(201, _shown(deeds.create_user(given.username, given.password, email=given.email, role=given.role)))


@router.get("/users/{user_id}", response=Person, operation_id="user", summary="One person")
def show_person(request: HttpRequest, user_id: UUID) -> Person:
    return _shown(queries.person(user_id))


@router.patch("/users/{user_id}", response=Person, operation_id="change_user", summary="Decide what a person may")
def change_person(request: HttpRequest, user_id: UUID, given: PersonChange) -> Person:
    user = queries.person(user_id)
    deeds.decide(user, given.model_dump(exclude_unset=True))
    return _shown(user)


@router.delete("/users/{user_id}", response={204: None}, operation_id="delete_user", summary="Delete a person")
def delete_person(request: HttpRequest, user_id: UUID) -> Status[None]:
    deeds.delete_person(queries.person(user_id))
    return Status(204, None)


@router.put("/users/{user_id}/password", response={204: None}, operation_id="set_user_password", summary="New password")
def set_password(request: HttpRequest, user_id: UUID, given: NewPassword) -> Status[None]:
    deeds.change_password(queries.person(user_id), given.password)
    return Status(204, None)


@router.delete("/users/{user_id}/sessions", response={204: None}, operation_id="end_user_sessions", summary="Sign out")
def end_sessions(request: HttpRequest, user_id: UUID) -> Status[None]:
    end_all_sessions(queries.person(user_id))
    return Status(204, None)
