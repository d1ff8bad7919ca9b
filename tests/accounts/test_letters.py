"""The letters: each that can be asked for exists in each language, as text and HTML, and no subject has a code."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import allauth
import pytest

from matinee.accounts.actions import find_user
from matinee.accounts.actions.people import change_profile
from matinee.accounts.flows import letters
from tests.accounts import post
from tests.accounts.cast import Browser, person

_ALLAUTH = Path(allauth.__file__).parent / "templates"
FACTS = {
    "code": "ABCD-EFGH",
    "ip": "192.0.2.1",
    "user_agent": "<b>Browser</b>",
    "provider": SimpleNamespace(name="Google & Co"),
}


def asked_for() -> list[str]:
    """Every letter of allauth's that our settings can lead to."""
    found = {
        f"{file.parent.parent.name}/{file.name.removesuffix('_subject.txt')}"
        for file in _ALLAUTH.glob("*/email/*_subject.txt")
    }
    assert len(found) > 15
    return sorted(found - {"account/password_reset_key"})


@pytest.mark.parametrize("language", letters.LANGUAGES)
@pytest.mark.parametrize("name", asked_for())
def test_each_letter_exists_in_each_language(name: str, language: str) -> None:
    letter = letters.write(name, language, FACTS)

    assert letter.subject.startswith("Matinee: ")
    assert "{" not in letter.subject + letter.text
    assert "ABCD-EFGH" not in letter.subject
    assert len(letter.text) > 80
    assert f'lang="{language}"' in letter.html
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in letter.html
    assert "<b>Browser" not in letter.html
    assert "192.0.2.1" in letter.text


@pytest.mark.parametrize("language", letters.LANGUAGES)
def test_every_language_has_the_same_letters_and_places(language: str) -> None:
    folder = Path(letters.__file__).parent

    def places(name: str) -> dict[str, list[str]]:
        texts = json.loads((folder / f"{name}.json").read_text("utf-8"))
        told = {**{f"phone {key}": value for key, value in texts["phone"].items()}, "from": texts["from_where"]}
        told |= {
            f"{key} {part}": json.dumps(value)
            for key, letter in texts["letters"].items()
            for part, value in letter.items()
        }
        return {key: sorted(re.findall(r"\{\w+\}", value)) for key, value in told.items()}

    assert places(language) == places("en")


def test_no_two_languages_say_the_same() -> None:
    bodies = {letters.write("account/login_code", language, FACTS).text for language in letters.LANGUAGES}

    assert len(bodies) == len(letters.LANGUAGES) >= 5


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("de", "de"),
        ("de-AT,en;q=0.5", "de"),
        ("ar-EG, en;q=0.9", "ar"),
        ("nl, fr;q=0.8, en;q=0.9", "en"),
        ("xx", "en"),
        ("", "en"),
        ("*", "en"),
        (";;;", "en"),
        ("de" * 500, "en"),
    ],
)
def test_the_best_of_our_languages_is_chosen(asked: str, given: str) -> None:
    assert letters.choose(asked) == given


@pytest.mark.django_db
def test_a_persons_own_language_comes_before_the_browsers() -> None:
    person("alice")
    browser = Browser()
    request = f"{browser.flows}/auth/code/request"

    browser.post(request, {"email": "alice@example.org"}, Accept_Language="fr")
    assert 'lang="fr"' in post.last("alice@example.org").html

    change_profile(find_user("alice"), {"language": "de"})
    browser.post(request, {"email": "alice@example.org"}, Accept_Language="fr")
    assert 'lang="de"' in post.last("alice@example.org").html


@pytest.mark.django_db
def test_a_stranger_is_written_to_in_the_browsers_language() -> None:
    browser = Browser()

    browser.post(f"{browser.flows}/auth/code/request", {"email": "nobody@example.org"}, Accept_Language="es-MX")

    assert 'lang="es"' in post.last("nobody@example.org").html
