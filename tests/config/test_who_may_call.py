"""Every address of the program, and what each kind of visitor gets there. An address that is not in the table fails.

The visitors: anonymous, gus the guest, alice the member (whose the objects are), bob the other member, root the
administrator. A request carries no body: whoever is let in to change something is told (400) what is missing.
"""

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from matinee.accounts import policies
from matinee.accounts.actions import credentials, invitations
from matinee.accounts.models import User
from matinee.catalog.models import Title
from matinee.config.api import api
from matinee.core.access import Role, Scope
from matinee.core.models import Event, Setting
from matinee.library import actions as library
from matinee.library.actions import What, watch
from matinee.library.models import ImportRun
from matinee.notifications.models import Kind, Notification
from tests.accounts.cast import PASSWORD, Browser, Program, Visitor, person

pytestmark = pytest.mark.django_db

VISITORS = ("anonymous", "gus", "alice", "bob", "root")
Expected = tuple[int, int, int, int, int]


def everybody(status: int) -> Expected:
    """Signed in or not."""
    return (status,) * 5


def people(status: int) -> Expected:
    """Whoever is signed in."""
    return 401, status, status, status, status


def administrators(status: int) -> Expected:
    """Root alone."""
    return 401, 403, 403, 403, status


def owner(status: int) -> Expected:
    """Alice alone. For the others, administrators too, it is not there."""
    return 401, 404, status, 404, 404


def strangers(status: int, others: int) -> Expected:
    """The first for those who are not signed in."""
    return status, others, others, others, others


CATALOGUE: dict[str, Expected] = {  # open to visitors, unless an administrator decides otherwise
    "GET api/v1/movies": everybody(200),
    "GET api/v1/movies/trending": everybody(200),
    "GET api/v1/movies/popular": everybody(200),
    "GET api/v1/movies/top-rated": everybody(200),
    "GET api/v1/movies/upcoming": everybody(200),
    "GET api/v1/movies/now-playing": everybody(200),
    "GET api/v1/movies/<ref>": everybody(404),
    "GET api/v1/tv": everybody(200),
    "GET api/v1/tv/trending": everybody(200),
    "GET api/v1/tv/popular": everybody(200),
    "GET api/v1/tv/top-rated": everybody(200),
    "GET api/v1/tv/airing-today": everybody(200),
    "GET api/v1/tv/on-the-air": everybody(200),
    "GET api/v1/tv/<ref>": everybody(404),
    "GET api/v1/tv/<ref>/seasons/<number>": everybody(404),
    "GET api/v1/tv/<ref>/seasons/<number>/episodes/<episode>": everybody(404),
    "GET api/v1/people/popular": everybody(200),
    "GET api/v1/people/<ref>": everybody(404),
    "GET api/v1/movies/<ref>/reviews": everybody(404),
    "GET api/v1/tv/<ref>/reviews": everybody(404),
    "GET api/v1/titles/<title_id>/reviews": everybody(404),
    "GET api/v1/shared/watchlists/<link>": everybody(200),
    "GET api/v1/genres": everybody(200),
    "GET api/v1/collections/<ref>": everybody(404),
    "GET api/v1/lists": everybody(200),
    "GET api/v1/lists/<slug>": everybody(404),
    "GET api/v1/search": everybody(400),
    "GET api/v1/search/suggest": everybody(400),
    "GET api/v1/resolve": everybody(400),
    "GET img/<str:kind>/<str:size>/<str:name>": everybody(404),
}

