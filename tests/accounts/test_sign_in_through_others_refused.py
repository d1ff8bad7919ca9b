"""Everything that can go wrong on the way to a provider and back: each is told on a page, and lets nobody in."""

from collections.abc import Callable

import pytest
import structlog
from allauth.socialaccount.models import SocialAccount
from django.test import Client as Tab

from matinee.accounts.models import AuditEntry, User
from matinee.core.settings import Settings
from tests.accounts.cast import Browser
from tests.accounts.vouched import KINDS, House, pending
from tests.identity_world import BOB, CAROL, OidcProvider
from tests.identity_world.failures import (
    Failure,
    elsewhere,
    empty,
    html,
    huge,
    id_token,
    members,
    of,
    reset,
    returned,
    silent,
    status,
    truncated,
    unsigned_id_token,
    wrong_state,
)
from tests.identity_world.journey import BACK, Arrival, arrive, leave, travel, visit
from tests.identity_world.keys import stranger
from tests.identity_world.oidc import DISCOVERY, JWKS, TOKEN, USERINFO

TROUBLED = ("unreachable", "unbelievable", "refused")  # the words of the page when it was the provider


def turned_away(arrival: Arrival, *words: str) -> bool:
    """A page that says so, with one of these words or else "unknown"; nobody signed in, nobody made."""
    nobody = not SocialAccount.objects.exists() and User.objects.count() == 1
    return arrival.error in (words or ("unknown",)) and not arrival.is_signed_in and not pending(arrival) and nobody


# --- the person, and others on the way ---


@pytest.mark.parametrize("kind", KINDS)
def test_a_denied_consent_is_said(house: House, kind: str) -> None:
    slug = house.slug(kind)
    house.world.sign_in_as(BOB, consent="deny")

    arrival = travel(Tab(), slug, house.provider(kind))

    assert turned_away(arrival, "cancelled")
    assert arrival.page == BACK


@pytest.mark.parametrize("kind", ["oidc", "facebook"])
@pytest.mark.parametrize(
    ("back", "word"),
    [
        (wrong_state(), "unknown"),
        (returned(state=None), "unknown"),
        (returned(code=None), "unknown"),
        (returned(code="made-up"), "refused"),
        (returned(code=""), "refused"),
    ],
    ids=["wrong state", "no state", "no code", "made-up code", "empty code"],
)
def test_a_wrong_way_back_is_refused(house: House, kind: str, back: Failure, word: str) -> None:
    house.provider(kind).fail(back, "*auth*", times=1)

    assert turned_away(house.come(kind, BOB), word)


@pytest.mark.parametrize("kind", ["oidc", "github"])
def test_a_way_back_is_good_once_and_in_the_browser_that_left(house: House, kind: str) -> None:
    bob, slug = Tab(), house.slug(kind)
    house.world.sign_in_as(BOB)
    back = visit(leave(bob, slug))

    assert turned_away(arrive(Tab(), back))
    assert pending(arrive(bob, back)) == {"provider_signup"}
    assert arrive(bob, back).error == "unknown"


def test_a_code_that_another_browser_was_given_is_not_taken(house: House) -> None:
    bob, mallory, slug = Tab(), Tab(), house.slug("oidc")
    house.world.sign_in_as(BOB)
    stolen = visit(leave(bob, slug)).partition("code=")[2].partition("&")[0]
    house.world.sign_in_as(CAROL)
    house.world.oidc.fail(returned(code=stolen), "/authorize", times=1)

    assert turned_away(travel(mallory, slug, house.world.oidc), "refused")


def test_a_way_back_is_not_good_for_another_provider(house: House) -> None:
    bob, slug, github = Tab(), house.slug("oidc"), house.slug("github")
    house.world.sign_in_as(BOB)
    back = visit(leave(bob, slug))

    assert turned_away(arrive(bob, back.replace(f"/accounts/{slug}/", f"/accounts/{github}/")))


