"""Somebody comes in with a device, or from an address, that was never seen with this person."""

import pytest

from matinee.accounts.actions import prune_audit
from tests.accounts.cast import PASSWORD, Browser, Program, person
from tests.accounts.conftest import Later
from tests.notifications.telling import told

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

HOME = "198.51.100.7"
FOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
NEXT_FOX = FOX.replace("145", "146")
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1"


def come_in(
    device: str, address: str = HOME, *, name: str = "alice", visitor: type[Browser | Program] = Browser
) -> None:
    one = visitor(address)
    response = one.post(f"{one.flows}/auth/login", {"username": name, "password": PASSWORD}, User_Agent=device)
    assert response.status_code == 200, response.content


@pytest.mark.parametrize("visitor", [Browser, Program])
def test_a_device_that_was_never_seen_is_told(visitor: type[Browser | Program]) -> None:
    person("alice")
    come_in(FOX)
    come_in(SAFARI, visitor=visitor)

    assert told("alice") == [("session.new", {"device": SAFARI, "address": HOME})]


def test_the_very_first_sign_in_is_nothing_to_tell() -> None:
    person("alice")
    person("bob")
    come_in(FOX, name="bob")
    come_in(SAFARI)

    assert told("alice") == told("bob") == []


@pytest.mark.parametrize(("device", "address"), [(FOX, HOME), (NEXT_FOX, HOME), (FOX, "198.51.100.200")])
def test_the_same_device_is_known_also_when_its_version_or_the_last_of_its_address_is_new(
    device: str, address: str
) -> None:
    person("alice")
    come_in(FOX)
    come_in(device, address)

    assert told("alice") == []


@pytest.mark.parametrize("address", ["203.0.113.9", "2001:db8:7::1"])
def test_a_known_device_in_another_place_is_told(address: str) -> None:
    """There are a great many of each browser."""
    person("alice")
    come_in(FOX)
    come_in(FOX, address)

    assert told("alice") == [("session.new", {"device": FOX, "address": address})]


def test_the_neighbourhood_of_a_long_address_is_known() -> None:
    person("alice")
    come_in(FOX, "2001:db8:7:1::1")
    come_in(FOX, "2001:db8:7:2::9")

    assert told("alice") == []


def test_what_was_seen_once_stays_known_when_its_session_has_ended() -> None:
    person("alice")
    come_in(FOX)
    phone = Program(HOME)
    phone.post(f"{phone.flows}/auth/login", {"username": "alice", "password": PASSWORD}, User_Agent=SAFARI)
    phone.send("DELETE", f"{phone.flows}/auth/session")
    come_in(SAFARI)

    assert len(told("alice")) == 1


def test_a_sign_in_that_is_forgotten_before_it_is_told_is_not_told(later: Later) -> None:
    person("alice")
    come_in(FOX)
    come_in(SAFARI)
    later(days=1)
    prune_audit(0)

    assert told("alice") == []