TABLE: dict[str, Expected] = {
    # This installation
    "GET health/live": everybody(200),
    "GET health/ready": everybody(200),
    "GET metrics": everybody(403),  # for whoever has the token of the metrics
    "GET api/v1/about": everybody(200),
    "GET api/v1/": everybody(404),
    "GET api/v1/openapi.json": everybody(200),
    "GET api/v1/auth/openapi.json": everybody(200),
    "GET api/v1/auth/openapi.yaml": everybody(200),
    "GET api/v1/docs": everybody(200),
    "GET api/v1/docs/<str:name>": everybody(200),
    "GET api/v1/connections": administrators(200),
    "POST api/v1/connections/<name>/test": administrators(404),
    "GET api/v1/setup": everybody(200),
    "POST api/v1/setup": everybody(400),
    # Me
    "GET api/v1/me": people(200),
    "PATCH api/v1/me": people(400),
    "DELETE api/v1/me": (401, 204, 204, 204, 409),  # somebody has to administrate
    "DELETE api/v1/me/phone": people(200),
    "POST api/v1/me/picture": people(400),
    "DELETE api/v1/me/picture": people(200),
    "GET api/v1/me/export": people(200),
    "GET api/v1/me/sessions": people(200),
    "DELETE api/v1/me/sessions": people(204),
    "DELETE api/v1/me/sessions/<session_id>": owner(204),
    "GET api/v1/me/tokens": people(200),
    "POST api/v1/me/tokens": people(400),
    "DELETE api/v1/me/tokens/<token_id>": owner(204),
    # What I love
    "GET api/v1/me/favorites": people(200),
    "PUT api/v1/me/favorites/<noun>/<ref>": people(400),
    "GET api/v1/me/ratings": people(200),
    "GET api/v1/me/dismissals": people(200),
    "GET api/v1/me/opinions/choices": people(200),
    "GET api/v1/me/opinions/<noun>/<ref>": people(400),
    "PATCH api/v1/me/opinions/<noun>/<ref>": people(400),
    # What I bring along and take away
    "GET api/v1/imports": people(200),
    "POST api/v1/imports": people(400),
    "GET api/v1/imports/<import_id>": owner(200),
    "DELETE api/v1/imports/<import_id>": owner(204),
    "GET api/v1/imports/<import_id>/rows": owner(200),
    "PATCH api/v1/imports/<import_id>/rows/<row_id>": people(400),
    "POST api/v1/imports/<import_id>/apply": owner(409),
    "POST api/v1/imports/<import_id>/stop": owner(204),
    "POST api/v1/imports/<import_id>/undo": owner(409),
    "GET api/v1/exports": people(200),
    "GET api/v1/exports/<name>": people(404),
    "DELETE api/v1/me/favorites/<noun>/<ref>": people(400),
    "GET api/v1/me/marks": people(400),
    "GET api/v1/me/activity": people(200),
    "GET api/v1/me/stats": people(200),
    "GET api/v1/me/recommendations": people(200),
    "GET api/v1/recommendations/together": people(400),
    "GET api/v1/<noun>/<ref>/similar": everybody(400),
    "POST api/v1/me/activity/<activity_id>/undo": people(400),
    "GET api/v1/me/links/trakt": people(200),
    "POST api/v1/me/links/trakt": people(409),  # no administrator has set it up here
    "DELETE api/v1/me/links/trakt": people(404),
    "POST api/v1/me/links/trakt/sync": people(409),
    "GET api/v1/favorites": everybody(200),
    "GET api/v1/<noun>/<ref>/opinions": everybody(400),
    # Lists
    "GET api/v1/watchlists": people(200),
    "POST api/v1/watchlists": people(400),
    "GET api/v1/watchlists/<watchlist_id>": owner(200),
    "PATCH api/v1/watchlists/<watchlist_id>": people(400),
    "DELETE api/v1/watchlists/<watchlist_id>": owner(204),
    "POST api/v1/watchlists/<watchlist_id>/restore": people(404),  # it is there
    "GET api/v1/watchlists/<watchlist_id>/items": owner(200),
    "PUT api/v1/watchlists/<watchlist_id>/items": people(400),
    "PUT api/v1/watchlists/<watchlist_id>/items/<noun>/<ref>": people(400),
    "PATCH api/v1/watchlists/<watchlist_id>/items/<title_id>": people(400),
    "DELETE api/v1/watchlists/<watchlist_id>/items/<title_id>": people(404),
    "GET api/v1/watchlists/<watchlist_id>/members": owner(200),
    "POST api/v1/watchlists/<watchlist_id>/members": people(400),
    "PATCH api/v1/watchlists/<watchlist_id>/members/<member_id>": people(400),
    "DELETE api/v1/watchlists/<watchlist_id>/members/<member_id>": owner(204),
    "PUT api/v1/watchlists/<watchlist_id>/membership": people(404),  # for whoever is invited
    "DELETE api/v1/watchlists/<watchlist_id>/membership": people(404),
    "GET api/v1/me/watchlists/<noun>/<ref>": people(400),
    # Reviews
    "GET api/v1/me/reviews": people(200),
    "GET api/v1/me/reviews/<noun>/<ref>": people(400),
    "PUT api/v1/me/reviews/<noun>/<ref>": people(400),
    "DELETE api/v1/me/reviews/<noun>/<ref>": people(400),
    "POST api/v1/me/reviews/<noun>/<ref>/restore": people(400),
    "POST api/v1/reviews/preview": people(400),
    "PUT api/v1/reviews/<review_id>/helpful": (401, 200, 403, 200, 200),  # not one's own
    "DELETE api/v1/reviews/<review_id>/helpful": people(200),
    "PUT api/v1/reviews/<review_id>/hidden": administrators(400),
    "DELETE api/v1/reviews/<review_id>/hidden": administrators(204),
    # What I watch
    "GET api/v1/me/history": people(200),
    "GET api/v1/me/history/kinds": people(200),
    "POST api/v1/me/viewings/remove": people(400),
    "DELETE api/v1/me/viewings/<viewing_id>": owner(200),
    "POST api/v1/me/viewings/<noun>/<ref>": people(400),
    "POST api/v1/me/viewings/<noun>/<ref>/dated": people(400),
    "DELETE api/v1/me/viewings/<noun>/<ref>": people(400),
    "GET api/v1/me/standings": people(400),
    "GET api/v1/me/standings/<noun>/<ref>": people(400),
    "PUT api/v1/me/standings/<noun>/<ref>": people(400),
    "GET api/v1/me/standings/tv/<ref>/seasons/<number>": people(404),
    "PUT api/v1/me/progress/<noun>/<ref>": people(400),
    "GET api/v1/me/next-up": people(200),
    "GET api/v1/me/calendar": people(400),
    "GET api/v1/me/calendar/link": people(200),
    "POST api/v1/me/calendar/link": people(201),
    "DELETE api/v1/me/calendar/link": people(204),
    "GET api/v1/calendar/<secret>.ics": everybody(404),
    "GET api/v1/notifications": people(200),
    "POST api/v1/notifications/read": people(400),
    "POST api/v1/notifications/unread": people(400),
    "DELETE api/v1/notifications/<notification_id>": owner(204),
    "GET api/v1/me/notification-preferences": people(200),
    "PUT api/v1/me/notification-preferences/<kind>": people(400),
    # Administration
    "GET api/v1/users": administrators(200),
    "POST api/v1/users": administrators(400),
    "GET api/v1/users/<user_id>": administrators(200),
    "PATCH api/v1/users/<user_id>": administrators(400),
    "DELETE api/v1/users/<user_id>": administrators(204),
    "PUT api/v1/users/<user_id>/password": administrators(400),
    "DELETE api/v1/users/<user_id>/sessions": administrators(204),
    "GET api/v1/invitations": administrators(200),
    "POST api/v1/invitations": administrators(400),
    "DELETE api/v1/invitations/<invitation_id>": administrators(204),
    "GET api/v1/settings/accounts": administrators(200),
    "PUT api/v1/settings/accounts": administrators(400),
    "GET api/v1/settings/mail": administrators(200),
    "PUT api/v1/settings/mail": administrators(400),
    "POST api/v1/settings/mail/test": administrators(400),
    "GET api/v1/settings/sms": administrators(200),
    "PUT api/v1/settings/sms": administrators(400),
    "POST api/v1/settings/sms/test": administrators(400),
    "GET api/v1/settings/tmdb": administrators(200),
    "PUT api/v1/settings/tmdb": administrators(400),
    "DELETE api/v1/settings/tmdb": administrators(204),
    "POST api/v1/settings/tmdb/test": administrators(400),
    "GET api/v1/settings/trakt": administrators(200),
    "PUT api/v1/settings/trakt": administrators(400),
    "DELETE api/v1/settings/trakt": administrators(204),
    "POST api/v1/settings/trakt/test": administrators(400),
    "GET api/v1/identity-providers": administrators(200),
    "POST api/v1/identity-providers": administrators(400),
    "PATCH api/v1/identity-providers/<provider_id>": administrators(400),
    "DELETE api/v1/identity-providers/<provider_id>": administrators(404),
    "POST api/v1/identity-providers/<provider_id>/test": administrators(404),
    "GET api/v1/audit": administrators(200),
    "GET api/v1/audit.csv": administrators(200),
    "POST api/v1/audit/verify": administrators(200),
    # Where providers send people back to; none is set up here, which a page of the client says
    "GET accounts/<slug:provider_id>/login/callback/": everybody(302),
}

