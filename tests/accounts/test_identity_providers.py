"""Setting up those who vouch for people, and trying whether they would."""

from collections.abc import Callable

import pytest

from matinee.accounts.models import AuditEntry, IdentityProvider
from matinee.core.models import Secret
from matinee.core.settings import Settings
from tests.accounts.cast import Browser, person, refused, said, signed_in
from tests.accounts.vouched import KINDS, House
from tests.identity_world import OidcProvider
from tests.identity_world.failures import Failure, elsewhere, html, huge, members, of, reset, silent, status
from tests.identity_world.oidc import DISCOVERY, JWKS, TOKEN

PLACE = "/identity-providers"
OIDC = {"kind": "oidc", "name": "Home", "issuer": "https://id.example.org", "clientId": "c", "clientSecret": "s3cr3t"}
GITHUB = {"kind": "github", "clientId": "c", "clientSecret": "s3cr3t"}


@pytest.fixture
def root(db: None) -> Browser:
    person("root")
    return signed_in("root")


def offered() -> set[str]:
    """What the page for signing in is told of."""
    data = said(Browser().get("/api/v1/auth/browser/v1/config"))["data"]
    return {item["id"] for item in data["socialaccount"]["providers"]}


# --- setting up ---


def test_a_provider_is_offered_as_soon_as_it_is_set_up_and_shows_where_to_send_people_back(root: Browser) -> None:
    answer = said(root.post(PLACE, GITHUB))

    assert answer["name"] == "GitHub"
    assert answer["callback"] == "http://testserver/accounts/github/login/callback/"
    assert answer["isActive"] is True
    assert offered() == {"github"}


def test_sign_in_calls_a_provider_by_its_slug(root: Browser) -> None:
    kinds = [said(root.post(PLACE, GITHUB | {"kind": kind}))["slug"] for kind in ("google", "facebook", "github", "x")]
    kinds.append(said(root.post(PLACE, OIDC))["slug"])

    assert offered() == set(kinds)


def test_another_issuer_is_another_provider_and_the_same_is_the_same(root: Browser) -> None:
    first = said(root.post(PLACE, OIDC))
    other = said(root.post(PLACE, OIDC | {"issuer": "https://id.example.com"}))

    assert first["slug"] != other["slug"]
    refused(root.post(PLACE, OIDC | {"issuer": "https://id.example.org/"}), 400, "issuer")


def test_there_is_one_github(root: Browser) -> None:
    root.post(PLACE, GITHUB)

    refused(root.post(PLACE, GITHUB | {"clientId": "d"}), 400, "set up already")


def test_the_issuer_cannot_be_changed(root: Browser) -> None:
    provider = said(root.post(PLACE, OIDC))

    refused(root.send("PATCH", f"{PLACE}/{provider['id']}", {"issuer": "https://mallory.example"}), 400)
    assert IdentityProvider.objects.get().issuer == "https://id.example.org"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"issuer": ""}, "issuer"),
        ({"issuer": "id.example.org"}, "issuer"),
        ({"issuer": "ftp://id.example.org"}, "issuer"),
        ({"issuer": "https://user:word@id.example.org"}, "issuer"),
        ({"issuer": "https://id.example.org/?a=b"}, "issuer"),
        ({"issuer": "https://["}, "issuer"),
        ({"issuer": "https://id.example.org:99999"}, "issuer"),
        ({"issuer": "https://id.example.org/a b"}, "issuer"),
        ({"issuer": "https://\u0456d.example.org"}, "issuer"),
        ({"issuer": "https://xn--\u0430"}, "issuer"),
        ({"issuer": "https://xn--a"}, "issuer"),
        ({"issuer": "javascript:alert(1)"}, "issuer"),
        ({"name": ""}, "name"),
        ({"clientId": ""}, "clientId"),
        ({"clientSecret": ""}, "clientSecret"),
        ({"clientId": "a\0b"}, "clientId"),
        ({"kind": "myspace"}, "kind"),
        ({"kind": "github"}, "issuer"),
        ({"kind": None}, "kind"),
    ],
)
def test_what_makes_no_sense_is_refused(root: Browser, wrong: dict[str, object], field: str) -> None:
    answer = root.post(PLACE, OIDC | wrong)

    refused(answer, 400)
    assert [item["field"] for item in said(answer)["details"]] == [field]
    assert not IdentityProvider.objects.exists()
    assert not Secret.objects.filter(purpose="identity provider").exists()


