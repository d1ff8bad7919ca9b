"""Fills a database with made-up titles and people: `python -m bench.synthetic --titles 100000`.

Words are pronounceable and as unevenly used as in real names (Zipf), votes and popularity fall with rank about as
they do in large public catalogues, and there are half as many people as titles. Every eighth title is in a collection,
and each has three credits. The same number of titles always makes the same catalogue. It is made in the database that
the settings name, which should be an empty one.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import accumulate, islice

import django
from django.core.management import call_command
from django.db import connection, models, transaction

_BATCH = 10_000
_FIRST_YEAR, _LAST_YEAR = 1895, 2026
_ONSETS = "b bl br c ch cr d dr f fl fr g gl gr h j k kl l m n p pl pr qu r s sc sh sl sp st t th tr v w z"
_NUCLEI = "a e i o u a e i o ai ea ee ie io oo ou"
_CODAS = "- - - - l ll m n nd ng nt r rd rk rn rt s ss st t x ck"
_SMALL = "the a of and in la de le der die to my no el"


class Words:
    """A fixed vocabulary; `pick` draws common words often and most words hardly ever."""

    def __init__(self, count: int, chance: random.Random, first: Sequence[str] = ()) -> None:
        words = dict.fromkeys(first)
        while len(words) < count:
            # Short words first, so that the common ones are short, as in any language.
            syllables = 1 + (len(words) > count // 200) + (len(words) > count // 4 and chance.random() < 0.6)
            words[_word(chance, syllables)] = None
        self.all = list(words)
        self._weights = list(accumulate(1 / (rank + 2.7) ** 1.05 for rank in range(count)))
        self._chance = chance

    def pick(self, count: int) -> list[str]:
        """`count` words, by their frequency."""
        return self._chance.choices(self.all, cum_weights=self._weights, k=count)


def _word(chance: random.Random, syllables: int) -> str:
    onsets, nuclei, codas = _ONSETS.split(), _NUCLEI.split(), _CODAS.replace("-", "").split(" ")
    return "".join(chance.choice(onsets) + chance.choice(nuclei) for _ in range(syllables)) + chance.choice(codas)


def _votes(rank: int) -> int:
    return int(36_000 / (1 + rank / 120) ** 0.97) - 3


def _popularity(rank: int) -> float:
    return round(300 / math.pow(1 + rank / 20, 0.6), 3)


def _insert(model: type[models.Model], rows: Iterable[dict[str, object]]) -> None:
    """Insert many rows at once; columns that a row does not name take the field's default."""
    table, fields = model._meta.db_table, model._meta.concrete_fields  # noqa: SLF001 - Django documents _meta
    defaults = {field.attname: field.get_db_prep_save(field.get_default(), connection) for field in fields}
    columns = ", ".join(f'"{field.column}"' for field in fields)
    statement = f"INSERT INTO {table} ({columns}) VALUES ({', '.join(['%s'] * len(fields))})"
    with connection.cursor() as cursor:
        cursor.executemany(statement, [list((defaults | row).values()) for row in rows])


def _title_rows(count: int, words: Words, chance: random.Random) -> Iterator[dict[str, object]]:
    ranks = chance.sample(range(count), count)
    overviews = [" ".join(words.pick(30)).capitalize() + "." for _ in range(500)]
    now = datetime.now(UTC)
    for number, rank in enumerate(ranks, start=1):
        name = " ".join(words.pick(chance.choice((1, 2, 2, 3, 3, 3, 4, 5)))).title()
        year = _LAST_YEAR - int((_LAST_YEAR - _FIRST_YEAR) * chance.random() ** 2)
        yield {
            "id": number,
            "kind": "tv" if chance.random() < 0.17 else "movie",
            "tmdb_id": number,
            "name": name,
            "original_name": name if chance.random() < 0.8 else " ".join(words.pick(3)).title(),
            "original_language": "en",
            "language": "en",
            "overview": overviews[number % len(overviews)],
            "released_on": date(year, 1 + number % 12, 1 + number % 28),
            "year": year,
            "rating": round(chance.triangular(1, 10, 6.5), 1),
            "votes": max(_votes(rank), 0),
            "popularity": _popularity(rank),
            "fetched_at": now,
            "collection_id": None if number % 8 else number // 8 % _collections(count) + 1,
        }


