"""What somebody does not want to see any more."""

import pytest

from matinee.accounts.actions import find_user
from matinee.notifications import actions
from matinee.notifications.models import Notification
from tests.accounts.cast import Browser, person, refused, said, seated
from tests.delivering import deliver
from tests.notifications.telling import some_for

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def alice() -> Browser:
    person("alice")
    person("bob")
    return seated("alice")


def test_it_is_gone_from_every_page_and_count(alice: Browser) -> None:
    made = some_for("alice", 3)

    assert alice.send("DELETE", f"/notifications/{made[1]}").status_code == 204

    shown = said(alice.get("/notifications"))
    assert [item["id"] for item in shown["items"]] == [made[2], made[0]]
    assert shown["unread"] == 2
    assert [item["id"] for item in said(alice.get("/notifications?after=0"))["items"]] == [made[0], made[2]]


def test_it_is_gone_once(alice: Browser) -> None:
    [made] = some_for("alice", 1)
    alice.send("DELETE", f"/notifications/{made}")

    refused(alice.send("DELETE", f"/notifications/{made}"), 404)
    alice.post("/notifications/unread", {"ids": [made]})
    assert said(alice.get("/notifications"))["unread"] == 0


def test_nothing_of_it_is_kept_but_that_it_was() -> None:
    person("root")
    person("alice")
    deliver()
    [told] = Notification.objects.filter(about=find_user("alice"))

    actions.dismiss(told.user_id, told.pk)

    [trace] = Notification.objects.all()
    assert trace.data == {}
    assert trace.about is None


def test_somebody_elses_is_not_there(alice: Browser) -> None:
    [of_bob] = some_for("bob", 1)

    refused(alice.send("DELETE", f"/notifications/{of_bob}"), 404)

    assert said(seated("bob").get("/notifications"))["unread"] == 1


@pytest.mark.parametrize("number", ["x", "0", "-1", str(2**63), str(2**70), "1.5", "%00"])
def test_no_number_is_too_strange(alice: Browser, number: str) -> None:
    assert alice.send("DELETE", f"/notifications/{number}").status_code in {400, 404}
