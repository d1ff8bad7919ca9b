"""Our own format: what was written comes back as it was."""

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from matinee.core.errors import BadInput
from matinee.library.transfer import formats
from matinee.library.transfer.formats import (
    About,
    Ids,
    Listed,
    ListHead,
    Outcome,
    Review,
    Row,
    Upload,
    Watch,
    moment,
    own,
    read,
    recognise,
)
from matinee.library.transfer.formats.rows import KINDS, STATUSES
from tests.library.transfer.files import document, problems, rows, sole_row, upload

NOW = datetime(2021, 1, 1, tzinfo=UTC)
EARLIEST, LATEST = map(datetime.fromisoformat, ("1888-01-02", "2020-12-31"))

texts = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
names = texts.filter(bool)
numbers = some.integers(0, 2**31 - 1)
seasons = some.integers(0, 32_767)
imdb_ids = some.integers(1, 10**9).map("tt{:07d}".format)
whens = some.one_of(
    some.dates(date(1888, 1, 1), date(2020, 12, 31)),
    # Python finds no time of an hour that a clock showed twice equal to itself in another timezone.
    some.datetimes(EARLIEST, LATEST, timezones=some.timezones()).filter(lambda when: when == when.astimezone(UTC)),
)
ids = some.builds(
    Ids,
    tmdb=some.none() | numbers,
    imdb=some.none() | imdb_ids,
    tvdb=some.none() | numbers,
    trakt=some.none() | names,
)
abouts = some.one_of(
    some.builds(About, some.sampled_from([*KINDS, None]), names, some.none() | some.integers(1870, 2100), ids),
    some.builds(About, some.just("tv"), names, some.none(), ids, seasons, some.none() | numbers, ids),
    some.builds(About, some.just("tv"), episode_ids=some.builds(Ids, imdb=imdb_ids)),
)
all_rows = some.builds(
    Row,
    file=some.just("library.json"),
    line=some.just(0),
    about=abouts,
    rating=some.none() | some.integers(0, 20),
    loved=some.booleans(),
    notes=texts,
    status=some.none() | some.sampled_from(STATUSES),
    watch=some.none() | some.builds(Watch, some.none() | whens, some.booleans()),
    progress=some.none() | numbers,
    duration=some.none() | numbers,
    listed=some.none() | some.builds(Listed, names, some.none() | numbers, texts),
    review=some.none() | some.builds(Review, names, some.booleans()),
    dismissed=some.booleans(),
    said_at=some.none() | whens,
)
all_heads = some.builds(
    ListHead,
    some.just("library.json"),
    some.just(0),
    names,
    texts,
    some.none() | some.booleans(),
    some.booleans(),
)


def written(contents: Sequence[Row | ListHead]) -> Upload:
    """The file, as it is given back to us."""
    return Upload.opened("library.json", io.BytesIO(b"".join(own.written(contents, NOW))))


@given(some.lists(all_rows | all_heads, max_size=8))
def test_whatever_is_written_comes_back_as_it_was(contents: list[Row | ListHead]) -> None:
    assert [_without_line(outcome) for _, outcome in read(written(contents), "matinee")] == contents


def _without_line(outcome: Outcome) -> Outcome:
    return replace(outcome, line=0)


def test_everything_that_a_library_has_comes_back() -> None:
    film = About("movie", "Metropolis", 1927, Ids(19, "tt0017136"))
    episode = About("tv", "Flash Gordon", 1954, Ids(tvdb=71131), season=1, episode=2)
    said_at = datetime(2020, 12, 31, 20, 15, tzinfo=UTC)
    contents: list[Row | ListHead] = [
        Row("library.json", 1, film, rating=17, loved=True, notes="Big.\n", said_at=said_at),
        Row("library.json", 2, film, rating=0, said_at=said_at),
        ListHead("library.json", 3, "Silent", "Hush", is_public=False),
        Row("library.json", 4, film, listed=Listed("Silent", 1, "First"), said_at=said_at),
        ListHead("library.json", 5, "Empty", is_public=True),
        Row("library.json", 6, film, review=Review("The *robot*!", spoilers=True), said_at=said_at),
        Row("library.json", 7, film, watch=Watch(date(2020, 12, 30), rewatch=True)),
        Row("library.json", 8, episode, watch=Watch(said_at)),
        Row("library.json", 9, episode, status="watching", progress=0, said_at=said_at),
        Row("library.json", 10, film, progress=60, duration=9180, said_at=said_at),
        Row("library.json", 11, film, dismissed=True, said_at=said_at),
    ]
    given_back = written(contents)
    assert recognise(given_back) == "matinee"
    assert [outcome for _, outcome in read(given_back)] == contents


