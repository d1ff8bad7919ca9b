"""The words of an overview, in any language. Which of them say something is told by how few titles have them."""

import re
import unicodedata
from collections import Counter

_LONGEST = 4000  # characters of an overview that are read
_LEAST_LETTERS, _MOST_LETTERS = 3, 30
# Letters with their marks; digits say nothing alone.
_WORD = re.compile(r"[^\W\d_]+")
# Scripts that are written without spaces: two neighbouring signs are what comes nearest to a word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff]")


def words(text: str) -> Counter[str]:
    """How often each word occurs, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text[:_LONGEST]).casefold()
    bare = "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")
    found: Counter[str] = Counter()
    for word in _WORD.findall(bare):
        if _UNSPACED.search(word):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        elif _LEAST_LETTERS <= len(word) <= _MOST_LETTERS:
            found[word] += 1
    return found
