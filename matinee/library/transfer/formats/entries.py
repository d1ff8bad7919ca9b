"""Reading a list of objects out of a JSON file, one at a time.

The list may be the whole file or stand inside of objects, `{"format": …, "entries": [ … ]}`: it is the first of the
file. Where each entry ends is found by its brackets alone, so a bad one costs only itself, and memory does not grow
with the file. Each bracket takes its time, so behind more of them than any entry has the file is not read on.
"""

import re
from collections.abc import Iterator
from typing import TextIO, TypeAlias

import orjson

LONGEST_ENTRY = 1 << 20  # characters
_LONGEST_HEAD = 1 << 18  # characters before the list; how deep it stands is kept sign by sign
_MOST_IN_VAIN = 50_000  # brackets opened since the last good entry; a show with 10,000 episodes has one for each
_CHUNK = 1 << 16
# Up to the next bracket, over whole strings. What is matched is never given back, so it cannot become slow.
_ON = re.compile(r'(?:[^"\[\]{}]++|"[^"\\]*+(?:\\.[^"\\]*+)*+")*+', re.DOTALL)
_IN_STRING = re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+', re.DOTALL)
_BETWEEN = " \t\r\n,"
_CLOSES = {"[": "]", "{": "}"}

Json: TypeAlias = dict[str, object]
Entry: TypeAlias = tuple[int, Json | str]


class Entries:
    """The objects of the first list in a JSON text: their number from 1, and each, or what is wrong with it.

    To be gone through once. `head` has the members before the list as soon as the first entry is there.
    """

    def __init__(self, text: TextIO) -> None:
        self.head: Json = {}
        self._text = text
        self._in_string = self._escaped = False
        self._open = ""  # the brackets around the list, until it is found
        self._depth = 0  # brackets that are open
        self._list_depth: int | None = None
        self._in_vain = 0
        self._is_over = False
        self._number = 0
        self._pieces: list[str] = []
        self._length = 0

    def __iter__(self) -> Iterator[Entry]:
        while not self._is_over and (chunk := self._text.read(_CHUNK)):
            yield from self._entries_in(chunk)
            self._is_over |= self._list_depth is None and self._length > _LONGEST_HEAD
        if self._list_depth is not None and not self._is_over:
            yield self._number + 1, "The file ends here, in the middle of its list. Download it anew"

    def _entries_in(self, chunk: str) -> Iterator[Entry]:
        at = begin = 0
        while (at := self._next_bracket(chunk, at)) < len(chunk):
            if self._list_depth is None:
                if self._look_for_list(chunk[begin : at + 1]):
                    begin = at + 1
            elif chunk[at] in _CLOSES:
                if self._depth == self._list_depth:
                    yield from self._between(chunk[begin:at])
                    begin = at
                self._depth += 1
                self._in_vain += 1
                if self._in_vain > _MOST_IN_VAIN:
                    yield (
                        self._number + 1,
                        "This has more brackets than any entry, and was not read on. Download it anew",
                    )
                    self._is_over = True
                    return
            else:
                self._depth -= 1
                if self._depth == self._list_depth:
                    yield self._entry(chunk[begin : at + 1])
                    begin = at + 1
                elif self._depth < self._list_depth:
                    yield from self._between(chunk[begin:at])
                    self._is_over = True
                    return
            at += 1
        self._keep(chunk[begin:])

    def _next_bracket(self, chunk: str, at: int) -> int:
        """Where it is outside of strings; the length of the chunk when there is none."""
        while at < len(chunk):
            if self._in_string:
                at = self._end_of_string(chunk, at)
                continue
            matched = _ON.match(chunk, at)
            at = matched.end() if matched else at
            if at < len(chunk) and chunk[at] != '"':
                return at
            self._in_string = at < len(chunk)  # it is not closed in this chunk
            at += 1
        return len(chunk)

    def _end_of_string(self, chunk: str, at: int) -> int:
        if self._escaped:
            self._escaped = False
            at += 1
        matched = _IN_STRING.match(chunk, at)
        at = matched.end() if matched else at
        if at < len(chunk):
            self._escaped = chunk[at] == "\\"  # the last of the chunk
            self._in_string = self._escaped
        return at + 1

    def _look_for_list(self, text: str) -> bool:
        """Whether its bracket is the last of this text."""
        bracket = text[-1]
        if bracket == "[":
            self._depth = self._list_depth = len(self._open) + 1
            closing = "".join(_CLOSES[sign] for sign in reversed(self._open))
            head = _parsed(f"{self._taken(text)}]{closing}")
            self.head = head if isinstance(head, dict) else {}
            return True
        self._open = f"{self._open}{{" if bracket == "{" else self._open[:-1]
        return False

    def _between(self, text: str) -> Iterator[Entry]:
        if rest := self._taken(text).strip(_BETWEEN):
            self._number += 1
            yield self._number, f"{rest[:60]!r} is no entry. Remove it"

    def _entry(self, text: str) -> Entry:
        self._number += 1
        whole = self._taken(text)
        if not whole:
            return self._number, f"This entry is longer than {LONGEST_ENTRY:,} characters. Shorten its texts"
        value = _parsed(whole)
        if isinstance(value, str):
            return self._number, f"This entry is not valid JSON ({value}). Download the file anew"
        if not isinstance(value, dict):
            return self._number, "This entry is a list and not an object. Remove it"
        self._in_vain = 0
        return self._number, value

    def _keep(self, text: str) -> None:
        self._length += len(text)
        if self._length <= LONGEST_ENTRY:
            self._pieces.append(text)
        else:
            self._pieces.clear()

    def _taken(self, text: str) -> str:
        """What was kept and this; empty when it is too long."""
        self._keep(text)
        whole = "".join(self._pieces)
        self._pieces.clear()
        self._length = 0
        return whole


def _parsed(text: str) -> object:
    """The value, or as a text what is wrong with it: no JSON at all, NaN, nested too deep."""
    try:
        value: object = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        return error.msg
    return value if not isinstance(value, str) else "only a text"
