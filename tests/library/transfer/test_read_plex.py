"""The history that a Plex server tells."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from matinee.core.errors import BadInput
from matinee.library.transfer.formats import About, Ids, Outcome, Row, Upload, Watch, recognise
from tests.library.transfer.files import archive, document, outcomes, problems, rows, sole_row, upload

MOMENT = datetime(2020, 12, 31, 20, 15, tzinfo=UTC)
AT = int(MOMENT.timestamp())
METROPOLIS = {
    "historyKey": "/status/sessions/history/1",
    "key": "/library/metadata/19",
    "ratingKey": "19",
    "librarySectionID": "1",
    "title": "Metropolis",
    "type": "movie",
    "thumb": "/library/metadata/19/thumb/-1",
    "originallyAvailableAt": "1927-01-10",
    "viewedAt": AT,
    "accountID": 1,
    "deviceID": 2,
}
EPISODE = {
    "historyKey": "/status/sessions/history/2",
    "key": "/library/metadata/22",
    "parentKey": "/library/metadata/21",
    "grandparentKey": "/library/metadata/20",
    "title": "Two",
    "grandparentTitle": "Flash Gordon",
    "type": "episode",
    "parentIndex": 1,
    "index": 2,
    "originallyAvailableAt": "1954-10-08",
    "viewedAt": AT,
    "accountID": 1,
}
XML = '<?xml version="1.0" encoding="UTF-8"?>\n<MediaContainer size="1">\n<Video title="Metropolis" type="movie"/>\n'


def answer(*plays: object) -> dict[str, Any]:
    """A page of them."""
    return {"MediaContainer": {"size": len(plays), "totalSize": len(plays), "offset": 0, "Metadata": plays}}


def history(*plays: object) -> Upload:
    return document("history.json", answer(*plays))


def refusal(given: Upload) -> str:
    """Why it is not taken, although it is known to be Plex's."""
    assert recognise(given) == "plex"
    with pytest.raises(BadInput) as refused:
        outcomes(given)
    return refused.value.detail


def sentence(given: Upload) -> str:
    """What is wrong with its one play, which costs only itself."""
    assert rows(given) == []
    (problem,) = problems(given)
    return problem.sentence


def test_a_film_that_was_played_is_a_viewing_at_that_moment() -> None:
    given = history(METROPOLIS)
    assert recognise(given) == "plex"
    row = Row("history.json", 1, About("movie", "Metropolis", 1927), watch=Watch(MOMENT))
    assert outcomes(given) == [row]


def test_an_episode_is_of_its_show_by_name_and_numbers() -> None:
    row = sole_row(history(EPISODE))
    # The year is that of the episode, which may be many after the show began.
    assert row.about == About("tv", "Flash Gordon", None, season=1, episode=2)
    assert row.watch == Watch(MOMENT)


def test_a_year_behind_the_name_of_a_show_is_when_it_began() -> None:
    about = sole_row(history(EPISODE | {"grandparentTitle": "Flash Gordon (1954)"})).about
    assert (about.name, about.year) == ("Flash Gordon", 1954)


def test_a_special_is_of_season_0() -> None:
    assert sole_row(history(EPISODE | {"parentIndex": 0})).about.season == 0


def test_ids_are_taken_where_plex_tells_them() -> None:
    guids = [{"id": "imdb://tt0017136"}, {"id": "tmdb://19"}, {"id": "tvdb://71131"}, {"id": "else://where"}, {}]
    ids = Ids(19, "tt0017136", 71131)
    film, episode = rows(history(METROPOLIS | {"Guid": guids}, EPISODE | {"Guid": guids}))
    assert film.about.ids == ids
    assert (episode.about.ids, episode.about.episode_ids) == (Ids(), ids)


@pytest.mark.parametrize(
    ("told", "year"),
    [
        ({"year": 1927, "originallyAvailableAt": "1926-12-31"}, 1927),
        ({"originallyAvailableAt": "1927-01-10T00:00:00.000Z"}, 1927),
        ({"originallyAvailableAt": None}, None),
    ],
    ids=["own", "of the first day", "none"],
)
def test_a_film_is_of_the_year_that_plex_tells_if_any(told: dict[str, object], year: int | None) -> None:
    assert sole_row(history(METROPOLIS | told)).about.year == year


def test_what_was_removed_from_the_server_since_is_still_known_by_its_name() -> None:
    gone = {name: METROPOLIS[name] for name in ("historyKey", "title", "type", "viewedAt", "accountID")}
    assert sole_row(history(gone)).about == About("movie", "Metropolis")


