"""The byte cache, seen through the hall: what is kept, for whom, for how long."""

import asyncio
from pathlib import Path

import pytest

from tests.config.conftest import House, build
from tests.config.visits import in_a_loop, settle


@in_a_loop
async def test_a_public_answer_is_asked_for_once(house: House) -> None:
    first, second = await house.get("/api/v1/a"), await house.get("/api/v1/a")

    assert house.kitchen.asked == 1
    assert first.body == second.body == house.kitchen.body
    assert (first.headers["x-cache"], second.headers["x-cache"]) == ("miss", "hit")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Cache-Control": "max-age=60"},
        {"Cache-Control": "public"},
        {"Cache-Control": "public, max-age=0"},
        {"Cache-Control": "private, max-age=60"},
        {"Cache-Control": "public, max-age=60, no-store"},
        {"Cache-Control": "public, max-age=60", "Set-Cookie": "a=b"},
        {"Cache-Control": "public, max-age=60", "Vary": "Cookie"},
        {"Cache-Control": "public, max-age=60", "Vary": "Authorization, Accept-Language"},
        {"Cache-Control": "public, max-age=60", "Vary": "*"},
        {"Cache-Control": "public, max-age=60", "Content-Encoding": "gzip"},
    ],
    ids=str,
)
def test_what_is_not_clearly_public_is_never_kept(house: House, headers: dict[str, str]) -> None:
    @in_a_loop
    async def visit_twice() -> None:
        house.kitchen.headers = headers
        first, second = await house.get("/api/v1/a"), await house.get("/api/v1/a")
        assert house.kitchen.asked == 2
        assert first.body == second.body == house.kitchen.body

    visit_twice()


@in_a_loop
async def test_an_error_is_not_kept(house: House) -> None:
    house.kitchen.status = 404
    await house.get("/api/v1/a")
    await house.get("/api/v1/a")

    assert house.kitchen.asked == 2


@in_a_loop
async def test_who_sends_a_token_goes_past_the_cache(house: House) -> None:
    await house.get("/api/v1/a")
    answer = await house.get("/api/v1/a", authorization="Bearer x")

    assert house.kitchen.asked == 2
    assert "x-cache" not in answer.headers


@in_a_loop
async def test_other_methods_go_past_the_cache(house: House) -> None:
    await house.get("/api/v1/a")
    await house.get("/api/v1/a", "POST")

    assert house.kitchen.asked == 2


@in_a_loop
async def test_two_spellings_of_one_name_stay_in_their_order(house: House) -> None:
    await house.get("/api/v1/a?page=1&%70age=2")
    await house.get("/api/v1/a?%70age=2&page=1")  # the application reads the last

    assert house.kitchen.asked == 2


@in_a_loop
async def test_the_order_of_the_query_does_not_matter(house: House) -> None:
    await house.get("/api/v1/a?page=2&genre=war&genre=drama")
    await house.get("/api/v1/a?genre=war&genre=drama&page=2")
    assert house.kitchen.asked == 1

    await house.get("/api/v1/a?genre=drama&genre=war&page=2")  # among equal names it may
    assert house.kitchen.asked == 2


@in_a_loop
async def test_wishes_for_one_language_share_an_answer_and_others_get_their_own(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "public, max-age=60", "Vary": "Accept-Language"}
    house.kitchen.body = b"deutsch"
    await house.get("/api/v1/a", accept_language="de")
    await house.get("/api/v1/a", accept_language="de;q=0.9, en;q=0.1")
    assert house.kitchen.asked == 1

    house.kitchen.body = b"english"
    english = await house.get("/api/v1/a", accept_language="en")
    german = await house.get("/api/v1/a", accept_language="de")
    assert (english.body, german.body) == (b"english", b"deutsch")
    assert "accept-language" in german.headers["vary"]


@in_a_loop
async def test_two_lines_of_accept_language_cannot_poison_anothers_answer(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "public, max-age=60", "Vary": "Accept-Language"}
    house.kitchen.body = b"deutsch"
    await house.get("/api/v1/a", accept_language=["de", "fr"])  # Django, too, reads this as "de, fr"
    house.kitchen.body = b"francais"

    assert (await house.get("/api/v1/a", accept_language="fr")).body == b"francais"
    assert (await house.get("/api/v1/a", accept_language="de")).body == b"deutsch"


