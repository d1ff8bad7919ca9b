"""What a process remembers costs no statement, and is forgotten when any process changes it."""

import threading
from collections.abc import Iterator

import pytest

from matinee.core import events, following, remembering
from matinee.core.deeds import deed
from matinee.core.remembering import Remembered
from tests.core.happenings import CurtainFell, ReelShown
from tests.waiting import wait_until


class Shelf:
    """What is to be remembered, and how often it was read."""

    def __init__(self) -> None:
        self.value, self.reads = "reel 1", 0

    def read(self) -> str:
        self.reads += 1
        return self.value


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def remembered(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Remembered[str]:
    """Forgotten after reel 7 is shown."""
    monkeypatch.setattr(remembering, "_all", [])
    return Remembered("reel:7", shelf.read)


def test_it_is_read_once(shelf: Shelf, remembered: Remembered[str]) -> None:
    assert [remembered() for _ in range(5)] == ["reel 1"] * 5
    assert shelf.reads == 1


def test_it_is_forgotten_with_its_tag_alone(shelf: Shelf, remembered: Remembered[str]) -> None:
    remembered()
    shelf.value = "reel 2"

    remembering.forget({"reel:8"})
    assert remembered() == "reel 1"
    remembering.forget({"reel:8", "reel:7"})
    assert remembered() == "reel 2"


def test_who_wants_it_as_it_is_now_reads_it_for_the_others_too(shelf: Shelf, remembered: Remembered[str]) -> None:
    remembered()
    shelf.value = "reel 2"

    assert remembered.anew() == "reel 2"
    assert remembered() == "reel 2"
    assert shelf.reads == 2


def test_what_changes_while_it_is_read_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "_all", [])
    values = iter(["old", "new"])

    def read() -> str:
        value = next(values)
        if value == "old":  # the change is committed, and told, after we have read
            remembering.forget_all()
        return value

    slow = Remembered("reel:7", read)
    assert [slow(), slow(), slow()] == ["old", "new", "new"]


@pytest.fixture
def told() -> Iterator[list[frozenset[str] | str]]:
    """What a follower tells, in order; it follows until the test ends."""
    heard: list[frozenset[str] | str] = []
    stop = threading.Event()
    follower = threading.Thread(
        target=following.follow, args=(stop, heard.append, lambda: heard.append("began")), daemon=True
    )
    follower.start()
    wait_until(lambda: heard)
    yield heard
    stop.set()
    follower.join()


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_a_follower_forgets_first_and_tells_then(
    shelf: Shelf, remembered: Remembered[str], told: list[frozenset[str] | str]
) -> None:
    remembered()
    shelf.value = "reel 2"
    with deed():
        events.append(CurtainFell(1))  # says nothing of what it makes stale
        events.append(ReelShown(7))

    wait_until(lambda: len(told) == 2)

    assert told == ["began", frozenset({"reel:7"})]
    assert remembered() == "reel 2"
