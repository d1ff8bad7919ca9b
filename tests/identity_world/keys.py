"""Signing keys: making, publishing and rotating them."""

from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from typing import cast

import jwt
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from jwt.algorithms import RSAAlgorithm

Claims = dict[str, object]


class Key:
    """An RSA key and the name (`kid`) it is published under."""

    def __init__(self, number: int, kid: str | None = None) -> None:
        self.kid = kid or f"key-{number}"
        self._private = _private(number)

    def sign(self, claims: Claims) -> str:
        """An RS256 token."""
        return jwt.encode(claims, self._private, algorithm="RS256", headers={"kid": self.kid})

    def jwk(self) -> dict[str, object]:
        """The public half as RFC 7517 has it."""
        public = cast("dict[str, object]", RSAAlgorithm.to_jwk(self._private.public_key(), as_dict=True))
        return {name: public[name] for name in ("kty", "n", "e")} | {"kid": self.kid, "use": "sig", "alg": "RS256"}

    def certificate(self) -> str:
        """The public half in a self-signed certificate, PEM."""
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self.kid)])
        today = datetime.now(UTC)
        builder = x509.CertificateBuilder(name, name, self._private.public_key(), x509.random_serial_number())
        builder = builder.not_valid_before(today - timedelta(days=1)).not_valid_after(today + timedelta(days=30))
        return builder.sign(self._private, SHA256()).public_bytes(Encoding.PEM).decode()


class Keys:
    """A provider's keys: it signs with the newest, and publishes those that it has not forgotten."""

    def __init__(self) -> None:
        self._numbers = count()
        self.published = [Key(next(self._numbers))]

    @property
    def current(self) -> Key:
        return self.published[-1]

    def rotate(self, *, forget: bool = False) -> Key:
        """Sign with a new key from now on; `forget` withdraws the older ones at once, as after a theft."""
        self.published = [*([] if forget else self.published), Key(next(self._numbers))]
        return self.current


def stranger(kid: str) -> Key:
    """Somebody else's key under that name."""
    return Key(-1, kid)


@cache
def _private(number: int) -> rsa.RSAPrivateKey:
    """Making one takes a tenth of a second, so that all providers of a test run share the first, the second…"""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)
