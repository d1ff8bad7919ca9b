"""Folding names to bare words."""

# ruff: noqa: RUF001 - letters that look like others are what is tested
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matinee.catalog.search import folding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Année dernière à Marienbad", "l annee derniere a marienbad"),
        ("Große Straße", "grosse strasse"),
        ("Łódź, Ærø & Þingvellir", "lodz aero and thingvellir"),
        ("İstanbul ışık", "istanbul isik"),
        ("S.W.A.T.", "s w a t"),
        ("8½", "8 1 2"),
        ("Rocky II, Malcolm X", "rocky 2 malcolm x"),
        ("ёлка Й", "елка и"),
        ("Ωραία Ελλάς", "ωραια ελλασ"),
        ("العرّاب", "العراب"),
        ("أُمُّ القُرَى", "ام القری"),
        ("المدينة البعيدة ١٩٧٧", "المدینه البعیده 1977"),
        ("ســينما", "سینما"),
        ("ガンダム", "ガ ン ダ ム"),
        ("올드보이", "올드보이"),
        ("ＡＢＣ", "abc"),
        ("🎬 film", "film"),
        ("ii㐀", "2 㐀"),
    ],
)
def test_names_fold_to_bare_words(text: str, expected: str) -> None:
    assert " ".join(folding.words(text)) == expected


@pytest.mark.parametrize(("text", "joined"), [("Spider-Man: Don't", ["spiderman", "dont"]), ("M*A*S*H", ["mash"])])
def test_what_punctuation_keeps_apart_is_known_as_one_word_too(text: str, joined: list[str]) -> None:
    assert folding.joined_words(text) == joined


@given(st.text(max_size=80))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    folded = folding.words(text)
    again = folding.words(" ".join(folded))
    assert again == folded or len(" ".join(folded)) > folding.LONGEST_NAME
