"""Guessing passwords: slower each time, the same for names that nobody has."""

import pytest

from matinee.accounts.models import AuditAction, AuditEntry
from tests.accounts.cast import Browser, Program, person, refused
from tests.accounts.conftest import Later

pytestmark = [pytest.mark.django_db]

FREE = 5


def guess(name: str, times: int, address: str = "192.0.2.1") -> Browser:
    browser = Browser(address)
    for _ in range(times):
        browser.sign_in(name, "a wrong guess")
    return browser


@pytest.mark.parametrize(
    ("name", "noted_as"),
    [
        ("alice", "alice"),
        ("alice@example.org", "alice"),
        ("nobody", "nobody known"),
        ("nobody@example.org", "nobody known"),
    ],
)
def test_after_some_wrong_passwords_even_the_right_one_has_to_wait(name: str, noted_as: str) -> None:
    person("alice")
    browser = guess(name, FREE + 1)

    answer = browser.sign_in(name)

    refused(answer, 429, "wait")
    assert 0 < int(answer["Retry-After"]) <= 31
    noted = AuditEntry.objects.filter(action=AuditAction.LOCKED_OUT).get()
    assert (noted.target, noted.address) == (noted_as, "192.0.2.1")


def test_each_further_guess_doubles_the_wait(later: Later) -> None:
    person("alice")
    browser = guess("alice", FREE + 1)
    waits = []
    for _ in range(3):
        waits.append(int(browser.sign_in("alice")["Retry-After"]))
        later(seconds=waits[-1])
        refused(browser.sign_in("alice", "wrong"), 400)

    assert [30 <= waits[0] <= 31, 60 <= waits[1] <= 61, 120 <= waits[2] <= 121] == [True, True, True]


def test_time_lifts_it_and_a_right_password_forgives(later: Later) -> None:
    person("alice")
    browser = guess("alice", FREE + 1)
    later(seconds=31)

    assert browser.sign_in("alice").status_code == 200
    assert Browser("192.0.2.1").sign_in("alice", "wrong").status_code == 400


def test_one_stranger_cannot_lock_alice_out_elsewhere() -> None:
    person("alice")
    guess("alice", FREE + 2)

    assert Browser("198.51.100.7").sign_in("alice").status_code == 200
    refused(Browser("192.0.2.1").sign_in("alice"), 429)  # her success elsewhere does not free the stranger


def test_another_person_at_the_same_address_is_not_affected() -> None:
    person("alice")
    person("bob")
    guess("alice", FREE + 2)

    assert Browser("192.0.2.1").sign_in("bob").status_code == 200


def test_a_name_in_another_case_is_the_same_name() -> None:
    person("alice")
    for name in ["alice", "Alice", "ALICE", "aLice", "alIce", "aliCe"]:
        guess(name, 1)

    refused(Browser("192.0.2.1").sign_in("alicE"), 429)


def test_programs_and_browsers_count_together() -> None:
    person("alice")
    guess("alice", FREE + 1)

    refused(Program("192.0.2.1").sign_in("alice"), 429)


def test_many_addresses_together_are_slowed_down_too(later: Later) -> None:
    person("alice")
    for number in range(51):
        guess("alice", 1, f"192.0.{number}.1")

    refused(Browser("203.0.113.1").sign_in("alice"), 429)
    later(minutes=1)
    assert Browser("203.0.113.1").sign_in("alice").status_code == 200
