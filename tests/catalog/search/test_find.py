"""Finding what somebody typed, however they typed it."""

# ruff: noqa: RUF001 - letters that look like others are what is tested
import pytest

from matinee.catalog import search
from matinee.core.access import EVERYTHING
from tests.catalog.search.shelf import add_title, find, index, names, store_title, suggest

pytestmark = [pytest.mark.usefixtures("shelf"), pytest.mark.both_databases]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the matrx 1999", "The Matrix"),
        ("the matrix 1999", "The Matrix"),
        ("1999 matrix", "The Matrix"),
        ("dune 1984", "Dune"),
        ("2001 a space odyssey", "2001: A Space Odyssey"),
        ("2001 space odyssey 1968", "2001: A Space Odyssey"),
        ("1917", "1917"),
        ("1917 2019", "1917"),
        ("blade runner 2049", "Blade Runner 2049"),
        ("blade runner 1982", "Blade Runner"),
    ],
)
def test_a_year_is_a_year_unless_it_is_in_the_name(text: str, name: str) -> None:
    assert find(text)[0] == name


def test_a_year_leaves_out_the_films_of_other_years() -> None:
    assert search.find("dune 1984", "all", 1, viewer=EVERYTHING).total == 1


def test_a_year_remembered_wrongly_is_forgiven() -> None:
    found = search.find("the godfather 1973", "all", 1, viewer=EVERYTHING)
    assert names(found.hits) == ["The Godfather"]


@pytest.mark.parametrize("text", ["matrix 1", "matrix 19", "matrix 199"])
def test_a_year_may_still_be_being_typed(text: str) -> None:
    assert suggest(text)[0] == "The Matrix"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("AMÉLIE", "Amélie"),
        ("amelie", "Amélie"),
        ("fabuleux destin amelie poulain", "Amélie"),
        ("matrix", "The Matrix"),
        ("matrix, the", "The Matrix"),
        ("lord of rings return of king", "The Lord of the Rings: The Return of the King"),
        ("the lord of the rings the return", "The Lord of the Rings: The Return of the King"),
        ("avventura", "L'avventura"),
        ("l avventura", "L'avventura"),
        ("lavventura", "L'avventura"),
        ("pate", "The Godfather"),
        ("die hard", "Die Hard"),
        ("spiderman", "Spider-Man: No Way Home"),
        ("spider man no way home", "Spider-Man: No Way Home"),
        ("spider-man!!! no way...", "Spider-Man: No Way Home"),
        ("starwars", "Star Wars"),
        ("wall-e", "WALL·E"),
        ("walle", "WALL·E"),
        ("8 1/2", "8½"),
        ("rocky 2", "Rocky II"),
        ("rocky ii", "Rocky II"),
        ("fast and furious", "Fast & Furious"),
        ("fast furious", "Fast & Furious"),
        ("furious fast", "Fast & Furious"),
        ("tautou audrey", "Audrey Tautou"),
        ("toshiro mifune", "Toshirō Mifune"),
    ],
)
def test_accents_case_punctuation_articles_spaces_and_order_do_not_matter(text: str, name: str) -> None:
    assert find(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("матрица", "The Matrix"),
        ("МАТР", "The Matrix"),
        ("ματριξ", "The Matrix"),
        ("黑客", "The Matrix"),
        ("العراب", "The Godfather"),
        ("七人の侍", "Seven Samurai"),
        ("侍", "Seven Samurai"),
        ("三船", "Toshirō Mifune"),
    ],
)
def test_names_in_any_script_are_found(text: str, name: str) -> None:
    assert find(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name", "corrected"),
    [
        ("godfahter", "The Godfather", "godfather"),  # swapped
        ("godfathr", "The Godfather", "godfather"),  # left out
        ("goddfather", "The Godfather", "godfather"),  # typed twice
        ("gosfather", "The Godfather", "godfather"),  # the key beside
        ("hodfather", "The Godfather", "godfather"),  # the very first letter
        ("gosfathr", "The Godfather", "godfather"),  # two errors
        ("godofrather", "The Godfather", "godfather"),  # two letters too many
        ("star wras", "Star Wars", "star wars"),
        ("bladd runnre", "Blade Runner", "blade runner"),
        ("keanu reves", "Keanu Reeves", "keanu reeves"),
        ("матирца", "The Matrix", "матрица"),
    ],
)
def test_one_or_two_typing_errors_are_forgiven(text: str, name: str, corrected: str) -> None:
    found = search.find(text, "all", 1, viewer=EVERYTHING)
    assert names(found.hits)[0] == name
    assert found.corrected == corrected
    assert not found.confident


