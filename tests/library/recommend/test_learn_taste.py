"""Learning from what people liked."""

import numpy as np
import pytest

from matinee.library.recommend import strength
from matinee.library.recommend.interactions import Interactions
from matinee.library.recommend.recommender import Recommender
from matinee.library.recommend.training import train
from tests.library.recommend.planted import CIRCLES, SIZE, circle, likings, taught


def test_who_likes_two_of_a_circle_gets_more_of_it() -> None:
    recommender = taught()

    for own in range(CIRCLES):
        picks = recommender.for_user([(own * SIZE + 1, 1.0), (own * SIZE + 2, 1.0)], n=15)
        assert [circle(pick.title) for pick in picks] == [own] * 15


def test_likings_in_the_same_order_give_the_same_model() -> None:
    rows = list(likings())
    one, other = train(Interactions.gathered(rows)), train(Interactions.gathered(rows))

    for name in one.TYPES:
        assert np.array_equal(getattr(one, name), getattr(other, name)), name


def test_titles_beyond_the_exact_ones_are_found_all_the_same() -> None:
    # Of 200 titles only 50 have a place in the inverse; the rest are predicted from these.
    model = train(Interactions.gathered(likings()), most_exact=50)
    predicting = set(model.titles[:50].tolist())

    picks = Recommender(model).for_user([(1, 1.0), (2, 1.0)], n=30)
    assert {circle(pick.title) for pick in picks} == {0}
    assert not {pick.title for pick in picks} <= predicting


def test_the_model_has_no_more_titles_than_it_may() -> None:
    assert len(train(Interactions.gathered(likings()), most_titles=30).titles) == 30


def test_saying_it_twice_says_no_more() -> None:
    rows = list(likings())
    once, twice = train(Interactions.gathered(rows)), train(Interactions.gathered(rows + rows))

    assert np.array_equal(once.support, twice.support)
    assert np.allclose(once.weights, twice.weights)


@pytest.mark.parametrize(
    "rows",
    [[], [("alice", 1, 1.0)], [("alice", 1, 1.0), ("alice", 2, 1.0)], [("alice", 1, 1.0), ("bob", 1, 0.5)]],
    ids=["nobody", "one and one", "one person", "one title"],
)
def test_next_to_nothing_is_enough_to_learn_from(rows: list[tuple[str, int, float]]) -> None:
    model = train(Interactions.gathered(rows))

    assert set(model.titles.tolist()) == {title for _, title, _ in rows}
    assert {pick.title for pick in Recommender(model).for_user([(1, 1.0)])} <= {2}


def test_what_was_disliked_is_not_learnt_from() -> None:
    model = train(Interactions.gathered([("alice", 1, 1.0), ("alice", 2, 0.0), ("bob", 2, -1.0)]))

    assert model.titles.tolist() == [1]


def test_praise_is_a_rating_from_six_up_a_favourite_or_having_watched() -> None:
    assert strength(rating=5.5) == 0
    assert strength(rating=5.5, times_watched=3) == 0
    assert strength(rating=8) == pytest.approx(0.8)
    assert strength(rating=8, favorite=True) == strength(favorite=True) == 1
    assert strength() == 0 < strength(times_watched=1) < strength(times_watched=2) < 1