@in_a_loop
async def test_it_is_fetched_anew_when_its_time_is_over(house: House) -> None:
    await house.get("/api/v1/a")
    house.clock.pass_seconds(59)
    await house.get("/api/v1/a")
    assert house.kitchen.asked == 1

    house.clock.pass_seconds(2)
    house.kitchen.body = b"new"
    assert (await house.get("/api/v1/a")).body == b"new"


@in_a_loop
async def test_the_halls_own_lifetimes_are_not_told_to_browsers(house: House) -> None:
    control = "public, max-age=30, s-maxage=300, stale-while-revalidate=3000, stale-if-error=9"
    house.kitchen.headers = {"Cache-Control": control, "Cache-Tag": "a b"}

    for answer in (await house.get("/api/v1/a"), await house.get("/api/v1/a")):
        assert answer.headers["cache-control"] == "public, max-age=30"
        assert "cache-tag" not in answer.headers
    house.clock.pass_seconds(299)
    await house.get("/api/v1/a")
    assert house.kitchen.asked == 1


@in_a_loop
async def test_a_stale_answer_is_shown_at_once_and_fetched_anew_once(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "public, max-age=60, stale-while-revalidate=600"}
    await house.get("/api/v1/a")
    house.clock.pass_seconds(61)
    house.kitchen.body = b"new"
    house.kitchen.gate.clear()

    stale = [await house.get("/api/v1/a") for _ in range(3)]
    house.kitchen.gate.set()
    await settle()

    assert {answer.body for answer in stale} == {b'{"dish": "soup"}'}
    assert house.kitchen.asked == 2
    assert (await house.get("/api/v1/a")).body == b"new"


@in_a_loop
async def test_what_is_gone_when_fetched_anew_is_not_shown_again(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "public, max-age=60, stale-while-revalidate=600"}
    await house.get("/api/v1/a")
    house.clock.pass_seconds(61)
    house.kitchen.status = 404

    assert (await house.get("/api/v1/a")).status == 200
    await settle()
    assert (await house.get("/api/v1/a")).status == 404


@pytest.mark.parametrize("trouble", ["status", "exception"])
def test_an_old_answer_is_better_than_an_error(house: House, trouble: str) -> None:
    @in_a_loop
    async def visits() -> None:
        house.kitchen.headers = {"Cache-Control": "public, max-age=60, stale-if-error=600"}
        await house.get("/api/v1/a")
        house.clock.pass_seconds(61)
        if trouble == "status":
            house.kitchen.status = 503
        else:
            house.kitchen.error = RuntimeError("the stove is out")

        assert (await house.get("/api/v1/a")).body == b'{"dish": "soup"}'
        await house.get("/api/v1/a")
        assert house.kitchen.asked == 2  # not for everybody who comes by

        house.clock.pass_seconds(600)
        assert (await house.get("/api/v1/a")).status in {500, 503}

    visits()


@in_a_loop
async def test_many_who_ask_for_the_same_at_once_make_one_request(house: House) -> None:
    house.kitchen.gate.clear()
    visits = [asyncio.create_task(house.get("/api/v1/a")) for _ in range(20)]
    await settle()
    house.kitchen.gate.set()
    answers = await asyncio.gather(*visits)

    assert house.kitchen.asked == 1
    assert {answer.body for answer in answers} == {house.kitchen.body}


@in_a_loop
async def test_a_failure_does_not_spoil_it_for_those_who_wait(house: House) -> None:
    house.kitchen.gate.clear()
    house.kitchen.error = RuntimeError("the stove is out")
    visits = [asyncio.create_task(house.get("/api/v1/a")) for _ in range(3)]
    await settle()
    house.kitchen.gate.set()
    await settle()
    answers = await asyncio.gather(*visits)
    assert [answer.status for answer in answers] == [500, 500, 500]

    house.kitchen.error = None
    assert (await house.get("/api/v1/a")).status == 200


@in_a_loop
async def test_a_visitor_who_gives_up_does_not_leave_the_others_waiting(house: House) -> None:
    house.kitchen.gate.clear()
    leader = asyncio.create_task(house.get("/api/v1/a"))
    await settle()
    waiting = asyncio.create_task(house.get("/api/v1/a"))
    await settle()
    leader.cancel()
    await settle()
    house.kitchen.gate.set()

    assert (await waiting).body == house.kitchen.body


