"""What is said of values that cannot be read."""

_LONGEST_SHOWN = 60


class Unreadable(Exception):
    """A line cannot be understood. Its sentence says what is wrong and what would be right."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def shown(value: object) -> str:
    """A value as it is named in a sentence: in quotes, on one line, and not too long."""
    text = " ".join(str(value).replace("\0", "\N{SYMBOL FOR NULL}").split())
    return f'"{text[: _LONGEST_SHOWN - 1]}…"' if len(text) > _LONGEST_SHOWN else f'"{text}"'
