"""Which title is meant by a name and a year."""

import pytest

from matinee.library.transfer.formats.rows import About, Kind
from matinee.library.transfer.matching import Ambiguous, Candidate, Matched, NotFound, folded, match


def film(number: int, *names: str, year: int | None = None, kind: Kind = "movie") -> Candidate:
    """A candidate."""
    return Candidate(number, kind, names, year)


METROPOLIS = film(1, "Metropolis", year=1927)
ANIME = film(2, "Metropolis", year=2001)


def test_the_same_name_and_year_is_it() -> None:
    assert match(About("movie", "METROPOLIS", 1927), [ANIME, METROPOLIS]) == Matched(METROPOLIS)


def test_case_accents_and_punctuation_are_no_difference() -> None:
    pandora = film(3, "Die Büchse der Pandora", year=1929)
    assert match(About("movie", "die buchse der pandora!", 1929), [pandora]) == Matched(pandora)


def test_any_of_its_names_will_do() -> None:
    pandora = film(3, "Pandora's Box", "Die Büchse der Pandora", year=1929)
    assert match(About(None, "Die Büchse der Pandora", 1929), [pandora]) == Matched(pandora)


@pytest.mark.parametrize("year", [1926, 1928])
def test_a_year_may_be_off_by_one(year: int) -> None:
    assert match(About("movie", "Metropolis", year), [METROPOLIS, ANIME]) == Matched(METROPOLIS)


def test_a_year_that_is_off_by_more_is_another_film() -> None:
    assert match(About("movie", "Metropolis", 1929), [METROPOLIS, ANIME]) == NotFound()


def test_the_exact_year_is_better_than_one_beside() -> None:
    beside = film(4, "Metropolis", year=1928)
    assert match(About("movie", "Metropolis", 1927), [beside, METROPOLIS]) == Matched(METROPOLIS)


def test_two_of_the_same_name_and_year_are_to_choose_from() -> None:
    twin = film(9, "Metropolis", year=1927)
    assert match(About("movie", "Metropolis", 1927), [twin, METROPOLIS]) == Ambiguous((METROPOLIS, twin))


def test_without_a_year_a_name_that_several_have_is_to_choose_from() -> None:
    assert match(About("movie", "Metropolis"), [METROPOLIS, ANIME]) == Ambiguous((METROPOLIS, ANIME))
    assert match(About("movie", "Metropolis"), [METROPOLIS]) == Matched(METROPOLIS)


def test_a_show_is_not_a_film() -> None:
    show = film(5, "Metropolis", year=1927, kind="tv")
    assert match(About("movie", "Metropolis", 1927), [show]) == NotFound()
    assert match(About(None, "Metropolis", 1927), [show]) == Matched(show)


def test_a_typing_error_in_a_long_name_is_forgiven() -> None:
    living_dead = film(6, "Night of the Living Dead", year=1968)
    assert match(About("movie", "Night of the Livng Dead", 1968), [living_dead]) == Matched(living_dead)


def test_a_name_that_is_only_like_it_is_to_be_looked_at() -> None:
    living_dead = film(6, "Night of the Living Dead", year=1968)
    assert match(About("movie", "Night of Living Ded", 1968), [living_dead]) == Ambiguous((living_dead,))
    assert match(About("movie", "Night of the Livng Dead", 1967), [living_dead]) == Ambiguous((living_dead,))


def test_parts_are_told_apart_by_their_numbers() -> None:
    second, third = film(7, "Flash Gordon II", year=1940), film(8, "Flash Gordon 3", year=1940)
    assert match(About("movie", "Flash Gordon 2", 1940), [second, third]) == Matched(second)
    assert match(About("movie", "Flash Gordon 4", 1940), [second, third]) == NotFound()


def test_nothing_is_found_by_no_name_and_among_no_candidates() -> None:
    assert match(About("movie", "!!!", 1927), [METROPOLIS, film(10, "???", year=1927)]) == NotFound()
    assert match(About("movie", "Metropolis", 1927), []) == NotFound()


def test_choices_are_few() -> None:
    many = [film(number, "Metropolis", year=1927) for number in range(50)]
    found = match(About("movie", "Metropolis", 1927), many)
    assert isinstance(found, Ambiguous)
    assert [one.id for one in found.choices] == list(range(8))


def test_folding_is_that_of_the_search() -> None:
    assert folded("L'Âge d'or II") == "l age d or 2"
