"""Suggestions while typing."""

import pytest

from matinee.catalog import search
from matinee.core.access import EVERYTHING
from tests.catalog.search.shelf import add_person, add_title, names, suggest

pytestmark = [pytest.mark.usefixtures("shelf"), pytest.mark.both_databases]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("The Godfather", "the godfather"),
        ("The Godfather", "godfather"),
        ("Spider-Man: No Way Home", "spider-man: no way"),
        ("Keanu Reeves", "keanu reeves"),
        ("Keanu Reeves", "reeves k"),
        ("Seven Samurai", "七人の侍"),
    ],
)
def test_a_name_is_suggested_from_early_on_to_the_last_letter(name: str, text: str) -> None:
    first = min(len(text), 5)
    for length in range(first, len(text) + 1):
        assert name in suggest(text[:length]), text[:length]


@pytest.mark.parametrize("letter", ["m", "g", "u", "д", "七"])
def test_one_letter_is_enough_for_something(letter: str) -> None:
    add_title("Дюна", 2021)
    assert suggest(letter)


@pytest.mark.parametrize("text", ["mtri", "godfahte", "godfahter", "keanu reve", "blaed ru"])
def test_errors_are_forgiven_in_words_still_being_typed(text: str) -> None:
    assert suggest(text)


def test_no_more_are_suggested_than_asked_for() -> None:
    assert len(search.suggest("m", limit=2, viewer=EVERYTHING)) == 2
    assert len(search.suggest("the", viewer=EVERYTHING)) <= 8


def test_where_titles_are_asked_for_nothing_else_is_suggested() -> None:
    add_person("Maria Godfather")
    people = {"Keanu Reeves", "Maria Godfather"}
    assert "Maria Godfather" in suggest("godfather")
    for text in ("godfather", "keanu reeves", "mtri", "m"):
        hits = search.suggest(text, viewer=EVERYTHING, titles_only=True)
        assert {hit.kind for hit in hits} <= {"movie", "tv"}, text
        assert not people & set(names(hits))
    assert "The Godfather" in names(search.suggest("godfather", viewer=EVERYTHING, titles_only=True))
