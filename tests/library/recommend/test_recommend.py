"""For one person, for two, and like a title: who gets what, and why."""

import pytest

from matinee.library.recommend import Reason, TitleFeatures
from matinee.library.recommend.describing import describe
from matinee.library.recommend.interactions import Interactions
from matinee.library.recommend.recommender import MOST, Recommender
from matinee.library.recommend.training import train
from tests.library.recommend.planted import CIRCLES, SHELF, SIZE, circle, likings, taught


@pytest.fixture(scope="module")
def recommender() -> Recommender:
    """Has learnt from 300 people, and knows what the titles are: those of a circle share a genre."""
    titles = [
        TitleFeatures(title, genres=(f"genre {circle(title)}",), renown=1000 / title)
        for title in range(1, CIRCLES * SIZE + 1)
    ]
    new = TitleFeatures(999, genres=("genre 2",), directors=("new",), renown=1)
    liked_before = TitleFeatures(81, genres=("genre 2",), directors=("new",), renown=12)
    content = describe([new, liked_before, *titles])
    return Recommender(train(Interactions.gathered(likings())), content)


def titles_for(recommender: Recommender, *liked: int, n: int = 20) -> list[int]:
    return [pick.title for pick in recommender.for_user([(title, 1.0) for title in liked], n=n)]


def test_what_one_has_seen_is_not_recommended_nor_what_one_disliked_or_dismissed(recommender: Recommender) -> None:
    before = titles_for(recommender, 1, 2)
    disliked, dismissed = before[0], before[1]

    after = [p.title for p in recommender.for_user([(1, 1.0), (2, 1.0), (disliked, 0.0)], exclude={dismissed})]
    assert not {1, 2, disliked, dismissed} & set(after)


def test_only_what_is_allowed_is_recommended(recommender: Recommender) -> None:
    allowed = {5, 6, 7, 50, 12345}

    picks = recommender.for_user([(1, 1.0)], allowed=allowed, n=10)
    assert {pick.title for pick in picks} == {5, 6, 7, 50}
    assert picks[-1].title == 50
    assert {pick.title for pick in recommender.similar(1, 10, allowed=allowed, exclude={6})} <= {5, 7}
    assert recommender.for_user([(1, 1.0)], allowed=()) == []


def test_of_whom_nothing_is_known_gets_what_is_well_known(recommender: Recommender) -> None:
    picks = recommender.for_user([], n=5)

    assert {pick.reasons for pick in picks} == {(Reason("popular"),)}
    assert 1 in {pick.title for pick in picks}
    assert picks[0].score == 1


def test_who_likes_only_what_nobody_knows_gets_the_same(recommender: Recommender) -> None:
    picks = recommender.for_user([(777_777, 1.0)], n=5)

    assert {pick.reasons[0].kind for pick in picks} == {"popular"}


def test_a_title_that_nobody_has_liked_yet_is_found_by_what_it_is(recommender: Recommender) -> None:
    picks = {pick.title: pick.reasons[0] for pick in recommender.for_user([(81, 1.0)], n=20)}

    assert picks[999] == Reason("director", 81, ("new",))


def test_those_who_like_this_like_that_is_a_reason_of_its_own() -> None:
    recommender = taught()

    assert recommender.for_user([(1, 1.0)], n=1)[0].reasons == (Reason("taste", 1),)
    assert recommender.similar(1, 1)[0].reasons == (Reason("taste", 1),)


def test_the_reason_is_the_title_that_speaks_for_it(recommender: Recommender) -> None:
    for pick in recommender.for_user([(1, 1.0), (SIZE + 1, 1.0)], n=20):
        because_of = pick.reasons[0].because_of
        assert because_of is not None
        assert circle(because_of) == circle(pick.title)


def test_two_together_get_what_both_like(recommender: Recommender) -> None:
    alice, bob = [(1, 1.0), (2, 1.0), (41, 1.0), (42, 1.0)], [(43, 1.0), (44, 1.0), (81, 1.0), (82, 1.0)]

    picks = recommender.together([alice, bob], n=10)
    assert {circle(pick.title) for pick in picks} == {1}
    assert not {pick.title for pick in picks} & {41, 42, 43, 44}
    first = picks[0].reasons
    assert [reason.because_of in {title for title, _ in who} for reason, who in zip(first, (alice, bob), strict=True)]
    assert len(first) == 2


def test_nobody_together_gets_nothing(recommender: Recommender) -> None:
    assert recommender.together([]) == []


def test_one_of_a_collection_is_enough() -> None:
    picks = Recommender(content=describe(SHELF)).for_user([(6, 1.0)], n=11)

    assert len({3, 4, 5} & {pick.title for pick in picks}) == 1


def test_the_first_picks_are_not_all_the_same() -> None:
    by_night = [TitleFeatures(title, genres=("noir",), keywords=("night", "rain"), renown=60) for title in range(1, 21)]
    by_day = [TitleFeatures(title, genres=("noir",), keywords=("day", "sun"), renown=50) for title in range(21, 41)]
    picks = Recommender(content=describe(by_night + by_day)).for_user([(1, 1.0), (21, 0.9)], n=8)

    assert sum(pick.title > 20 for pick in picks) >= 3
    assert sum(pick.title <= 20 for pick in picks) >= 3


def test_as_many_as_asked_for_and_no_more_than_there_may_be(recommender: Recommender) -> None:
    assert len(recommender.for_user([(1, 1.0)], n=7)) == 7
    assert len(recommender.for_user([(1, 1.0)], n=10**9)) <= MOST
    assert recommender.for_user([(1, 1.0)], n=0) == []
    assert recommender.similar(1, -5) == []


def test_scores_are_between_0_and_1(recommender: Recommender) -> None:
    for pick in [*recommender.for_user([(1, 1.0), (50, 0.2)], n=50), *recommender.similar(1, 50)]:
        assert 0 < pick.score <= 1


def test_without_any_model_there_is_nothing() -> None:
    assert Recommender().for_user([(1, 1.0)]) == []
    assert Recommender().similar(1, 10) == []


def test_an_unknown_title_is_like_none(recommender: Recommender) -> None:
    assert recommender.similar(777_777, 10) == []
