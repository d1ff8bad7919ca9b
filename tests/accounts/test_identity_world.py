"""The stand-ins for identity providers, asked as a careful client would."""

import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import httpx
import pytest

from tests.identity_world import ALICE, BOB, CAROL, DAVE, MALLORY, ZOE, OidcProvider, Person
from tests.identity_world.application import CALLBACK, Application, Distrust, Form, Visit
from tests.identity_world.failures import (
    Failure,
    elsewhere,
    huge,
    id_token,
    members,
    reset,
    silent,
    status,
    unsigned_id_token,
    wrong_state,
)
from tests.identity_world.keys import stranger
from tests.identity_world.oidc import DISCOVERY, JWKS, TOKEN, USERINFO, subject


@pytest.fixture
def provider() -> Iterator[OidcProvider]:
    with OidcProvider() as running:
        running.consent = "allow"
        yield running


@pytest.fixture
def application(provider: OidcProvider) -> Iterator[Application]:
    with Application(provider) as one:
        yield one


@pytest.mark.parametrize("person", [ALICE, BOB, CAROL, ZOE, MALLORY], ids=lambda person: person.username)
def test_everybody_can_sign_in_and_is_told_of_truly(
    provider: OidcProvider, application: Application, person: Person
) -> None:
    provider.person = person

    claims = application.sign_in()

    assert claims["sub"] == subject(person)
    assert claims["name"] == person.name
    assert claims["email"] == person.email
    assert claims["email_verified"] is person.email_verified


def test_dave_has_no_address_to_tell(provider: OidcProvider, application: Application) -> None:
    provider.person = DAVE

    assert "email" not in application.sign_in()


def test_an_address_that_is_alices_too_does_not_make_bob_her(provider: OidcProvider, application: Application) -> None:
    provider.person = replace(BOB, email=ALICE.email)

    claims = application.sign_in()

    assert (claims["email"], claims["sub"]) == (ALICE.email, subject(BOB))


def test_only_what_the_scope_asks_for_is_told(application: Application) -> None:
    visit = Visit()

    claims = application.claims(application.tokens(visit, scope="openid").json(), visit)

    assert claims.keys().isdisjoint({"email", "name"})


def test_without_openid_there_is_no_id_token(application: Application) -> None:
    assert "id_token" not in application.tokens(Visit(), scope="email").json()


def test_a_denied_consent_is_told(provider: OidcProvider, application: Application) -> None:
    provider.consent = "deny"

    with pytest.raises(Distrust, match="access_denied"):
        application.sign_in()


def test_a_person_is_asked_on_a_page(provider: OidcProvider, application: Application) -> None:
    provider.consent = "ask"
    visit = Visit()
    page = application.visit(visit, state=visit.state)
    form = Form(page.text)

    allowed = application.http.post(page.url, data=form.fields | {"decision": "allow", "person": "bob"})
    denied = application.http.post(page.url, data=form.fields | {"decision": "deny"})

    assert form.buttons == ["allow", "deny"]
    assert form.fields["person"] == "alice"
    tokens = application.redeem(visit.code(allowed), visit).json()
    assert application.claims(tokens, visit)["sub"] == subject(BOB)
    with pytest.raises(Distrust, match="access_denied"):
        visit.code(denied)


@pytest.mark.parametrize(
    "wrong",
    [
        {"client_id": "somebody"},
        {"redirect_uri": "https://elsewhere.example/callback"},
        {"redirect_uri": "http://127.0.0.1:80@elsewhere.example/"},
        {"redirect_uri": "javascript:alert(1)"},
        {"redirect_uri": f"{CALLBACK}#part"},
        {"redirect_uri": ""},
    ],
    ids=str,
)
def test_nobody_is_sent_to_an_unknown_address(application: Application, wrong: dict[str, str]) -> None:
    answer = application.visit(Visit(), **wrong)

    assert answer.status_code == 400
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge_method": ""}, "invalid_request"),
        ({"code_challenge": ""}, "invalid_request"),
        ({"code_challenge": "short"}, "invalid_request"),
    ],
    ids=str,
)
def test_a_wrong_request_is_sent_back(application: Application, wrong: dict[str, str], error: str) -> None:
    visit = Visit()

    with pytest.raises(Distrust, match=error):
        visit.code(application.visit(visit, **wrong))


@pytest.mark.parametrize(
    "wrong",
    [
        {"code": "made-up"},
        {"redirect_uri": f"{CALLBACK}other"},
        {"redirect_uri": ""},
        {"code_verifier": secrets.token_urlsafe(48)},
        {"code_verifier": ""},
    ],
    ids=["code", "address", "no address", "verifier", "no verifier"],
)
def test_a_code_is_good_only_for_what_it_was_given_for(application: Application, wrong: dict[str, str]) -> None:
    visit = Visit()
    code = visit.code(application.visit(visit))

    refused = application.redeem(code, visit, **wrong)

    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")


def test_a_verifier_without_a_challenge_is_refused(application: Application) -> None:
    visit = Visit()
    code = visit.code(application.visit(visit, code_challenge="", code_challenge_method=""))

    assert application.redeem(code, visit).json()["error"] == "invalid_grant"


def test_a_code_used_twice_takes_its_tokens_along(application: Application) -> None:
    visit = Visit()
    code = visit.code(application.visit(visit, scope="openid offline_access"))
    tokens = application.redeem(code, visit).json()

    again = application.redeem(code, visit)

    assert again.json()["error"] == "invalid_grant"
    about = application.about(tokens)
    assert about.status_code == 401
    renewed = application.post({"grant_type": "refresh_token", "refresh_token": tokens["refresh_token"]})
    assert renewed.json()["error"] == "invalid_grant"