FLOWS: dict[str, Expected] = {
    # Coming in
    "GET config": everybody(200),
    "GET auth/session": people(200),
    "DELETE auth/session": everybody(401),  # allauth's way to say that nobody is signed in any more
    "POST auth/login": everybody(400),
    "POST auth/signup": everybody(400),
    "POST auth/code/request": everybody(400),
    "POST auth/code/confirm": everybody(409),
    "POST auth/code/resend": everybody(409),
    "POST auth/password/request": everybody(400),
    "GET auth/password/reset": everybody(409),
    "POST auth/password/reset": everybody(409),
    "GET auth/email/verify": everybody(409),
    "POST auth/email/verify": everybody(409),
    "POST auth/email/verify/resend": everybody(409),
    "POST auth/phone/verify": everybody(409),
    "POST auth/phone/verify/resend": everybody(409),
    "GET auth/provider/signup": everybody(409),
    "POST auth/provider/signup": everybody(409),
    "POST auth/provider/redirect": everybody(302),
    "POST auth/provider/token": everybody(400),
    "POST auth/2fa/authenticate": everybody(401),
    "GET auth/webauthn/authenticate": everybody(401),
    "POST auth/webauthn/authenticate": everybody(401),
    "GET auth/webauthn/login": everybody(200),
    "POST auth/webauthn/login": everybody(400),
    # Once in
    "POST auth/reauthenticate": people(400),
    "POST auth/2fa/reauthenticate": people(400),
    "GET auth/webauthn/reauthenticate": people(200),
    "POST auth/webauthn/reauthenticate": people(400),
    "POST account/password/change": people(400),
    "GET account/email": people(200),
    "POST account/email": strangers(409, 400),
    "PUT account/email": people(400),
    "PATCH account/email": people(400),
    "DELETE account/email": people(400),
    "GET account/phone": people(200),
    "POST account/phone": strangers(409, 400),
    "GET account/providers": people(200),
    "DELETE account/providers": people(400),
    "GET account/authenticators": people(200),
    "GET account/authenticators/totp": people(404),
    "POST account/authenticators/totp": people(400),
    "DELETE account/authenticators/totp": people(200),
    "GET account/authenticators/recovery-codes": people(404),
    "POST account/authenticators/recovery-codes": people(400),
    "GET account/authenticators/webauthn": people(200),
    "POST account/authenticators/webauthn": people(400),
    "PUT account/authenticators/webauthn": people(400),
    "DELETE account/authenticators/webauthn": people(400),
    "GET auth/sessions": people(200),
    "DELETE auth/sessions": people(400),
}

