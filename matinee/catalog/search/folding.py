"""Folding names and queries to the same bare words: no case, accents, punctuation; small words marked as such."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST_WORD = 40
LONGEST_NAME = 200
_MOST_JOINED = 6  # parts of "m*a*s*h"; a row of more hyphens is a decoration, not a word

# Articles and "and" of the languages that titles mostly come in. They are indexed, but never asked for.
_SMALL_WORDS = {
    "en": "a an the and",
    "de": "der die das den dem des ein eine einen einem einer eines und",
    "fr": "le la les l un une des d du et",
    "es": "el la los las un una unos unas lo y e",
    "it": "il lo la l i gli le un uno una e",
    "nl": "de het een en",
    "pt": "o a os as um uma uns umas e",
    "sv": "en ett den det och",
    "da": "en et den det og",
}
SMALL_WORDS = frozenset(word for words in _SMALL_WORDS.values() for word in words.split())

# "Rocky II" is typed as "rocky 2". Single letters stay: "X" is a film, and "Malcolm X" another.
_NUMERALS = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12"}

# Letters that Unicode does not take apart, and signs that stand for words.
_SPECIAL = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ə": "e",
    "\u0131": "i",
    "\u064a": "\u06cc",
    "\u0649": "\u06cc",
    "\u0643": "\u06a9",
    "\u0640": "",
    "\u0629": "\u0647",  # typed without its dots by many
}
_SIGNS = str.maketrans({"&": " and ", "½": " 1/2"})
_IDEOGRAPH = re.compile("([\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
_BREAK = "-"  # between the parts of one chunk, as in "spider-man"
_KEPT_CLASSES = {0, 7, 8, 9}  # vowel signs, nukta, kana voicing, virama: they make another letter, not an accent


class _Letters(dict[int, str]):
    """What each decomposed character becomes; filled as characters are met."""

    def __missing__(self, codepoint: int) -> str:
        self[codepoint] = folded = _fold_letter(chr(codepoint))
        return folded


def _fold_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    category = unicodedata.category(letter)
    if category.startswith("M"):
        return letter if unicodedata.combining(letter) in _KEPT_CLASSES and category != "Me" else ""
    if category == "Cf":  # joiners and direction marks are not seen, so nobody types them
        return ""
    if letter.isdecimal():  # whatever the script, a year is typed in any
        return str(int(letter))
    return _SPECIAL.get(letter, letter) if letter.isalnum() else _BREAK


_LETTERS = _Letters()


def _fold(text: str) -> str:
    """Bare letters, spaces and breaks."""
    text = text[:LONGEST_NAME].translate(_SIGNS)
    if text.isascii():
        return text.lower().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", decomposed.translate(_LETTERS))


def _parts(chunk: str) -> list[str]:
    return [part[:LONGEST_WORD] for part in chunk.split(_BREAK) if part]


def _split(part: str) -> list[str]:
    """Scripts without spaces are searched letter by letter."""
    pieces = [part] if part.isascii() else _IDEOGRAPH.sub(r" \1 ", part).split()
    return [_NUMERALS.get(piece, piece) for piece in pieces]


def words(text: str) -> list[str]:
    """The words of a name or query in order: "L'Année dernière à Marienbad" -> l annee derniere a marienbad."""
    return [word for chunk in _fold(text).split() for part in _parts(chunk) for word in _split(part)]


def joined_words(text: str) -> list[str]:
    """What punctuation keeps apart, written as one: "Spider-Man: Don't" -> spiderman, dont."""
    chunks = (_parts(chunk) for chunk in _fold(text).split() if _BREAK in chunk)
    return ["".join(parts)[:LONGEST_WORD] for parts in chunks if 1 < len(parts) <= _MOST_JOINED]


def without_small(all_words: Sequence[str]) -> Sequence[str]:
    """The words that tell something; all of them when none does, as in "The The"."""
    return [word for word in all_words if word not in SMALL_WORDS] or all_words