def test_twenty_at_once_get_tokens_for_one_code_but_once(application: Application) -> None:
    visit = Visit()
    code = visit.code(application.visit(visit))
    answers: list[int] = []
    threads = [
        threading.Thread(target=lambda: answers.append(application.redeem(code, visit).status_code)) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [200, *[400] * 19]


def test_a_code_is_good_for_a_minute_and_a_token_for_an_hour(provider: OidcProvider, application: Application) -> None:
    visit, late = Visit(), Visit()
    tokens = application.tokens(visit).json()
    code = late.code(application.visit(late))

    provider.let_pass(61)
    assert application.redeem(code, late).json()["error"] == "invalid_grant"
    provider.let_pass(3600)
    about = application.about(tokens)
    assert about.status_code == 401
    assert "invalid_token" in about.headers["www-authenticate"]


def test_a_refresh_token_is_used_up_and_replaced(application: Application) -> None:
    first = application.tokens(Visit(), scope="openid offline_access").json()

    second = application.post({"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}).json()
    again = application.post({"grant_type": "refresh_token", "refresh_token": first["refresh_token"]})

    assert second["refresh_token"] != first["refresh_token"]
    assert again.json()["error"] == "invalid_grant"
    assert "refresh_token" not in application.tokens(Visit()).json()


def test_the_client_shows_its_secret_in_one_of_two_ways(provider: OidcProvider, application: Application) -> None:
    client, token = provider.client, application.config["token_endpoint"]
    posted = {"client_id": client.id, "client_secret": client.secret, "grant_type": "refresh_token"}

    def refused(**asked: object) -> str:
        answer = application.http.post(token, **asked)  # type: ignore[arg-type]
        return f"{answer.status_code} {answer.json()['error']}"

    assert refused(data=posted) == "400 invalid_grant"
    assert refused(data={"grant_type": "refresh_token"}, auth=(client.id, client.secret)) == "400 invalid_grant"
    assert refused(data=posted, auth=(client.id, client.secret)) == "400 invalid_request"
    assert refused(data=posted | {"client_secret": "wrong"}) == "401 invalid_client"
    assert refused(data={}, auth=(client.id, "wrong")) == "401 invalid_client"
    assert refused(data={}, headers={"Authorization": "Basic %%%"}) == "401 invalid_client"
    assert refused(data={}) == "401 invalid_client"
    provider.auth_methods = {"client_secret_basic"}
    assert refused(data=posted) == "401 invalid_client"
    assert refused(data={"grant_type": "password"}, auth=(client.id, client.secret)) == "400 unsupported_grant_type"


def test_tokens_of_before_a_rotation_hold_until_their_key_is_withdrawn(
    provider: OidcProvider, application: Application
) -> None:
    visit = Visit()
    tokens = application.tokens(visit).json()

    provider.keys.rotate()
    assert application.claims(tokens, visit)
    assert application.sign_in()
    provider.keys.rotate(forget=True)
    with pytest.raises(Distrust, match="ID token"):
        application.claims(tokens, visit)
    assert application.sign_in()


LIES: dict[str, Callable[[OidcProvider], Failure]] = {
    "another key": lambda provider: id_token(stranger(provider.keys.current.kid)),
    "a key that nobody published": lambda _provider: id_token(stranger("unheard-of")),
    "no signature": lambda _provider: unsigned_id_token(),
    "another issuer": lambda provider: id_token(provider.keys.current, iss="https://elsewhere.example"),
    "another client": lambda provider: id_token(provider.keys.current, aud="somebody"),
    "another nonce": lambda provider: id_token(provider.keys.current, nonce="replayed"),
    "no nonce": lambda provider: id_token(provider.keys.current, nonce=None),
    "expired": lambda provider: id_token(provider.keys.current, exp=1_700_000_000),
    "another access token": lambda provider: id_token(provider.keys.current, at_hash="x"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_false_id_token_can_be_told_from_a_true_one(
    provider: OidcProvider, application: Application, lie: str
) -> None:
    with provider.failing(LIES[lie](provider), TOKEN), pytest.raises(Distrust, match="ID token"):
        application.sign_in()

    assert application.sign_in()


def test_other_lies_can_be_told(provider: OidcProvider, application: Application) -> None:
    with provider.failing(wrong_state(), "/authorize"), pytest.raises(Distrust, match="state"):
        application.sign_in()
    with provider.failing(members(sub="u-1"), USERINFO), pytest.raises(Distrust, match="userinfo"):
        application.sign_in()
    with provider.failing(members(issuer="https://elsewhere.example"), DISCOVERY), pytest.raises(Distrust):
        Application(provider)


def test_trouble_of_the_wire_is_real(provider: OidcProvider, application: Application) -> None:
    address, patience = f"{provider.url}{JWKS}", httpx.Timeout(5, read=0.1)

    get = application.http.get
    with provider.failing(reset()), pytest.raises(httpx.ReadError):
        get(address)
    with provider.failing(silent()), pytest.raises(httpx.ReadTimeout):
        get(address, timeout=patience)
    with provider.failing(huge(2**20)):
        assert len(get(address).content) > 2**20
    with provider.failing(status(500)):
        assert get(address).status_code == 500
    with provider.failing(elsewhere("http://10.0.0.1/")):
        assert get(address).next_request is not None
    provider.fail(status(503), times=1)
    assert [get(address).status_code for _ in range(2)] == [503, 200]
    provider.unplug()
    with pytest.raises(httpx.ConnectError):
        get(address)
    provider.plug_in()
    assert application.sign_in()