def test_the_file_is_as_the_documentation_says() -> None:
    film = About("movie", "Metropolis", 1927, Ids(19, "tt0017136"))
    contents = [Row("", 0, film, rating=17, loved=True, watch=Watch(date(2020, 12, 30)))]
    assert json.loads(b"".join(own.written(contents, NOW))) == {
        "format": "matinee library",
        "version": 1,
        "exported_at": "2021-01-01T00:00:00+00:00",
        "entries": [
            {
                "title": {
                    "kind": "movie",
                    "name": "Metropolis",
                    "year": 1927,
                    "ids": {"tmdb": 19, "imdb": "tt0017136"},
                },
                "rating": 8.5,
                "loved": True,
                "watched": {"at": "2020-12-30"},
            }
        ],
    }


def test_the_example_of_the_documentation_is_read() -> None:
    page = Path(own.__file__).parents[4] / "docs" / "import-export.md"
    example = page.read_text().split("```json\n")[1].split("```")[0]
    given_back = upload("example.json", example)
    assert problems(given_back) == []
    assert [row.rating for row in rows(given_back)] == [17, None, None, None]


def entry(**members: object) -> Upload:
    """A file of ours with one good entry and this one."""
    good: dict[str, object] = {"title": {"name": "Metropolis"}}
    return document("mine.json", {"format": "matinee library", "version": 1, "entries": [good | members, good]})


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ({"rating": 10.5}, 'The rating "10.5" is out of range. Ratings go from 0 to 10'),
        ({"rating": "good"}, 'The rating "good" is no number. Ratings go from 0 to 10'),
        ({"rating": 8.25}, 'The rating "8.25" is between two steps. Ratings go in steps of 0.5'),
        ({"status": "seen"}, 'The status "seen" is unknown. It should be one of planned, watching, watched, dropped'),
        ({"loved": "yes"}, "'loved' is \"yes\" and should be true or false"),
        ({"listed": {"notes": "no name"}}, "It names no list. Give the name of the list"),
        ({"list": {"name": ""}}, "It names no list. Give the name of the list"),
        ({"title": None}, "It names no title. Give it a name or an id"),
        (
            {"title": {"name": "X", "episode": 2}},
            "It names episode 2 but no season. Give the number of the season, too",
        ),
        ({"watched": {"at": "31/31/2020"}}, '"31/31/2020" is no date that can be read. Write it as 2020-12-31'),
        ({"progress": 1.5}, 'The progress "1.5" should be a whole number, at most 2,147,483,647'),
        ({"review": ["no", "text"]}, "'review' is \"['no', 'text']\" and should be an object"),
    ],
)
def test_an_entry_that_is_not_as_it_should_be_costs_only_itself(members: dict[str, object], sentence: str) -> None:
    given_back = entry(**members)
    assert [row.line for row in rows(given_back)] == [2]
    assert [(problem.line, problem.sentence) for problem in problems(given_back)] == [(1, sentence)]


def test_what_a_later_program_adds_to_an_entry_is_passed_over() -> None:
    assert len(rows(entry(mood="blue"))) == 2


def test_a_file_of_a_version_that_is_not_known_is_refused() -> None:
    with pytest.raises(BadInput, match=r'version "2".*Update the program'):
        rows(document("mine.json", {"format": "matinee library", "version": 2, "entries": []}))


def test_an_empty_library_is_a_file_too() -> None:
    assert recognise(written([])) == "matinee"
    assert rows(written([])) == []


def test_reading_goes_on_where_it_stopped() -> None:
    film = About("movie", "Metropolis")
    given_back = written([Row("library.json", line, film, rating=line) for line in range(1, 8)])
    first = [number for number, _ in read(given_back)][:3]
    further = [(number, outcome.line) for number, outcome in read(given_back, after=first[-1])]
    assert further == [(number, number) for number in range(4, 8)]


def test_more_rows_than_anybody_has_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "MOST_ROWS", 3)
    given_back = written([Row("", 0, About(name="Metropolis"))] * 5)
    assert len(rows(given_back)) == 3
    (problem,) = problems(given_back)
    assert "more than 3 rows" in problem.sentence


def test_a_day_is_noon_in_utc_so_that_it_is_that_day_nearly_everywhere() -> None:
    assert moment(date(2020, 12, 31)) == datetime(2020, 12, 31, 12, tzinfo=UTC)
    assert moment(NOW) is NOW


def test_a_file_whose_writing_was_changed_by_an_editor_is_still_ours() -> None:
    text = b"".join(own.written([Row("", 0, About(name="Häxan"))], NOW)).decode()
    assert sole_row(upload("library.json", text.encode("utf-16"))).about.name == "Häxan"