def test_nobody_leaves_for_a_provider_that_is_not_offered(house: House) -> None:
    house.offer("oidc")

    for name in ("nobody", "openid_connect", "google", "twitter_oauth2", "x" * 5000, "a\0b"):
        assert turned_away(arrive(Tab(), leave(Tab(), name))), name
    assert turned_away(arrive(Tab(), "/accounts/nobody/login/callback/?code=a&state=b"))


def test_nobody_is_sent_on_to_a_foreign_page(house: House) -> None:
    browser = Browser(client=Tab(enforce_csrf_checks=True))
    browser.headers()
    form = {
        "provider": house.slug("oidc"),
        "process": "login",
        "callback_url": "https://mallory.example/",
        "csrfmiddlewaretoken": browser.client.cookies["csrftoken"].value,
    }

    answer = browser.client.post(f"{browser.flows}/auth/provider/redirect", form)

    assert answer["Location"].startswith("http://testserver/sign-in/error?")


def test_another_site_cannot_send_somebody_off_to_sign_in(house: House) -> None:
    form = {"provider": house.slug("oidc"), "process": "login", "callback_url": "http://testserver/"}

    answer = Tab(enforce_csrf_checks=True).post("/api/v1/auth/browser/v1/auth/provider/redirect", form)

    assert answer.status_code == 403


def test_a_failed_sign_in_is_audited_but_not_a_visit_out_of_nowhere_nor_a_change_of_mind(house: House) -> None:
    slug, oidc = house.slug("oidc"), house.world.oidc
    arrive(Tab(), f"/accounts/{slug}/login/callback/?code=a&state=b")
    house.world.sign_in_as(BOB, consent="deny")
    travel(Tab(), slug, oidc)
    failures = AuditEntry.objects.filter(action="sign_in_failed")
    assert not failures.exists()

    oidc.fail(status(500), TOKEN)
    house.come("oidc", BOB)

    assert failures.get().target == "through Household"


# --- providers in trouble ---