@in_a_loop
async def test_nobody_waits_for_a_private_answer(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "private"}
    await house.get("/api/v1/me")
    house.kitchen.gate.clear()
    visits = [asyncio.create_task(house.get("/api/v1/me")) for _ in range(3)]
    await settle()

    assert house.kitchen.asked == 4
    house.kitchen.gate.set()
    await asyncio.gather(*visits)


@in_a_loop
async def test_waiting_visitors_of_another_language_get_their_own(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "public, max-age=60", "Vary": "Accept-Language"}
    house.kitchen.gate.clear()
    german = asyncio.create_task(house.get("/api/v1/a", accept_language="de"))
    await settle()
    house.kitchen.body = b"english"
    english = asyncio.create_task(house.get("/api/v1/a", accept_language="en"))
    await settle()
    house.kitchen.gate.set()

    assert (await german).body == b'{"dish": "soup"}'
    assert (await english).body == b"english"


@in_a_loop
async def test_a_purge_forgets_what_carries_the_tag_and_nothing_else(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "public, max-age=60", "Cache-Tag": "title:5 lists"}
    await house.get("/api/v1/a")
    house.kitchen.headers = {"Cache-Control": "public, max-age=60", "Cache-Tag": "title:55"}
    await house.get("/api/v1/b")

    house.cache.purge({"title:5", "unheard-of"})
    await house.get("/api/v1/a")
    await house.get("/api/v1/b")
    assert house.kitchen.asked == 3


@in_a_loop
async def test_an_answer_that_is_outdated_when_it_comes_is_not_kept(house: House) -> None:
    house.kitchen.headers = {"Cache-Control": "public, max-age=60", "Cache-Tag": "title:5"}
    house.kitchen.gate.clear()
    before = asyncio.create_task(house.get("/api/v1/a"))
    await settle()
    house.cache.purge({"title:5"})
    house.kitchen.body = b"new"
    after = asyncio.create_task(house.get("/api/v1/a"))
    await settle()
    house.kitchen.gate.set()

    assert (await before).body == b'{"dish": "soup"}'
    assert (await after).body == b"new"
    assert (await house.get("/api/v1/a")).body == b"new"


@in_a_loop
async def test_forgetting_everything_means_what_is_on_its_way_too(house: House) -> None:
    await house.get("/api/v1/a")
    house.kitchen.gate.clear()
    coming = asyncio.create_task(house.get("/api/v1/b"))
    await settle()
    house.cache.forget()
    house.kitchen.gate.set()
    await coming

    assert (len(house.cache.store), house.cache.store.bytes) == (0, 0)
    await house.get("/api/v1/a")
    await house.get("/api/v1/b")
    assert house.kitchen.asked == 4


@in_a_loop
async def test_memory_is_bounded_and_the_least_used_goes_first(tmp_path: Path) -> None:
    house = build(tmp_path, budget=100_000)
    house.kitchen.body = bytes(range(256)) * 20
    for number in range(40):
        await house.get(f"/api/v1/{number}")
        await house.get("/api/v1/0")

    assert house.cache.store.bytes <= 100_000
    assert house.cache.store.evictions > 0
    asked = house.kitchen.asked
    await house.get("/api/v1/0")
    assert house.kitchen.asked == asked
    await house.get("/api/v1/1")
    assert house.kitchen.asked == asked + 1


@in_a_loop
async def test_one_answer_does_not_take_the_whole_memory(tmp_path: Path) -> None:
    house = build(tmp_path, budget=100_000)
    house.kitchen.body = bytes(50_000)
    house.kitchen.headers = {"Cache-Control": "public, max-age=60", "Content-Type": "x" * 50_000}

    assert (await house.get("/api/v1/a")).body == house.kitchen.body
    assert len(house.cache.store) == 0


@in_a_loop
async def test_long_keys_count_too(tmp_path: Path) -> None:
    house = build(tmp_path, budget=100_000)
    for number in range(50):
        await house.get(f"/api/v1/a?q={number}{'x' * 8000}")

    assert house.cache.store.bytes <= 100_000
    assert len(house.cache.store) < 12


@in_a_loop
async def test_it_counts_what_happened(house: House) -> None:
    await house.get("/api/v1/a")
    house.clock.pass_seconds(10)
    await house.get("/api/v1/a")
    house.cache.purge(["none"])

    counts = house.cache.counts
    assert (counts.misses, counts.hits, counts.stale, counts.purged) == (1, 1, 0, 0)
    assert counts.age == 10
