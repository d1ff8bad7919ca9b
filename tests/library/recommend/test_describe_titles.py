"""What titles are, and how alike that makes them."""

import pytest

from matinee.library.recommend import Pick, Reason, TitleFeatures
from matinee.library.recommend.describing import describe
from matinee.library.recommend.recommender import Recommender
from matinee.library.recommend.words import words
from tests.library.recommend.planted import SHELF


@pytest.fixture
def recommender() -> Recommender:
    """Knows what eleven titles are, and nothing of anybody's taste."""
    return Recommender(content=describe(SHELF))


def reasons(picks: list[Pick]) -> dict[int, Reason]:
    return {pick.title: pick.reasons[0] for pick in picks}


def test_a_sequel_is_the_nearest_and_says_so(recommender: Recommender) -> None:
    picks = recommender.similar(3, 4)

    assert {pick.title for pick in picks[:2]} == {4, 5}
    assert reasons(picks)[4] == Reason("collection", 3, ("nosferatu",))
    assert reasons(picks)[6] == Reason("keywords", 3, ("vampire",))


def test_the_same_director_is_a_reason_as_is_an_actor(recommender: Recommender) -> None:
    assert reasons(recommender.similar(1, 10))[2] == Reason("director", 1, ("lang",))
    assert reasons(recommender.similar(7, 10))[8] == Reason("cast", 7, ("keaton",))


def test_what_only_the_provider_puts_together_says_so(recommender: Recommender) -> None:
    assert reasons(recommender.similar(1, 10))[8] == Reason("provider", 1)


def test_words_of_the_overview_connect_what_nothing_else_does() -> None:
    titles = [
        TitleFeatures(1, overview="Zwei Schwestern erben einen Leuchtturm."),
        TitleFeatures(2, overview="Der Leuchtturm wird verkauft."),
        TitleFeatures(3, overview="Ein Koch verliert seinen Geschmack."),
        TitleFeatures(4, overview="Drei Freunde fahren ans Meer."),
    ]
    picks = Recommender(content=describe(titles)).similar(1, 5)

    assert picks[0].title == 2
    assert picks[0].reasons == (Reason("text", 1, ("leuchtturm",)),)
    assert len(picks) == 3 or 3 not in reasons(picks)


def test_words_are_found_in_any_script() -> None:
    assert set(words("L'Été à Paris, 1924")) == {"ete", "paris"}
    assert set(words("Ночь в городе")) == {"ночь", "городе"}
    assert words("東京物語") == {"東京": 1, "京物": 1, "物語": 1}
    assert not words("")


def test_one_of_a_big_cast_connects_less_than_a_whole_one() -> None:
    crowd = tuple(f"extra {number}" for number in range(9))
    titles = [
        TitleFeatures(1, cast=("keaton", *crowd)),
        TitleFeatures(2, cast=("keaton",)),
        TitleFeatures(3, cast=("chaplin",)),
        TitleFeatures(4, cast=("chaplin",)),
    ]
    model = describe(titles)

    assert model.between(*[model.positions.of([one]) for one in (1, 2)]) < model.between(
        *[model.positions.of([one]) for one in (3, 4)]
    )


@pytest.mark.parametrize(
    "titles",
    [[], [TitleFeatures(1)], [TitleFeatures(1), TitleFeatures(1)], [TitleFeatures(1, overview="x" * 10_000)]],
    ids=["none", "of nothing", "the same twice", "a long word"],
)
def test_titles_of_which_nothing_is_known_are_no_trouble(titles: list[TitleFeatures]) -> None:
    recommender = Recommender(content=describe(titles))

    assert recommender.similar(1, 5) == []
    assert {pick.title for pick in recommender.for_user([])} <= {1}