def test_short_words_have_one_error_forgiven_and_very_short_ones_none() -> None:
    assert find("dunr") == ["Dune", "Dune"]
    assert find("dmke") == []
    assert find("uq") == []


def test_what_is_spelt_as_typed_is_not_corrected() -> None:
    assert search.find("matrix", "all", 1, viewer=EVERYTHING).corrected is None


def test_the_very_name_or_many_that_have_its_words_are_answer_enough() -> None:
    assert search.find("matrix", "all", 1, viewer=EVERYTHING).confident
    assert search.find("the matrix 1999", "all", 1, viewer=EVERYTHING).confident
    assert not search.find("the matrix 1998", "all", 1, viewer=EVERYTHING).confident
    assert not search.find("matri", "all", 1, viewer=EVERYTHING).confident
    index(*(store_title(f"Matrix {number}", 2010) for number in range(20)))
    assert search.find("matri", "all", 1, viewer=EVERYTHING).confident


def test_the_better_known_comes_first() -> None:
    assert find("dune")[0] == "Dune"
    assert find("matrix") == ["The Matrix", "The Matrix Reloaded", "Matrix"]
    assert find("up")[:2] == ["Up", "Upstairs at Midnight"]
    assert find("blade runner") == ["Blade Runner", "Blade Runner 2049"]


def test_the_closer_name_comes_first_among_equally_known() -> None:
    for name in ("Sea of Doubt", "Doubt", "The Doubting Sea"):
        add_title(name, 2010, votes=100)
    assert find("doubt") == ["Doubt", "The Doubting Sea", "Sea of Doubt"]


def test_a_hardly_known_film_is_found_by_its_short_name_among_hundreds_that_begin_so() -> None:
    index(*(store_title(f"Itinerary {number}", 2000, votes=1000) for number in range(200)))
    add_title("It", 1966, votes=2)
    assert "It" in find("it")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("movie", {"The Matrix", "The Matrix Reloaded"}), ("tv", {"Matrix"}), ("person", set())],
)
def test_one_kind_can_be_asked_for(kind: search.AnyKind, expected: set[str]) -> None:
    assert set(find("matrix", kind)) == expected


def test_pages_follow_one_another_and_the_total_counts_all() -> None:
    index(*(store_title(f"Harbour {number}", 1990, votes=number) for number in range(130)))
    pages = [search.find("harbour", "all", page, viewer=EVERYTHING) for page in range(1, 9)]
    ids = [hit.id for page in pages for hit in page.hits]
    assert [len(page.hits) for page in pages] == [20, 20, 20, 20, 20, 20, 10, 0]
    assert len(set(ids)) == 130
    assert {page.total for page in pages} == {130}
    scores = [hit.score for page in pages for hit in page.hits]
    assert scores == sorted(scores, reverse=True)


def test_what_is_not_there_is_not_found() -> None:
    found = search.find("xylophone quagmire", "all", 1, viewer=EVERYTHING)
    assert found == search.Found((), 0, None, confident=False)


def test_what_was_typed_comes_before_a_guess_however_famous() -> None:
    add_title("Don Q, Son of Zorro", 1925, votes=10)
    add_title("Morrow", 1999, votes=1_000_000)
    found = search.find("zorro", "all", 1, viewer=EVERYTHING)
    assert names(found.hits)[0] == "Don Q, Son of Zorro"
    assert found.corrected is None


@pytest.mark.parametrize(
    "text", ["مدينة بلا أبواب", "مدينه بلا ابواب", "مَدِينَةٌ بِلا أَبْوابٍ", "ابواب مدينة", "مدينة ١٩٧٧", "مدينة بلا اب"]
)
def test_an_arabic_name_is_found_however_it_is_written(text: str) -> None:
    add_title("Town Without Doors", 1977, translations={"ar": "مدينة بلا أبواب"})
    assert find(text)[0] == "Town Without Doors"
