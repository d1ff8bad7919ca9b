"""Who sees less than everything is never served from what was kept for others, nor the others from theirs."""

import asyncio

from matinee.config.hall.views import Views
from matinee.core.access import Role, Viewer
from tests.config.conftest import House
from tests.config.visits import Clock, in_a_loop, settle

ADULT, CHILD = "sessionid=bob", "sessionid=alice"


async def learn(house: House, cookie: str, view: str) -> None:
    """Have the application tell whose view it is, at an address of its own."""
    house.kitchen.view = view
    await house.get(f"/api/v1/{cookie}", cookie=cookie)


@in_a_loop
async def test_each_view_has_answers_of_its_own(house: House) -> None:
    await learn(house, ADULT, "")
    await learn(house, CHILD, "12")
    house.kitchen.view, house.kitchen.body = "", b"all"
    await house.get("/api/v1/a", cookie=ADULT)
    house.kitchen.view, house.kitchen.body = "12", b"some"
    await house.get("/api/v1/a", cookie=CHILD)
    asked = house.kitchen.asked

    assert (await house.get("/api/v1/a", cookie=ADULT)).body == b"all"
    assert (await house.get("/api/v1/a", cookie=CHILD)).body == b"some"
    assert house.kitchen.asked == asked


@in_a_loop
async def test_two_people_of_one_view_share_an_answer(house: House) -> None:
    await learn(house, ADULT, "")
    await learn(house, "sessionid=carol", "")
    await house.get("/api/v1/a", cookie=ADULT)

    assert (await house.get("/api/v1/a", cookie="sessionid=carol")).headers["x-cache"] == "hit"


def test_who_may_not_look_does_not_pass_for_one_who_sees_everything() -> None:
    assert Viewer(may_look=False).view not in {Viewer().view, Viewer(age_cap=12).view}
    assert Viewer(role=Role.MEMBER, may_look=False).view == Viewer().view  # that is a rule for strangers


@in_a_loop
async def test_an_unknown_visitor_is_answered_by_the_application(house: House) -> None:
    await house.get("/api/v1/a")
    house.kitchen.view, house.kitchen.body = "12", b"some"

    assert (await house.get("/api/v1/a", cookie=CHILD)).body == b"some"
    assert (await house.get("/api/v1/a", cookie=CHILD)).headers["x-cache"] == "hit"
    assert (await house.get("/api/v1/a")).body == b'{"dish": "soup"}'


@in_a_loop
async def test_an_unknown_visitor_does_not_wait_for_anothers_answer(house: House) -> None:
    house.kitchen.gate.clear()
    adult = asyncio.create_task(house.get("/api/v1/a", cookie=ADULT))
    await settle()
    house.kitchen.view, house.kitchen.body = "12", b"some"
    child = asyncio.create_task(house.get("/api/v1/a", cookie=CHILD))
    await settle()
    house.kitchen.gate.set()

    assert (await adult).body == b'{"dish": "soup"}'
    assert (await child).body == b"some"


@in_a_loop
async def test_who_waits_gets_nothing_that_turns_out_to_be_anothers_view(house: House) -> None:
    await learn(house, ADULT, "")
    await learn(house, "sessionid=carol", "")
    house.kitchen.view, house.kitchen.body = "12", b"some"
    house.kitchen.gate.clear()
    carol = asyncio.create_task(house.get("/api/v1/a", cookie="sessionid=carol"))  # by now she has a cap
    await settle()
    house.kitchen.view, house.kitchen.body = "", b"all"
    bob = asyncio.create_task(house.get("/api/v1/a", cookie=ADULT))
    await settle()
    house.kitchen.gate.set()

    assert (await carol).body == b"some"
    assert (await bob).body == b"all"


@in_a_loop
async def test_a_page_asks_for_the_view_once_and_takes_the_rest_from_what_is_ready(house: House) -> None:
    addresses = [f"/api/v1/{number}" for number in range(5)]
    for address in addresses:
        await house.get(address)
    house.kitchen.gate.clear()
    visits = [asyncio.create_task(house.get(address, cookie=ADULT)) for address in addresses]
    await settle()
    assert house.kitchen.asked == 6
    house.kitchen.gate.set()
    await asyncio.gather(*visits)

    assert house.kitchen.asked == 6


@in_a_loop
async def test_a_view_that_is_slow_to_come_is_not_waited_for(house: House) -> None:
    house.kitchen.gate.clear()
    slow = asyncio.create_task(house.get("/api/v1/slow", cookie=ADULT))
    await settle()
    other = asyncio.create_task(house.get("/api/v1/other", cookie=ADULT))
    while house.kitchen.asked < 2:  # after a tenth of a second
        await asyncio.sleep(0.01)
    house.kitchen.gate.set()

    assert (await slow).status == (await other).status == 200


@in_a_loop
async def test_of_many_who_waited_for_a_view_in_vain_one_alone_asks_for_the_same(house: House) -> None:
    house.kitchen.gate.clear()
    slow = asyncio.create_task(house.get("/api/v1/slow", cookie=ADULT))
    await settle()
    crowd = [asyncio.create_task(house.get("/api/v1/other", cookie=ADULT)) for _ in range(5)]
    while house.kitchen.asked < 2:  # after a tenth of a second
        await asyncio.sleep(0.01)
    await settle()
    house.kitchen.gate.set()

    async with asyncio.timeout(5):
        answers = await asyncio.gather(slow, *crowd)
    assert {answer.status for answer in answers} == {200}
    assert house.kitchen.asked == 2


