"""Which ID tokens are believed, claim by claim."""

import time

import jwt
import pytest

from matinee.accounts.flows.social_doubts import Unbelievable, believed
from matinee.accounts.vouching import Document
from tests.identity_world.keys import Keys, stranger

ISSUER, CLIENT, NONCE = "https://id.example.org", "matinee", "a nonce"
KEYS = Keys()
PUBLISHED: Document = {"keys": [KEYS.current.jwk()]}


def token(**changed: object) -> str:
    """A good one, but for these claims; `None` leaves one out."""
    now = int(time.time())
    claims = {"iss": ISSUER, "aud": CLIENT, "sub": "u-1002", "iat": now, "exp": now + 600, "nonce": NONCE} | changed
    return KEYS.current.sign({name: value for name, value in claims.items() if value is not None})


def read(id_token: str, keys: Document = PUBLISHED, nonce: str | None = NONCE) -> Document:
    return believed(id_token, keys, issuer=ISSUER, client_id=CLIENT, nonce=nonce)


def test_a_good_one_is_believed() -> None:
    assert read(token())["sub"] == "u-1002"
    assert read(token(aud=["another", CLIENT], azp=CLIENT))["sub"] == "u-1002"


def test_clocks_may_differ_by_a_minute() -> None:
    assert read(token(iat=int(time.time()) + 50, exp=int(time.time()) - 50))


def test_a_program_that_asked_for_itself_has_no_nonce_of_ours() -> None:
    assert read(token(nonce=None), nonce=None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://elsewhere.example"}, {"iss": None}, {"aud": "another"}, {"aud": []}, {"aud": None},
        {"azp": "another"}, {"nonce": "replayed"}, {"nonce": None}, {"nonce": ""}, {"sub": None}, {"sub": 1002},
        {"exp": 1_700_000_000}, {"exp": None}, {"exp": "soon"}, {"iat": 4_000_000_000}, {"iat": None},
        {"nbf": 4_000_000_000},
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_claim_is_not(wrong: dict[str, object]) -> None:
    with pytest.raises((Unbelievable, jwt.PyJWTError)):
        read(token(**wrong))


def test_a_wrong_signature_is_not() -> None:
    claims = jwt.decode(token(), options={"verify_signature": False})
    head, body, signature = token().split(".")
    public = PUBLISHED["keys"][0]["n"]  # type: ignore[index]
    forged = [
        stranger(KEYS.current.kid).sign(claims),
        stranger("unheard-of").sign(claims),
        jwt.encode(claims, "", algorithm="none"),
        jwt.encode(claims, "", algorithm="none", headers={"kid": KEYS.current.kid}),
        jwt.encode(claims, public, algorithm="HS256", headers={"kid": KEYS.current.kid}),
        f"{head}.{body}.",
        f"{head}.{body}.{signature[::-1]}",
        "",
        "...",
        "nonsense",
    ]
    for one in forged:
        with pytest.raises((Unbelievable, jwt.PyJWTError)):
            read(one)


def test_keys_that_are_none_are_not() -> None:
    useless: list[Document] = [{}, {"keys": []}, {"keys": [{}]}, {"keys": [KEYS.current.jwk() | {"use": "enc"}]}]
    for keys in useless:
        with pytest.raises((Unbelievable, jwt.PyJWTError, LookupError)):
            read(token(), keys)


def test_one_of_several_keys_is_found_by_its_name() -> None:
    keys = Keys()
    old, new = keys.current, keys.rotate()
    claims = jwt.decode(token(), options={"verify_signature": False})
    published: Document = {"keys": [{"kty": "unknown"}, old.jwk(), new.jwk()]}

    assert read(old.sign(claims), published)
    assert read(new.sign(claims), published)