MEMBERS = ("id", "sub", "data", "access_token", "issuer", "keys")
SHAPES: dict[str, Failure] = {
    "a list": of([]),
    "null": of(None),
    "a text": of("hello"),
    "no members": of({}),
    "no values": of(dict.fromkeys(MEMBERS)),
    "lists for values": of({name: [] for name in MEMBERS}),
}
ANSWERS = {
    "google": {"/token": ["a list", "null"], "/oauth2/v3/certs": ["a list", "lists for values"]},
    "github": {"/user": ["a list", "null", "no values"], "/user/emails": ["a text", "no values"]},
    "facebook": {"/v*/oauth/access_token": ["a list"], "/v*/me": ["a list", "null", "no members", "no values"]},
    "x": {"/2/users/me": ["a list", "a text", "no members", "no values", "lists for values"]},
    "oidc": {
        DISCOVERY: list(SHAPES),
        TOKEN: ["a text", "no members", "lists for values"],
        JWKS: ["a text", "no values", "lists for values"],
        USERINFO: ["a list", "null", "no members", "no values"],
    },
}
TROUBLES: dict[str, Failure] = {
    "an error": status(500), "a refusal": status(403), "a page": html(), "nothing": empty(),
    "half an answer": truncated(), "a reset": reset(), "20 MB": huge(),
    "a private address": elsewhere("http://10.0.0.1/"), "round and round": elsewhere(DISCOVERY),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_that_makes_no_sense_is_told_of(house: House, kind: str, settings_now: Settings) -> None:
    settings_now.breaker_failures = 1000
    for path, shapes in ANSWERS[kind].items():
        for shape in shapes:
            with house.provider(kind).failing(SHAPES[shape], path):
                assert turned_away(house.come(kind, BOB), *TROUBLED), (path, shape)

    assert pending(house.come(kind, BOB)) == {"provider_signup"}


@pytest.mark.parametrize(("kind", "path"), [("oidc", DISCOVERY), ("github", "/user")])
def test_a_provider_in_trouble_is_told_of(house: House, kind: str, path: str, settings_now: Settings) -> None:
    settings_now.breaker_failures = 1000
    for trouble, failure in TROUBLES.items():
        with house.provider(kind).failing(failure, path):
            assert turned_away(house.come(kind, BOB), *TROUBLED), trouble


def test_a_provider_that_never_answers_is_not_waited_for(house: House, settings_now: Settings) -> None:
    settings_now.http_visitor_timeout = 0.1
    house.provider("oidc").fail(silent(), USERINFO)

    assert turned_away(house.come("oidc", BOB), "unreachable")


@pytest.mark.parametrize("kind", KINDS)
def test_a_provider_that_is_off_when_the_person_comes_back_is_told_of(house: House, kind: str) -> None:
    bob, slug = Tab(), house.slug(kind)
    house.world.sign_in_as(BOB)
    back = visit(leave(bob, slug))
    house.provider(kind).unplug()

    arrival = arrive(bob, back)

    assert turned_away(arrival, "unreachable")
    assert arrival.page == BACK


def test_an_issuer_that_is_off_is_told_of_at_the_start(house: House) -> None:
    slug = house.slug("oidc")
    house.world.oidc.unplug()

    assert turned_away(arrive(Tab(), leave(Tab(), slug)), "unreachable")


def test_a_provider_that_failed_often_is_left_alone_for_a_while(house: House, settings_now: Settings) -> None:
    settings_now.breaker_failures = 3
    house.provider("oidc").fail(status(500), DISCOVERY)
    before = len(house.world.oidc.asked(DISCOVERY))
    for _ in range(6):
        assert turned_away(house.come("oidc", BOB), "unreachable")

    assert len(house.world.oidc.asked(DISCOVERY)) == before + 3


# --- providers that lie ---

Lie = tuple[str, Callable[[OidcProvider], Failure]]
LIES: dict[str, Lie] = {
    "another key": (TOKEN, lambda oidc: id_token(stranger(oidc.keys.current.kid))),
    "no signature": (TOKEN, lambda _oidc: unsigned_id_token()),
    "another nonce": (TOKEN, lambda oidc: id_token(oidc.keys.current, nonce="replayed")),
    "another issuer": (TOKEN, lambda oidc: id_token(oidc.keys.current, iss="https://elsewhere.example")),
    "no id token": (TOKEN, lambda _oidc: members(id_token=None)),
    "a number for a token": (TOKEN, lambda _oidc: members(id_token=5)),
    "an endless person": (TOKEN, lambda oidc: id_token(oidc.keys.current, sub="x" * 5000)),
    "another person": (USERINFO, lambda _oidc: members(sub="u-1001")),
    "a number for a person": (USERINFO, lambda _oidc: members(sub=1002)),
    "a list for a name": (USERINFO, lambda _oidc: members(preferred_username=["bob"], name=["Bob"])),
    "a number for an address": (USERINFO, lambda _oidc: members(email=5)),
    "discovery of another": (DISCOVERY, lambda _oidc: members(issuer="https://elsewhere.example")),
    "a private endpoint": (DISCOVERY, lambda _oidc: members(token_endpoint="http://10.0.0.1/token")),
    "a script for an endpoint": (DISCOVERY, lambda _oidc: members(authorization_endpoint="javascript:alert(1)")),
    "no endpoint": (DISCOVERY, lambda _oidc: members(jwks_uri=None)),
    "half an address": (DISCOVERY, lambda _oidc: members(token_endpoint="http://[")),
}


def test_a_lie_is_not_believed(house: House, settings_now: Settings) -> None:
    settings_now.breaker_failures = 1000
    oidc = house.world.oidc
    for lie, (path, failure) in LIES.items():
        with oidc.failing(failure(oidc), path):
            assert turned_away(house.come("oidc", BOB), "unbelievable", "unreachable"), lie


def test_googles_word_is_checked_as_well(house: House) -> None:
    google = house.world.google
    lies = [
        id_token(stranger(google.keys.current.kid)),
        unsigned_id_token(),
        id_token(google.keys.current, nonce="replayed"),
        id_token(google.keys.current, aud="somebody"),
        members(id_token=None),
    ]
    for lie in lies:
        with google.failing(lie, "/token"):
            assert turned_away(house.come("google", BOB), "unbelievable")


def test_a_name_with_a_null_character_names_nobody(house: House) -> None:
    oidc = house.world.oidc
    oidc.fail(id_token(oidc.keys.current, sub="u\0"), TOKEN)
    oidc.fail(members(sub="u\0"), USERINFO)

    assert turned_away(house.come("oidc", BOB), "unbelievable")


def test_what_is_not_used_cannot_be_wrong(house: House) -> None:
    house.world.oidc.fail(members(expires_in="soon", refresh_token=5), TOKEN)

    assert pending(house.come("oidc", BOB)) == {"provider_signup"}


def test_keys_that_change_are_read_anew(house: House) -> None:
    house.join("oidc", BOB)
    house.world.oidc.keys.rotate(forget=True)

    assert house.come("oidc", BOB).is_signed_in


def test_an_issuer_without_userinfo_is_believed_by_its_id_token(house: House) -> None:
    house.world.oidc.fail(members(userinfo_endpoint=None), DISCOVERY)

    assert pending(house.come("oidc", BOB)) == {"provider_signup"}


def test_an_issuer_that_wants_its_clients_in_the_header_finds_them_there(house: House) -> None:
    house.world.oidc.auth_methods = {"client_secret_basic"}
    try:
        assert pending(house.come("oidc", BOB)) == {"provider_signup"}
    finally:
        house.world.oidc.auth_methods = {"client_secret_basic", "client_secret_post"}


# --- programs with an ID token ---


def test_a_programs_id_token_is_checked_like_any(house: House) -> None:
    oidc, slug = house.world.oidc, house.slug("oidc")

    def try_with(**token: object) -> int:
        body = {"provider": slug, "process": "login", "token": {"client_id": oidc.client.id, **token}}
        return Browser().post("/api/v1/auth/app/v1/auth/provider/token", body).status_code

    claims: dict[str, object] = {
        "iss": oidc.url,
        "aud": oidc.client.id,
        "sub": "u-1002",
        "iat": 1,
        "exp": 4_000_000_000,
    }
    good = oidc.keys.current.sign(claims)
    assert try_with(id_token=stranger(oidc.keys.current.kid).sign(claims)) == 400
    assert try_with(id_token=oidc.keys.current.sign(claims | {"aud": "somebody"})) == 400
    assert try_with(id_token="nonsense") == 400
    assert try_with(access_token="alone") == 400
    assert try_with(id_token=good, client_id="somebody") == 400
    assert try_with(id_token=good) == 401  # signing up comes next
    oidc.fail(status(500), DISCOVERY)
    assert try_with(id_token=good) == 400


# --- secrets ---


def test_no_answer_and_no_log_line_shows_a_secret(house: House) -> None:
    secrets = {provider.client.secret for provider in house.world.providers}
    with structlog.testing.capture_logs() as lines:
        house.join("google", BOB)
        for kind, path in (("facebook", "/v*/oauth/access_token"), ("facebook", "/v*/me"), ("oidc", TOKEN)):
            house.come(kind, CAROL)
            with house.provider(kind).failing(of({"error": house.provider(kind).client.secret}), path):
                house.come(kind, CAROL)
            with house.provider(kind).failing(status(400), path):
                house.come(kind, CAROL)
    shown = str(lines)
    for path in ("/identity-providers", "/audit?perPage=200", "/connections"):
        shown += house.root.get(path).content.decode()

    tokens = {token for provider in house.world.providers for token in provider.grants._access}
    assert "signing in through a provider failed" in shown
    assert len(tokens) > 3
    assert not [secret for secret in secrets | tokens if secret in shown]
