"""Trakt's data export, of both its sites, and answers of its API."""

import json
from datetime import UTC, datetime

from matinee.library.transfer.formats import About, Ids, Listed, ListHead, Review, Row, Watch
from tests.library.transfer.files import archive, document, heads, outcomes, problems, rows, sole_row

MOVIE = {
    "title": "Metropolis",
    "year": 1927,
    "ids": {"trakt": 16, "slug": "metropolis-1927", "imdb": "tt0017136", "tmdb": 19, "plex": {"guid": None}},
}
SHOW = {"title": "Flash Gordon", "year": 1954, "ids": {"trakt": 3, "slug": "flash-gordon", "tvdb": 71131, "imdb": None}}
EPISODE = {"season": 1, "number": 2, "title": "Two", "ids": {"tmdb": 7, "trakt": 8}}
METROPOLIS = About("movie", "Metropolis", 1927, Ids(19, "tt0017136", None, "metropolis-1927"))
FLASH_GORDON = About("tv", "Flash Gordon", 1954, Ids(tvdb=71131, trakt="flash-gordon"))
EPISODE_TWO = About("tv", "Flash Gordon", 1954, Ids(tvdb=71131, trakt="flash-gordon"), 1, 2, Ids(tmdb=7, trakt="8"))
STAMP = "2020-12-31T20:15:00.000Z"
MOMENT = datetime(2020, 12, 31, 20, 15, tzinfo=UTC)

HISTORY = [
    {"id": 1, "watched_at": STAMP, "action": "watch", "type": "movie", "movie": MOVIE},
    {"id": 2, "watched_at": STAMP, "action": "scrobble", "type": "episode", "episode": EPISODE, "show": SHOW},
]
EXPORT = {
    "user-profile.json": {"username": "alice"},
    "watched-history-1.json": HISTORY,
    "watched-movies.json": [{"plays": 2, "last_watched_at": STAMP, "movie": MOVIE}],
    "ratings-movies.json": [{"rated_at": STAMP, "rating": 9, "type": "movie", "movie": MOVIE}],
    "ratings-seasons.json": [
        {"rated_at": STAMP, "rating": 10, "type": "season", "season": {"number": 1, "ids": {}}, "show": SHOW}
    ],
    "lists-watchlist.json": [{"rank": 1, "id": 5, "listed_at": STAMP, "notes": None, "type": "movie", "movie": MOVIE}],
    "lists-favorites.json": [
        {"rank": 1, "id": 6, "listed_at": STAMP, "notes": "The best", "type": "movie", "movie": MOVIE}
    ],
    "lists-lists.json": [
        {"name": "Silent!", "description": "Hush", "privacy": "private", "ids": {"trakt": 42, "slug": "silent"}}
    ],
    "lists-list-42-silent.json": [
        {"rank": 3, "id": 7, "listed_at": STAMP, "notes": "First", "type": "movie", "movie": MOVIE}
    ],
    "collection-movies.json": [{"collected_at": STAMP, "updated_at": STAMP, "movie": MOVIE}],
    "hidden-dropped.json": [{"hidden_at": STAMP, "type": "show", "show": SHOW}],
    "hidden-recommendations.json": [{"hidden_at": STAMP, "type": "movie", "movie": MOVIE}],
    "hidden-calendar.json": [{"hidden_at": STAMP, "type": "show", "show": SHOW}],
    "comments-movies.json": [
        {
            "type": "movie",
            "movie": MOVIE,
            "comment": {"id": 1, "comment": "The robot!", "spoiler": True, "created_at": STAMP},
        }
    ],
    "comments-seasons.json": [
        {"type": "season", "season": {"number": 1}, "show": SHOW, "comment": {"comment": "Good", "created_at": STAMP}}
    ],
}
FILES = {path: json.dumps(entries) for path, entries in EXPORT.items()}


