"""Yamtrack's one table of everything."""

from datetime import UTC, date, datetime

import pytest

from matinee.library.transfer.formats import About, Ids, Watch
from tests.library.transfer.files import problems, rows, sole_row, upload

HEAD = (
    '"media_id","source","media_type","title","image","season_number","episode_number","score","progress","status",'
    '"start_date","end_date","notes","progress_changed"\n'
)


def line(media: str, *, season: str = "", episode: str = "", score: str = "", status: str = "", **more: str) -> str:
    """A line of it."""
    cells = ["19", more.get("source", "tmdb"), media, "Metropolis", "", season, episode, score, "1", status]
    cells += [more.get("start", ""), more.get("end", ""), more.get("notes", ""), "2024-02-09T12:00:00Z"]
    return ",".join(f'"{cell}"' for cell in cells) + "\n"


def test_a_film_has_its_rating_notes_status_and_viewing() -> None:
    text = HEAD + line("movie", score="8.5", status="Completed", end="2020-12-31", notes="Big")
    row = sole_row(upload("yamtrack.csv", text))
    assert row.about == About("movie", "Metropolis", ids=Ids(tmdb=19))
    assert (row.rating, row.notes, row.status, row.watch) == (17, "Big", "watched", Watch(date(2020, 12, 31)))


@pytest.mark.parametrize(
    ("score", "half_points"), [("0", 0), ("8.7", 17), ("8.75", 18), ("8.2", 16), ("9,3", 19), ("10.0", 20), ("", None)]
)
def test_decimal_scores_go_to_the_nearest_half_point(score: str, half_points: int | None) -> None:
    assert sole_row(upload("yamtrack.csv", HEAD + line("movie", score=score, status="Planning"))).rating == half_points


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [("In progress", "watching"), ("Paused", "watching"), ("Planning", "planned"), ("Dropped", "dropped")],
)
def test_statuses_are_translated(theirs: str, ours: str) -> None:
    row = sole_row(upload("yamtrack.csv", HEAD + line("tv", status=theirs, end="2020-12-31")))
    assert (row.status, row.watch) == (ours, None)


def test_seasons_and_episodes_are_of_their_show() -> None:
    text = HEAD + line("season", season="1", score="8", status="Completed")
    text += line("episode", season="1", episode="2", end="2020-12-31 20:15:00+00:00")
    season, episode = rows(upload("yamtrack.csv", text))
    assert (season.about.season, season.about.episode, season.rating, season.watch) == (1, None, 16, None)
    assert (episode.about.kind, episode.about.season, episode.about.episode) == ("tv", 1, 2)
    assert episode.watch == Watch(datetime(2020, 12, 31, 20, 15, tzinfo=UTC))


def test_an_id_of_another_source_leads_nowhere_but_the_name_does() -> None:
    row = sole_row(upload("yamtrack.csv", HEAD + line("anime", status="Completed", source="mal")))
    assert row.about == About(None, "Metropolis")


def test_games_and_unknown_statuses_are_left_out_with_a_reason() -> None:
    text = HEAD + line("game", status="Completed", source="igdb") + line("movie", status="Someday")
    first, second = problems(upload("yamtrack.csv", text))
    assert "game" in first.sentence
    assert "Someday" in second.sentence
