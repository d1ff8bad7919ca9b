"""Which addresses an outgoing call may reach."""

import socket

import pytest

from matinee.core.errors import ServiceDown
from matinee.core.http import Service
from matinee.core.http.network import is_public
from matinee.core.settings import Settings
from tests.loopback import LoopbackServer, json


@pytest.mark.parametrize("address", ["1.1.1.1", "151.101.1.1", "2606:4700::1111", "64:ff9b::101:101"])
def test_addresses_on_the_internet_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_all_other_addresses_are_not(address: str) -> None:
    assert not is_public(address)


class Resolver:
    """The system's resolver, answering for one invented name: an edge that a test cannot have otherwise."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> None:
        self._answers = list(answers)
        self._real = socket.getaddrinfo
        self.asked = 0
        monkeypatch.setattr(socket, "getaddrinfo", self)

    def __call__(self, host: str, port: int, *args: int, **kwargs: int) -> object:
        if host != "cinema.example":
            return self._real(host, port, *args, **kwargs)
        self.asked += 1
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in self._answers.pop(0)]


def test_a_public_name_with_a_private_address_is_refused(
    server: LoopbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    Resolver(monkeypatch, ["127.0.0.1"])
    service = Service("cinema", "The cinema", f"http://cinema.example:{server.port}")
    with pytest.raises(ServiceDown, match=r"not a public address; if that is meant, list cinema\.example"):
        service.get_json("/")
    assert server.seen == []


def test_a_name_is_resolved_once_so_rebinding_gains_nothing(
    server: LoopbackServer, settings_now: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was checked is what is connected to: there is no second look that could be answered differently."""
    settings_now.private_hosts = [f"cinema.example:{server.port}"]
    resolver = Resolver(monkeypatch, ["127.0.0.1"])
    server.on("/", json({"id": 7}))
    service = Service("cinema", "The cinema", f"http://cinema.example:{server.port}")
    assert service.get_json("/").data == {"id": 7}
    assert resolver.asked == 1
    assert server.seen[0].headers["Host"] == f"cinema.example:{server.port}"


def test_of_several_addresses_the_next_is_tried(
    server: LoopbackServer, settings_now: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings_now.private_hosts = ["cinema.example"]
    Resolver(monkeypatch, ["127.0.0.2", "127.0.0.1"])  # the server listens on the second only
    server.on("/", json({"id": 7}))
    assert Service("cinema", "The cinema", f"http://cinema.example:{server.port}").get_json("/").data == {"id": 7}


def test_a_private_host_is_reached_only_on_the_port_that_is_listed(server: LoopbackServer) -> None:
    with LoopbackServer() as other, pytest.raises(ServiceDown, match=r"list 127\.0\.0\.1"):
        Service("other", "Other", other.url).get_json("/")