def test_what_was_played_twice_was_watched_twice() -> None:
    given = history(METROPOLIS, METROPOLIS | {"viewedAt": AT + 7200})
    assert [row.watch for row in rows(given)] == [Watch(MOMENT), Watch(MOMENT + timedelta(hours=2))]


def test_several_pages_come_in_one_zip_and_an_empty_one_is_no_harm() -> None:
    pages = {"1.json": answer(METROPOLIS), "2.json": answer(EPISODE), "3.json": {"MediaContainer": {"size": 0}}}
    given = archive({name: json.dumps(page) for name, page in pages.items()})
    assert [(row.file, row.about.name) for row in rows(given)] == [("1.json", "Metropolis"), ("2.json", "Flash Gordon")]
    assert problems(given) == []


def test_plays_of_two_accounts_are_refused_with_how_to_ask_for_one() -> None:
    said = refusal(history(METROPOLIS, EPISODE | {"accountID": 4711}))
    assert '"1"' in said
    assert '"4711"' in said
    assert "?accountID=1" in said
    assert "/accounts" in said


def test_plays_of_two_accounts_are_refused_on_two_pages_too() -> None:
    pages = {"1.json": answer(METROPOLIS), "2.json": answer(EPISODE | {"accountID": 2})}
    assert "several accounts" in refusal(archive({name: json.dumps(page) for name, page in pages.items()}))


@pytest.mark.parametrize("name", ["all", "all.xml", "history.json", "history.csv"])
@pytest.mark.parametrize("text", [XML, XML.partition("\n")[2], f"\ufeff{XML}"], ids=["whole", "bare", "marked"])
def test_xml_is_refused_with_how_to_ask_for_json(name: str, text: str) -> None:
    said = refusal(upload(name, text))
    assert "is XML" in said
    assert "Accept: application/json" in said


@pytest.mark.parametrize(
    "given",
    [
        {"MediaContainer": {"size": 0}},
        {"MediaContainer": {"size": 0, "Metadata": []}},
        {"MediaContainer": {"size": 1, "Directory": [{"key": "1", "title": "Films", "type": "movie"}]}},
        {"MediaContainer": None},
    ],
    ids=["nobody", "empty", "libraries", "null"],
)
def test_an_answer_without_plays_is_refused_with_what_to_ask_for(given: object) -> None:
    assert "/status/sessions/history/all" in refusal(document("history.json", given))


@pytest.mark.parametrize("kind", ["track", "clip", "photo", "", None])
def test_music_and_trailers_are_left_out_with_a_reason(kind: str | None) -> None:
    assert f'of type "{kind or ""}"' in sentence(history(METROPOLIS | {"type": kind}))


@pytest.mark.parametrize(
    ("viewed_at", "words"),
    [
        (0, "1970-01-01"),
        (300, "1970-01-01"),
        (2**31 - 1, "2038-01-19"),
        (-AT, "should be a whole number"),
        (AT * 1000, "should be a whole number"),
        ("yesterday", "should be a whole number"),
        (True, "should be a text"),
        (None, "does not say when"),
    ],
    ids=["zero", "clock not set", "far", "negative", "milliseconds", "word", "flag", "none"],
)
def test_a_time_that_cannot_be_right_costs_only_its_play(viewed_at: object, words: str) -> None:
    given: list[Outcome] = outcomes(history(METROPOLIS | {"viewedAt": viewed_at}, EPISODE))
    assert [type(one).__name__ for one in given] == ["RowProblem", "Row"]
    assert words in sentence(history(METROPOLIS | {"viewedAt": viewed_at}))


@pytest.mark.parametrize("missing", ["grandparentTitle", "parentIndex", "index"])
def test_an_episode_of_which_too_little_is_known_never_stands_for_a_whole_show(missing: str) -> None:
    assert '"Two"' in sentence(history({name: value for name, value in EPISODE.items() if name != missing}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": ["Metropolis"]},
        {"year": "soon"},
        {"Guid": "imdb://tt0017136"},
        {"Guid": [{"id": "imdb://soup"}]},
        {"Guid": [{"id": "tmdb://-1"}]},
    ],
    ids=["no name", "list", "year", "text for list", "imdb", "tmdb"],
)
def test_a_play_that_cannot_be_understood_is_left_out_with_a_reason(wrong: dict[str, object]) -> None:
    assert sentence(history(METROPOLIS | wrong))