def _collections(titles: int) -> int:
    """How many collections so many titles have; large public catalogues have some thousands."""
    return min(max(titles // 25, 1), 7000)


def _collection_rows(count: int, words: Words, chance: random.Random) -> Iterator[dict[str, object]]:
    for number in range(1, count + 1):
        names = [" ".join(words.pick(chance.choice((1, 2, 2, 3)))).title() for _ in range(5)]
        translations = {f"x{place}": {"title": f"{name} Suite", "overview": ""} for place, name in enumerate(names)}
        yield {
            "id": number,
            "tmdb_id": number,
            "name": f"{names[0]} Collection",
            "translations": json.dumps(translations),
        }


def _credit_rows(titles: int, people: int, chance: random.Random) -> Iterator[dict[str, object]]:
    for number in range(1, titles * 3 + 1):
        yield {
            "id": number,
            "title_id": (number - 1) // 3 + 1,
            "person_id": int(people * chance.random() ** 3) + 1,
            "kind": "cast" if number % 3 else "crew",
            "department": "Acting" if number % 3 else "Directing",
            "job": "" if number % 3 else "Director",
            "character": str(number),
            "position": number % 3,
        }


def _translation_rows(count: int, words: Words, chance: random.Random) -> Iterator[dict[str, object]]:
    for number in range(1, count // 2 + 1):
        yield {
            "id": number,
            "title_id": chance.randint(1, count // 20) * 20 if number % 2 else number,
            "language": f"x{number}"[:8],
            "name": " ".join(words.pick(chance.choice((2, 3, 4)))).title(),
        }


def _person_rows(count: int, chance: random.Random) -> Iterator[dict[str, object]]:
    first, last = Words(max(count // 100, 200), chance), Words(max(count // 4, 500), chance)
    for number, rank in enumerate(chance.sample(range(count), count), start=1):
        name = f"{first.pick(1)[0]} {last.pick(1)[0]}".title()
        yield {"id": number, "tmdb_id": number, "name": name, "popularity": round(60 / (1 + rank / 50) ** 0.55, 3)}


def make(titles: int) -> None:
    """Make the catalogue, without search's tables."""
    from matinee.catalog.models import Collection, Credit, Person, Title, TitleTranslation  # noqa: PLC0415 - after the set-up

    chance = random.Random(titles)
    words = Words(max(titles * 2 // 5, 2000), chance, _SMALL.split())
    _store(Collection, _collection_rows(_collections(titles), words, chance))
    _store(Title, _title_rows(titles, words, chance))
    _store(TitleTranslation, _translation_rows(titles, words, chance))
    _store(Person, _person_rows(titles // 2, chance))
    _store(Credit, _credit_rows(titles, titles // 2, chance))


def _store(model: type[models.Model], rows: Iterator[dict[str, object]]) -> None:
    while batch := list(islice(rows, _BATCH)):
        with transaction.atomic():
            _insert(model, batch)


def main() -> None:
    """Migrate, make, index; print how long each took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--titles", type=int, default=100_000)
    titles = parser.parse_args().titles
    django.setup()
    from matinee.catalog import search  # noqa: PLC0415 - after the set-up

    call_command("migrate", verbosity=0)
    start = time.perf_counter()
    make(titles)
    made = time.perf_counter()
    print(f"{titles:,} titles and {titles // 2:,} people made in {made - start:.0f} s", flush=True)
    search.rebuild()
    print(f"indexed in {time.perf_counter() - made:.0f} s")


if __name__ == "__main__":
    main()
