"""Access tokens: JSON Web Tokens that live for 15 minutes, signed with a key that is replaced each month.

Each says whose it is and from which session, so that it ends with the session. The header names its key (`kid`).
"""

import base64
import secrets as random
import threading
import time
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.utils import timezone

from matinee.accounts.models import SigningKey
from matinee.core import secrets
from matinee.core.deeds import deed

ACCESS = timedelta(minutes=15)
KEY_LIFE = timedelta(days=30)
_PURPOSE = "access tokens"
_ALGORITHM = "HS256"  # whoever verifies is whoever signs
_LOOK_AGAIN = 60.0  # seconds after which another process's new key is used for signing, too
_LOOK_FOR_UNKNOWN = 1.0
_TOKENS_IN_MEMORY = 512


@dataclass(frozen=True, slots=True)
class Claims:
    """What a valid token says."""

    user: UUID
    session: int


class _Ring:
    """The keys in memory, newest last."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._keys: dict[str, bytes] = {}
        self._read_at = float("-inf")

    def newest(self) -> tuple[str, bytes]:
        """The one that signs; made if there is none."""
        self._read_after(_LOOK_AGAIN)
        if not self._keys:
            rotate()
        kid = next(reversed(self._keys))
        return kid, self._keys[kid]

    def named(self, kid: object) -> bytes | None:
        """The one of that name; looks anew when it is unknown, which a new one of another process is at first."""
        if kid not in self._keys:
            self._read_after(_LOOK_FOR_UNKNOWN)
        return self._keys.get(kid) if isinstance(kid, str) else None

    def read(self) -> None:
        """Read all keys from the database."""
        rows = SigningKey.objects.order_by("created_at", "kid")
        self._keys = {row.kid: base64.b64decode(secrets.reveal(row.secret_id)) for row in rows}
        # What is seen inside a transaction may never come to be: then it is looked at again next time.
        self._read_at = float("-inf") if connection.in_atomic_block else time.monotonic()

    def _read_after(self, seconds: float) -> None:
        with self._lock:
            if time.monotonic() - self._read_at > seconds:
                self.read()


@cache
def _ring() -> _Ring:
    return _Ring()


def sign(user: UUID, session: int) -> str:
    """A new access token."""
    import jwt  # noqa: PLC0415 - most processes never sign

    kid, key = _ring().newest()
    now = int(time.time())
    claims: dict[str, Any] = {
        "sub": str(user),
        "sid": session,
        "iat": now,
        "exp": now + int(ACCESS.total_seconds()),
        "jti": str(uuid4()),
        "token_use": "access",
    }
    return jwt.encode(claims, key, algorithm=_ALGORITHM, headers={"kid": kid})


def verify(token: str) -> Claims | None:
    """What it says; None unless one of our keys has signed it and it has not expired."""
    key = _ring().named(_kid(token))
    opened = _opened(token, key) if key else None
    if opened is None or opened.expires_at <= time.time():
        return None
    return opened.claims


@dataclass(frozen=True, slots=True)
class _Opened:
    claims: Claims
    expires_at: int


@lru_cache(_TOKENS_IN_MEMORY)  # a token comes with each request for a quarter of an hour, and never says anything else
def _kid(token: str) -> object:
    import jwt  # noqa: PLC0415

    try:
        return jwt.get_unverified_header(token).get("kid")
    except jwt.PyJWTError:
        return None


@lru_cache(_TOKENS_IN_MEMORY)
def _opened(token: str, key: bytes) -> _Opened | None:
    """What it says, whenever it expires; None unless this key has signed it."""
    import jwt  # noqa: PLC0415

    options: Any = {"require": ["exp", "iat", "sub", "jti"], "verify_sub": True, "verify_exp": False}
    try:
        claims = jwt.decode(token, key, algorithms=[_ALGORITHM], options=options)
        if claims.get("token_use") != "access" or type(claims.get("sid")) is not int:
            return None
        return _Opened(Claims(user=UUID(claims["sub"]), session=claims["sid"]), int(claims["exp"]))
    except (jwt.PyJWTError, ValueError, TypeError):
        return None


@deed
def rotate() -> None:
    """Sign with a new key from now on."""
    key = secrets.keep(base64.b64encode(random.token_bytes(32)).decode(), _PURPOSE)
    SigningKey.objects.create(kid=random.token_hex(8), secret=key, created_at=timezone.now())
    _ring().read()


@deed
def forget_replaced() -> int:
    """Delete the keys whose last token has expired; how many.

    A key signs until its successor is made and every process has seen that; then its last token lives on for a while.
    """
    all_expired = timezone.now() - ACCESS - timedelta(seconds=_LOOK_AGAIN)
    successor = SigningKey.objects.filter(created_at__lt=all_expired).order_by("-created_at").first()
    replaced = list(SigningKey.objects.filter(created_at__lt=successor.created_at)) if successor else []
    for old in replaced:
        old.delete()
        secrets.forget(old.secret_id)
    if replaced:
        _ring().read()
    return len(replaced)


def rotate_if_due() -> bool:
    """Whether the newest key was older than its life, so that there is a new one now."""
    if SigningKey.objects.filter(created_at__gt=timezone.now() - KEY_LIFE).exists():
        return False
    rotate()
    return True
