"""Google, GitHub, Facebook and X on loopback: their endpoints, members and oddities."""

from collections.abc import Iterator
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
import jwt
import pytest
from cryptography import x509

from tests.identity_world import ALICE, CAROL, DAVE, Facebook, GitHub, Google, IdentityWorld, Provider, X
from tests.identity_world import facebook as facebook_api
from tests.identity_world import github as github_api
from tests.identity_world import google as google_api
from tests.identity_world import x as x_api
from tests.identity_world.application import CALLBACK, Visit

JSON = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def running() -> Iterator[IdentityWorld]:
    with IdentityWorld() as one:
        yield one


@pytest.fixture
def world(running: IdentityWorld) -> IdentityWorld:
    """Alice allows everything."""
    running.sign_in_as(ALICE)
    return running


@pytest.fixture(scope="module")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(verify=False) as client:
        yield client


def code_of(http: httpx.Client, provider: Provider, path: str, visit: Visit, **more: str) -> str:
    """Let the person allow, and take the code."""
    return visit.code(http.get(f"{provider.url}{path}", params=visit.query(provider, **more)))


def secret_of(provider: Provider) -> dict[str, str]:
    return {"client_id": provider.client.id, "client_secret": provider.client.secret, "redirect_uri": CALLBACK}


def google_tokens(http: httpx.Client, google: Google, **more: str) -> dict[str, str]:
    visit = Visit()
    code = code_of(http, google, google_api.AUTHORIZE, visit, scope="email profile", **more)
    form = secret_of(google) | {"grant_type": "authorization_code", "code": code, "code_verifier": visit.verifier}
    tokens: dict[str, str] = http.post(f"{google.url}{google_api.TOKEN}", data=form).json()
    return tokens


def test_google_gives_an_id_token_signed_by_a_published_certificate(world: IdentityWorld, http: httpx.Client) -> None:
    tokens = google_tokens(http, world.google)
    certificates = http.get(f"{world.google.url}{google_api.CERTIFICATES}").json()
    kid = jwt.get_unverified_header(tokens["id_token"])["kid"]
    key = x509.load_pem_x509_certificate(certificates[kid].encode()).public_key()

    claims = jwt.decode(
        tokens["id_token"],
        key,  # type: ignore[arg-type]  # RSA it is
        algorithms=["RS256"],
        audience=world.google.client.id,
        issuer="https://accounts.google.com",
    )

    assert (claims["sub"], claims["email"], claims["email_verified"]) == ("100000000000000001001", ALICE.email, True)
    assert "openid" in tokens["scope"]
    assert "refresh_token" not in tokens
    assert "refresh_token" in google_tokens(http, world.google, access_type="offline")


def test_google_calls_a_verified_address_otherwise_in_userinfo(world: IdentityWorld, http: httpx.Client) -> None:
    world.google.person = CAROL
    bearer = {"Authorization": f"Bearer {google_tokens(http, world.google)['access_token']}"}

    about = http.get(f"{world.google.url}{google_api.USERINFO}", headers=bearer).json()

    assert (about["id"], about["verified_email"]) == ("100000000000000001003", False)
    assert http.get(f"{world.google.url}{google_api.USERINFO}").status_code == 401


def github_token(http: httpx.Client, github: GitHub, scope: str = "user:email") -> dict[str, str]:
    visit = Visit()
    code = code_of(http, github, github_api.AUTHORIZE, visit, scope=scope)
    form = secret_of(github) | {"code": code, "code_verifier": visit.verifier}
    token: dict[str, str] = http.post(f"{github.url}{github_api.TOKEN}", data=form, headers=JSON).json()
    return {"Authorization": f"token {token['access_token']}"}


def test_github_tells_of_people_and_of_their_addresses_apart(world: IdentityWorld, http: httpx.Client) -> None:
    token = github_token(http, world.github)

    user = http.get(f"{world.github.url}/user", headers=token).json()
    emails = http.get(f"{world.github.url}/user/emails", headers=token).json()

    assert (user["id"], user["login"], user["email"]) == (1001, "alice", None)
    assert emails[0] == {"email": ALICE.email, "primary": True, "verified": True, "visibility": "private"}
    assert emails[1]["email"] == "1001+alice@users.noreply.github.com"
    poor = github_token(http, world.github, scope="")
    assert http.get(f"{world.github.url}/user/emails", headers=poor).status_code == 404
    assert http.get(f"{world.github.url}/user").json()["message"] == "Bad credentials"