@in_a_loop
async def test_a_change_of_views_is_seen_at_once(house: House) -> None:
    await learn(house, CHILD, "")
    await house.get("/api/v1/a", cookie=CHILD)
    house.cache.purge({"viewers"})
    house.kitchen.view, house.kitchen.body = "12", b"some"

    assert (await house.get("/api/v1/a", cookie=CHILD)).body == b"some"


@in_a_loop
async def test_what_was_asked_before_a_change_teaches_nothing(house: House) -> None:
    house.kitchen.gate.clear()
    before = asyncio.create_task(house.get("/api/v1/a", cookie=CHILD))
    await settle()
    house.cache.purge({"viewers"})
    house.kitchen.view, house.kitchen.body = "12", b"some"
    after = asyncio.create_task(house.get("/api/v1/a", cookie=CHILD))
    await settle()
    house.kitchen.gate.set()

    assert (await before).body == b'{"dish": "soup"}'
    assert (await after).body == b"some"
    assert (await house.get("/api/v1/a", cookie=CHILD)).body == b"some"


@in_a_loop
async def test_a_view_is_forgotten_after_a_minute(house: House) -> None:
    await house.get("/api/v1/a", cookie=CHILD)
    house.views_clock.pass_seconds(61)
    house.kitchen.view, house.kitchen.body = "12", b"some"

    assert (await house.get("/api/v1/a", cookie=CHILD)).body == b"some"


@in_a_loop
async def test_shortly_before_one_visitor_alone_asks_anew(house: House) -> None:
    await house.get("/api/v1/a")
    house.views_clock.pass_seconds(46)
    house.kitchen.gate.clear()
    visits = [asyncio.create_task(house.get("/api/v1/a")) for _ in range(5)]
    await settle()

    assert house.kitchen.asked == 2
    assert [visit.done() for visit in visits] == [False, True, True, True, True]
    house.kitchen.gate.set()
    await visits[0]
    house.views_clock.pass_seconds(44)
    assert (await house.get("/api/v1/a")).headers["x-cache"] == "hit"


@in_a_loop
async def test_an_answer_that_says_no_view_is_neither_kept_nor_public(house: House) -> None:
    house.kitchen.view = None
    for _ in range(2):
        answer = await house.get("/api/v1/a")
        assert answer.headers["cache-control"] == "private, max-age=60"
    assert house.kitchen.asked == 2


@in_a_loop
async def test_what_a_token_is_answered_teaches_nothing_about_its_cookie(house: House) -> None:
    answer = await house.get("/api/v1/a", cookie=CHILD, authorization="Bearer x")
    other = await house.get("/api/v1/a", cookie=CHILD, x_session_token="x")
    house.kitchen.view, house.kitchen.body = "12", b"some"

    assert answer.headers["cache-control"] == other.headers["cache-control"] == "private, max-age=60"
    assert (await house.get("/api/v1/a", cookie=CHILD)).body == b"some"


@in_a_loop
async def test_who_gets_a_cookie_is_somebody_else_from_then_on(house: House) -> None:
    await house.get("/api/v1/a", cookie=ADULT)
    house.kitchen.headers = {"Set-Cookie": "sessionid=; Max-Age=0"}
    await house.get("/api/v1/auth/browser/v1/auth/session", "DELETE", cookie=ADULT)
    house.kitchen.headers = {}
    house.kitchen.status = 401

    assert (await house.get("/api/v1/a", cookie=ADULT)).status == 401


@in_a_loop
async def test_the_view_stays_in_the_house_and_public_answers_vary_by_cookie(house: House) -> None:
    answers = [await house.get("/api/v1/a"), await house.get("/api/v1/a")]
    house.kitchen.headers = {"Cache-Control": "private"}
    answers.append(await house.get("/api/v1/me"))

    assert all("x-view" not in answer.headers for answer in answers)
    assert ["cookie" in answer.headers.get("vary", "") for answer in answers] == [True, True, False]


@in_a_loop
async def test_an_answer_is_fetched_anew_by_somebody_of_its_view(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "public, max-age=60, stale-while-revalidate=600"}
    await learn(house, CHILD, "12")
    await house.get("/api/v1/a", cookie=CHILD)
    house.clock.pass_seconds(61)
    house.kitchen.body = b"new"
    await house.get("/api/v1/a", cookie=CHILD)
    await settle()

    assert dict(house.kitchen.scopes[-1]["headers"])[b"cookie"] == CHILD.encode()
    assert (await house.get("/api/v1/a", cookie=CHILD)).body == b"new"


@in_a_loop
async def test_a_long_cookie_is_never_remembered(house: House) -> None:
    for _ in range(2):
        await house.get("/api/v1/a", cookie="x" * 501)

    assert house.kitchen.asked == 2


def test_what_is_known_of_visitors_is_bounded() -> None:
    views = Views(Clock())
    for number in range(10_001):
        views.learn(b"%d" % number, "", views.changes)

    assert views.of(b"0") is None
    assert views.of(b"1") == views.of(b"10000") == ""
