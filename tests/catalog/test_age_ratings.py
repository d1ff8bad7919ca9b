"""What rating boards say, in years."""

import pytest

from matinee.catalog.age_ratings import minimum_age, years
from matinee.catalog.metadata import StoredRelease


def rated(**words: str) -> list[StoredRelease]:
    """A release in each country, under its certification; an underscore stands for a space."""
    return [StoredRelease(country=where, certification=word, released=None, type="") for where, word in words.items()]


@pytest.mark.parametrize(
    ("country", "word", "age"),
    [
        ("US", "G", 0), ("US", "PG", 10), ("US", "PG-13", 13), ("US", "R", 17), ("US", "NC-17", 18),
        ("US", "TV-Y", 0), ("US", "TV-Y7-FV", 7), ("US", "TV-PG", 10), ("US", "TV-14", 14), ("US", "TV-MA", 17),
        ("GB", "U", 0), ("GB", "PG", 8), ("GB", "12A", 12), ("GB", "R18", 18),
        ("DE", "0", 0), ("DE", "FSK 16", 16), ("FR", "U", 0), ("FR", "16", 16), ("ES", "A", 0), ("ES", "7i", 7),
        ("IT", "T", 0), ("IT", "VM14", 14), ("NL", "AL", 0), ("NL", "9", 9), ("SE", "Btl", 0), ("SE", "11", 11),
        ("NO", "A", 0), ("DK", "A", 0), ("DK", "15", 15), ("FI", "S", 0), ("FI", "K-16", 16),
        ("AU", "M", 15), ("AU", "MA 15+", 15), ("AU", "R18+", 18), ("NZ", "M", 16), ("NZ", "R13", 13),
        ("CA", "14A", 14), ("CA", "18A", 18), ("BR", "L", 0), ("BR", "A14", 14), ("MX", "AA", 0), ("MX", "B-15", 15),
        ("JP", "G", 0), ("JP", "PG12", 12), ("JP", "R18+", 18), ("KR", "All", 0), ("KR", "19", 18),
        ("IN", "U", 0), ("IN", "UA", 12), ("IN", "U/A 16+", 16), ("IN", "A", 18), ("IE", "15A", 15),
        ("AT", "14", 14), ("CH", "6", 6), ("PL", "12", 12), ("PT", "M/12", 12), ("BE", "AL", 0), ("BE", "KNT/ENA", 16),
        ("ZA", "10-12PG", 10), ("SG", "R21", 21), ("SG", "NC16", 16), ("RU", "18+", 18),
    ],
)  # fmt: skip
def test_a_rating_is_a_number_of_years(country: str, word: str, age: int) -> None:
    assert years(country, word) == age


@pytest.mark.parametrize(("country", "word"), [("US", "NR"), ("US", ""), ("GB", "E"), ("DK", "F"), ("XX", "G")])
def test_what_says_nothing_of_age_is_no_rating(country: str, word: str) -> None:
    assert years(country, word) is None


def test_the_own_region_counts_before_stricter_ones() -> None:
    assert minimum_age(rated(US="R", DE="12", GB="15"), "DE") == 12


def test_of_several_ratings_in_one_region_the_strictest_counts() -> None:
    assert minimum_age([*rated(DE="12"), *rated(DE="16")], "DE") == 16


def test_without_one_the_strictest_of_the_well_known_counts_and_then_any() -> None:
    assert minimum_age(rated(DE="12", GB="15", KR="18"), "PL") == 15
    assert minimum_age(rated(KR="15", BR="12"), "PL") == 15
    assert minimum_age(rated(PL="unknown", US="NR"), "PL") is None


def test_what_only_adults_may_see_needs_no_rating() -> None:
    assert minimum_age([], "DE", is_adult=True) == 18
    assert minimum_age(rated(DE="0"), "DE", is_adult=True) == 18