def test_a_whole_export_says_all_that_its_owner_did() -> None:
    given = archive(FILES)
    said = [outcome for outcome in outcomes(given) if not isinstance(outcome, ListHead)]
    assert said == [
        Row("comments-movies.json", 1, METROPOLIS, review=Review("The robot!", spoilers=True), said_at=MOMENT),
        *problems(given),
        Row("hidden-dropped.json", 1, FLASH_GORDON, status="dropped", said_at=MOMENT),
        Row("hidden-recommendations.json", 1, METROPOLIS, dismissed=True, said_at=MOMENT),
        Row("lists-favorites.json", 1, METROPOLIS, loved=True, notes="The best", said_at=MOMENT),
        Row("lists-list-42-silent.json", 1, METROPOLIS, listed=Listed("Silent!", 3, "First"), said_at=MOMENT),
        Row("lists-watchlist.json", 1, METROPOLIS, listed=Listed("Watchlist", 1), said_at=MOMENT),
        Row("ratings-movies.json", 1, METROPOLIS, rating=18, said_at=MOMENT),
        Row(
            "ratings-seasons.json",
            1,
            About("tv", "Flash Gordon", 1954, FLASH_GORDON.ids, season=1),
            rating=20,
            said_at=MOMENT,
        ),
        Row("watched-history-1.json", 1, METROPOLIS, watch=Watch(MOMENT)),
        Row("watched-history-1.json", 2, EPISODE_TWO, watch=Watch(MOMENT)),
    ]


def test_lists_bring_what_is_said_of_them() -> None:
    assert heads(archive(FILES)) == [
        ListHead("lists-list-42-silent.json", 0, "Silent!", "Hush", is_public=False),
        ListHead("lists-watchlist.json", 0, "Watchlist", is_watchlist=True),
    ]


def test_a_comment_on_a_season_is_left_out_with_a_reason() -> None:
    (problem,) = problems(archive(FILES))
    assert (problem.file, problem.line) == ("comments-seasons.json", 1)


def test_the_folders_of_the_older_export_are_read_the_same() -> None:
    given = archive(
        {
            "alice/ratings/ratings-movies.json": FILES["ratings-movies.json"],
            "alice/lists/watchlist.json": FILES["lists-watchlist.json"],
            "alice/lists/list-42-silent.json": FILES["lists-list-42-silent.json"],
            "alice/lists/lists.json": FILES["lists-lists.json"],
        }
    )
    assert [row.rating for row in rows(given) if row.rating] == [18]
    assert [head.name for head in heads(given)] == ["Silent!", "Watchlist"]


def test_without_a_history_the_last_viewing_of_each_episode_is_taken() -> None:
    seasons = [{"number": 1, "episodes": [{"number": 2, "plays": 3, "last_watched_at": STAMP}]}]
    given = document("watched-shows.json", [{"plays": 3, "last_watched_at": STAMP, "show": SHOW, "seasons": seasons}])
    assert (sole_row(given).about.episode, sole_row(given).watch) == (2, Watch(MOMENT))


def test_an_answer_of_the_api_is_read_whatever_its_file_is_called() -> None:
    assert [row.watch for row in rows(document("answer.json", HISTORY))] == [Watch(MOMENT), Watch(MOMENT)]


def test_a_list_whose_description_cannot_be_read_keeps_the_name_of_its_file() -> None:
    about_lists = json.dumps([{"name": ["no", "text"], "ids": {"trakt": 42}}])
    given = archive({"lists-lists.json": about_lists, "lists-list-42-silent.json": FILES["lists-list-42-silent.json"]})
    assert [head.name for head in heads(given)] == ["silent"]


def test_a_strange_entry_costs_only_itself() -> None:
    strange: list[object] = [
        {"rated_at": STAMP, "rating": 11, "movie": MOVIE},
        {"rated_at": STAMP, "rating": True, "movie": MOVIE},
        {"rated_at": STAMP, "rating": 8, "movie": "Metropolis"},
        {"rated_at": "yesterday", "rating": 8, "movie": MOVIE},
        {"rated_at": STAMP, "rating": 8, "movie": {"ids": {}}},
        {"rated_at": STAMP, "rating": 8, "movie": {"title": "Bad", "ids": {"tmdb": -1}}},
        ["no", "object"],
        {"rated_at": STAMP, "rating": 8, "movie": MOVIE},
    ]
    given = document("ratings.json", [strange[-1], *strange])
    assert [row.line for row in rows(given)] == [1, 9]
    assert [problem.line for problem in problems(given)] == [2, 3, 4, 5, 6, 7, 8]