def test_a_change_holds_at_once(root: Browser) -> None:
    place = f"{PLACE}/{said(root.post(PLACE, GITHUB))['id']}"

    assert said(root.send("PATCH", place, {"name": "Work", "isActive": False}))["name"] == "Work"
    assert offered() == set()
    root.send("PATCH", place, {"isActive": True})
    assert offered() == {"github"}
    assert root.send("DELETE", place).status_code == 204
    assert offered() == set()
    assert not Secret.objects.filter(purpose="identity provider").exists()


def test_what_is_not_there_is_said(root: Browser) -> None:
    nothing = f"{PLACE}/00000000-0000-0000-0000-000000000000"

    refused(root.send("PATCH", nothing, {"name": "x"}), 404)
    refused(root.send("DELETE", nothing), 404)
    refused(root.post(f"{nothing}/test"), 404)


def test_the_secret_is_shown_nowhere_and_its_change_is_noted(root: Browser) -> None:
    provider = said(root.post(PLACE, OIDC))
    place = f"{PLACE}/{provider['id']}"

    changed = root.send("PATCH", place, {"clientSecret": "an0ther", "clientId": "d"})

    for answer in (changed, root.get(PLACE), root.get("/audit"), root.get("/audit.csv"), root.get("/me/export")):
        shown = b"".join(answer)
        assert b"s3cr3t" not in shown
        assert b"an0ther" not in shown
    assert AuditEntry.objects.filter(action="secret_changed", target="identity provider Home").exists()


def test_only_administrators_may(db: None) -> None:
    person("alice")
    alice = signed_in("alice")

    for method, path in (
        ("GET", PLACE),
        ("POST", PLACE),
        ("POST", f"{PLACE}/00000000-0000-0000-0000-000000000000/test"),
    ):
        refused(alice.send(method, path, {}), 403)
        refused(Browser().send(method, path, {}), 401)


# --- trying ---


def tried(house: House, kind: str) -> tuple[int, str]:
    """Status and detail of the answer."""
    answer = house.root.post(f"{PLACE}/{house.offer(kind)['id']}/test")
    return answer.status_code, said(answer)["detail"] if answer.content else ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_provider_that_is_well_passes(house: House, kind: str) -> None:
    assert tried(house, kind) == (204, "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_wrong_secret_is_told_before_anybody_tries_to_sign_in(house: House, kind: str) -> None:
    house.offer(kind, clientSecret="wrong")

    code, words = tried(house, kind)

    assert code == 502
    assert "does not know this client id, or the secret is wrong" in words


@pytest.mark.parametrize("kind", KINDS)
def test_a_provider_that_is_off_is_told_of(house: House, kind: str) -> None:
    house.provider(kind).unplug()

    code, words = tried(house, kind)

    assert code == 503
    assert "could not be reached" in words


WRONG: dict[str, tuple[str, Callable[[OidcProvider], Failure], str]] = {
    "another issuer": (DISCOVERY, lambda _o: members(issuer="https://elsewhere.example"), "says that its issuer is"),
    "no issuer": (DISCOVERY, lambda _o: of({}), "says that its issuer is"),
    "no endpoint": (DISCOVERY, lambda _o: members(token_endpoint=None), "names no token_endpoint"),
    "a list": (DISCOVERY, lambda _o: of([]), "something else than a JSON object"),
    "a page": (DISCOVERY, lambda _o: html(), "something else than a JSON object"),
    "nothing there": (DISCOVERY, lambda _o: status(404), "answered 404"),
    "keys gone": (JWKS, lambda _o: status(404), "answered 404"),
    "no keys": (JWKS, lambda _o: html(), "something else than a JSON object"),
    "tokens gone": (TOKEN, lambda _o: status(404), "(404)"),
    "an error": (TOKEN, lambda _o: status(500), "answered 500"),
    "a reset": (TOKEN, lambda _o: reset(), "could not be reached"),
    "20 MB": (DISCOVERY, lambda _o: huge(), "answered too much"),
    "never": (JWKS, lambda _o: silent(), "did not answer within"),
    "a private place": (DISCOVERY, lambda _o: elsewhere("http://10.0.0.1/"), "where it has no business"),
    "a private endpoint": (DISCOVERY, lambda _o: members(token_endpoint="http://10.0.0.1/token"), "may not be asked"),
}


def test_what_is_wrong_with_an_issuer_is_said(house: House, settings_now: Settings) -> None:
    settings_now.breaker_failures = 1000
    settings_now.http_visitor_timeout = 0.2
    oidc = house.world.oidc
    for case, (path, failure, words) in WRONG.items():
        with oidc.failing(failure(oidc), path):
            code, detail = tried(house, "oidc")
        assert code in {502, 503}, case
        assert words in detail, case
        assert oidc.client.secret not in detail