def test_github_answers_with_a_form_and_errs_with_status_200(world: IdentityWorld, http: httpx.Client) -> None:
    address = f"{world.github.url}{github_api.TOKEN}"

    wrong_code = http.post(address, data=secret_of(world.github) | {"code": "made-up"})
    wrong_secret = http.post(address, data=secret_of(world.github) | {"client_secret": "wrong"}, headers=JSON)

    assert (wrong_code.status_code, wrong_secret.status_code) == (200, 200)
    assert dict(parse_qsl(wrong_code.text))["error"] == "bad_verification_code"
    assert wrong_secret.json()["error"] == "incorrect_client_credentials"


def facebook_token(http: httpx.Client, facebook: Facebook, scope: str = "email") -> str:
    visit = Visit()
    query = visit.query(facebook, scope=scope, code_challenge="", code_challenge_method="")
    code = visit.code(http.get(f"{facebook.url}/v19.0/dialog/oauth", params=query))
    answer = http.get(f"{facebook.url}/v19.0/oauth/access_token", params=secret_of(facebook) | {"code": code})
    token: str = answer.json()["access_token"]
    return token


def test_facebook_tells_the_fields_asked_for_and_no_more(world: IdentityWorld, http: httpx.Client) -> None:
    token, me = facebook_token(http, world.facebook), f"{world.facebook.url}/v19.0/me"
    proof = facebook_api.proof_of(token, world.facebook.client.secret)

    about = http.get(me, params={"fields": "id,email,verified", "access_token": token, "appsecret_proof": proof})
    forged = http.get(me, params={"access_token": token, "appsecret_proof": "0" * 64})
    poor = http.get(me, params={"fields": "email", "access_token": facebook_token(http, world.facebook, scope="")})

    assert about.json() == {"id": "10150000000001001", "email": ALICE.email}
    assert (forged.status_code, forged.json()["error"]["code"]) == (400, 100)
    assert poor.json() == {"id": "10150000000001001"}
    assert http.get(me, params={"access_token": "made-up"}).json()["error"]["code"] == 190


def test_facebook_sends_back_with_an_odd_end_and_says_why(world: IdentityWorld, http: httpx.Client) -> None:
    world.facebook.consent = "deny"
    visit = Visit()

    back = http.get(f"{world.facebook.url}/v19.0/dialog/oauth", params=visit.query(world.facebook))

    address = urlsplit(back.headers["location"])
    assert address.fragment == "_=_"
    assert parse_qs(address.query)["error_reason"] == ["user_denied"]
    wrong = http.get(f"{world.facebook.url}/v19.0/oauth/access_token", params=secret_of(world.facebook))
    assert wrong.json()["error"]["type"] == "OAuthException"


def x_tokens(http: httpx.Client, x: X, scope: str) -> httpx.Response:
    visit = Visit()
    form = {"grant_type": "authorization_code", "redirect_uri": CALLBACK, "code_verifier": visit.verifier}
    form |= {"code": code_of(http, x, x_api.AUTHORIZE, visit, scope=scope)}
    return http.post(f"{x.url}{x_api.TOKEN}", data=form, auth=(x.client.id, x.client.secret))


def test_x_wants_pkce_basic_and_the_right_scopes(world: IdentityWorld, http: httpx.Client) -> None:
    me, fields = f"{world.x.url}{x_api.ME}", {"user.fields": "id,confirmed_email"}
    token = x_tokens(http, world.x, "users.read tweet.read users.email").json()
    poor = x_tokens(http, world.x, "users.read").json()

    about = http.get(me, params=fields, headers={"Authorization": f"Bearer {token['access_token']}"})
    refused = http.get(me, headers={"Authorization": f"Bearer {poor['access_token']}"})
    in_the_form = http.post(f"{world.x.url}{x_api.TOKEN}", data=secret_of(world.x))
    bare = http.get(f"{world.x.url}{x_api.AUTHORIZE}", params=Visit().query(world.x, code_challenge=""))

    assert about.json()["data"] == {
        "id": "2244994945000001001",
        "name": "Alice Guy",
        "username": "alice",
        "confirmed_email": ALICE.email,
    }
    assert (refused.status_code, in_the_form.status_code) == (403, 401)
    assert "error=invalid_request" in bare.headers["location"]


def test_x_has_no_address_of_those_who_confirmed_none(world: IdentityWorld, http: httpx.Client) -> None:
    for person in (CAROL, DAVE):
        world.x.person = person
        token = x_tokens(http, world.x, "users.read tweet.read users.email").json()["access_token"]
        query = {"user.fields": "confirmed_email"}

        about = http.get(f"{world.x.url}{x_api.ME}", params=query, headers={"Authorization": f"Bearer {token}"})

        assert "confirmed_email" not in about.json()["data"]