APPS: dict[str, Expected] = {
    "POST tokens/refresh": everybody(400),
}


def whole_table() -> dict[str, Expected]:
    """With the flows as browsers and as programs reach them."""
    flows = {"browser": FLOWS, "app": FLOWS | APPS}
    return (
        CATALOGUE
        | TABLE
        | {
            route.replace(" ", f" api/v1/auth/{client}/v1/"): row
            for client in flows
            for route, row in flows[client].items()
        }
    )


def routes() -> Iterator[str]:
    """Method and pattern of every address: of Django's resolver, with the methods that Ninja and allauth know."""
    known = {
        (f"api/v1{router.prefix}{path}").replace("{", "<").replace("}", ">"): [
            method for operation in view.operations for method in operation.methods
        ]
        for router in api._get_bound_routers()
        for path, view in router.path_operations.items()
    }
    for pattern, view in patterns(get_resolver().url_patterns):
        for method in known.get(pattern) or methods_of(view):
            yield f"{method} {pattern}"


def patterns(entries: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Each pattern in full, with its view."""
    for entry in entries:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from patterns(entry.url_patterns, pattern)
        else:
            yield pattern, entry.callback


def methods_of(view: Callable[..., Any]) -> list[str]:
    """Of a class's methods; a plain function is asked with GET."""
    kind = getattr(view, "view_class", None)
    return [name.upper() for name in ("get", "post", "put", "patch", "delete") if hasattr(kind, name)] or ["GET"]


@dataclass(frozen=True, slots=True)
class House:
    """Everybody at their browsers and with their programs; `objects` fill the places in patterns."""

    browsers: dict[str, Visitor]
    programs: dict[str, Visitor]
    objects: dict[str, str]

    def status(self, name: str, route: str) -> int:
        """What that visitor gets; whatever it does is undone."""
        method, address = route.split(" ", 1)
        for place, value in self.objects.items():
            address = address.replace(place, value)
        visitors = self.programs if "/auth/app/" in address else self.browsers
        with transaction.atomic():
            response = copy.deepcopy(visitors[name]).send(method, f"/{address}")
            transaction.set_rollback(True)
        return response.status_code


@pytest.fixture
def house() -> House:
    """With an object of alice's at every address that has one."""
    users = {name: person(name) for name in VISITORS[1:]}
    film = Title.objects.create(kind="movie", name="A Trip to the Moon", original_name="", language="en")
    watched = watch(users["alice"].pk, film, What())
    token, _ = credentials.make_api_token(users["alice"], "her script", {Scope.READ})
    invitation, _ = invitations.invite(users["root"], role=Role.MEMBER)
    told = Notification.objects.create(
        user=users["alice"], event=Event.objects.latest("id"), kind=Kind.ROLE_CHANGED, created_at=timezone.now()
    )
    film = Title.objects.create(kind="movie", name="Reel", original_name="Reel", language="en")
    review = library.publish_review(users["alice"].pk, film.pk, "Good.", library.Change())
    watchlist = library.make_watchlist(users["alice"].pk, "For Sunday", public=True)
    invited = library.invite(users["alice"].pk, watchlist.pk, "nobody", may_edit=False)
    brought = ImportRun.objects.create(
        user=users["alice"], format="imdb", file_name="ratings.csv", state="ready", created_at=timezone.now()
    )
    browsers: dict[str, Visitor] = {name: Browser() for name in VISITORS}
    programs: dict[str, Visitor] = {name: Program() for name in VISITORS}
    for name in users:
        for visitor in (browser := Browser(), program := Program()):
            assert visitor.sign_in(name).status_code == 200
            assert visitor.post(f"{visitor.flows}/auth/reauthenticate", {"password": PASSWORD}).status_code == 200
        browsers[name], programs[name] = browser, program
    objects = {
        "<session_id>": str(UserSession.objects.filter(user=users["alice"]).latest("pk").pk),
        "<token_id>": str(token.pk),
        "<notification_id>": str(told.pk),
        "<viewing_id>": str(watched.viewings[0].pk),
        "<kind>": str(Kind.ROLE_CHANGED),
        "<import_id>": str(brought.pk),
        "<row_id>": "1",
        "<user_id>": str(users["alice"].pk),
        "<invitation_id>": str(invitation.pk),
        "<watchlist_id>": str(watchlist.pk),
        "<member_id>": str(invited.pk),
        "<link>": str(watchlist.link),
        "<review_id>": str(review.pk),
        "<title_id>": "999999",
        "<provider_id>": str(uuid4()),
        "<slug:provider_id>": "nobody",
        "docs/<str:name>": "docs/favicon.svg",
        "<str:kind>/<str:size>/<str:name>": "poster/w92/drawn-none.jpg",
        "<ref>": "999999",
        "<slug>": "none",
        "<name>": "none",
        "<number>": "1",
        "<episode>": "1",
    }
    return House(browsers, programs, objects)


def test_every_address_is_in_the_table() -> None:
    assert set(routes()) == set(whole_table())


@pytest.mark.parametrize("name", VISITORS)
def test_each_visitor_gets_what_the_table_says(house: House, name: str) -> None:
    column = VISITORS.index(name)
    expected = {route: row[column] for route, row in whole_table().items()}

    assert {route: house.status(name, route) for route in expected} == expected


def test_a_catalogue_that_is_closed_to_visitors_is_closed_at_every_address(house: House) -> None:
    Setting.objects.create(name="accounts", value={"visitors_may_look": False})
    policies.forget()

    assert {route: house.status("anonymous", route) for route in CATALOGUE} == dict.fromkeys(CATALOGUE, 401)
    assert {route: house.status("bob", route) for route in CATALOGUE} == {key: row[3] for key, row in CATALOGUE.items()}


def test_an_administrators_token_for_reading_changes_and_administrates_nothing(house: House) -> None:
    root = User.objects.get(username="root")
    _, text = credentials.make_api_token(root, "a dashboard", {Scope.READ})
    house.browsers["root"] = Program(access=text)
    behind_a_gate = [route for route, row in TABLE.items() if row[0] == 401]
    changing = [route for route in behind_a_gate if not route.startswith("GET ")]
    administrating = [route for route in behind_a_gate if TABLE[route][1] == 403]

    refused = {route: house.status("root", route) for route in {*changing, *administrating}}

    assert refused == dict.fromkeys(refused, 403)
    assert house.status("root", "GET api/v1/me") == 200
