"""Fixtures for the tests of accounts."""

import time
from datetime import datetime, timedelta, tzinfo
from typing import Any

import pytest
from django.utils import timezone

from matinee.accounts import policies
from matinee.accounts.actions import signing
from matinee.accounts.flows.passwords import Argon2id
from matinee.core import limits
from tests.accounts.vouched import house, world  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def no_keys_of_another_test() -> None:
    """The keys in memory are of a database that has been emptied since."""
    signing._ring.cache_clear()


class _ByTime(datetime):
    """What has its own clock, by the one that is moved."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_ByTime":
        return cls.fromtimestamp(time.time(), tz)


class Later:
    """Moves the clocks of this process on, so that nothing has to wait."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._ahead = 0.0
        really, now = time.time, timezone.now
        monkeypatch.setattr(time, "time", lambda: really() + self._ahead)
        monkeypatch.setattr(timezone, "now", lambda: now() + timedelta(seconds=self._ahead))
        monkeypatch.setattr("jwt.api_jwt.datetime", _ByTime)
        monkeypatch.setattr(limits.guard_of_this_process()._store, "_clock", time.time)

    def __call__(self, *, seconds: float = 0, minutes: float = 0, days: float = 0) -> None:
        """So much time passes."""
        self._ahead += timedelta(seconds=seconds, minutes=minutes, days=days).total_seconds()


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """`later(minutes=31)`: half an hour and a minute pass at once."""
    return Later(monkeypatch)


def decide(**values: Any) -> None:
    """An administrator decides this about accounts, and it holds at once."""
    policies.decide(policies.Policies(**values))
    policies.forget()  # in a test that is one transaction, nothing is ever committed


@pytest.fixture
def sign_up_open() -> None:
    """Whoever wants to may sign up."""
    decide(sign_up="open")


@pytest.fixture
def hashings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The length of each password that is hashed from now on, to be made or to be compared."""
    hashed: list[int] = []
    encode = Argon2id.encode

    def counted(hasher: Argon2id, password: str, salt: str) -> str:
        hashed.append(len(password))
        return str(encode(hasher, password, salt))

    verify = Argon2id.verify

    def compared(hasher: Argon2id, password: str, encoded: str) -> bool:
        hashed.append(len(password))
        return bool(verify(hasher, password, encoded))

    monkeypatch.setattr(Argon2id, "encode", counted)
    monkeypatch.setattr(Argon2id, "verify", compared)
    return hashed
