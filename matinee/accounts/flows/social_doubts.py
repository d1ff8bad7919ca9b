"""What providers say, doubted: each wrong answer becomes the one error that allauth turns into a page that says so."""

from collections.abc import Iterator
from contextlib import contextmanager

import jwt
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.core.exceptions import ImproperlyConfigured

from matinee.accounts.vouching import Document
from matinee.core.errors import ServiceError

# What allauth runs into when an answer is not what the provider's documentation says: a list for a mapping, no id, an
# id longer than its column, JSON too deep to read.
_MISFITS = (AttributeError, ImproperlyConfigured, LookupError, RecursionError, TypeError, ValueError)
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
_LEEWAY = 60  # seconds that two clocks may differ


class Unbelievable(OAuth2Error):
    """Nobody is signed in on such a word. Its sentence is for the log."""


@contextmanager
def doubt() -> Iterator[None]:
    """Inside the block an answer of a provider is read. Raises Unbelievable."""
    try:
        yield
    except ServiceError as error:
        raise Unbelievable(error.detail) from error
    except jwt.PyJWTError as error:
        raise Unbelievable(f"its ID token is not good: {error}") from error
    except _MISFITS as error:
        raise Unbelievable(f"its answer cannot be read: {type(error).__name__}") from error


def believed(id_token: str, keys: Document, *, issuer: str, client_id: str, nonce: str | None) -> Document:
    """The claims of an ID token, after all checks of OpenID Connect Core 1.0, 3.1.3.7.

    The signature is checked although the token came straight from the provider: its address may be plain http at home.
    `nonce`: None for one that a program has asked for itself. Raises Unbelievable or jwt.PyJWTError.
    """
    kid = jwt.get_unverified_header(id_token).get("kid")
    for key in jwt.PyJWKSet.from_dict(keys).keys:
        if key.public_key_use != "enc" and kid in {None, key.key_id}:
            break
    else:
        raise Unbelievable("its ID token is signed by a key that it does not publish")
    claims: Document = jwt.decode(
        id_token,
        key,
        algorithms=_ALGORITHMS,
        audience=client_id,
        issuer=issuer,
        leeway=_LEEWAY,
        options={"require": ["aud", "exp", "iat", "iss", "sub"]},
    )
    if nonce is not None and claims.get("nonce") != nonce:
        raise Unbelievable("its ID token is for another attempt to sign in")
    if claims.get("azp", client_id) != client_id:
        raise Unbelievable("its ID token is for another client")
    return claims
