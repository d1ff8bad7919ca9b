"""What one account at Trakt holds, and how it takes changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

Json = dict[str, Any]
_BEGAN = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Known:
    """A title that Trakt knows; `kind` as Trakt says it: movie or show."""

    trakt: int
    kind: str
    name: str
    imdb: str
    tmdb: int | None = None
    episodes: frozenset[tuple[int, int]] = frozenset()

    def told(self) -> Json:
        ids = {"trakt": self.trakt, "slug": f"t{self.trakt}", "imdb": self.imdb, "tmdb": self.tmdb}
        return {"title": self.name, "year": 1924, "ids": ids}


@dataclass
class Places:
    """What is in a list: titles, with the moment each came in."""

    name: str = ""
    description: str = ""
    listed: dict[int, str] = field(default_factory=dict)
    updated_at: str = ""


@dataclass
class Account:
    """Everything of one person's. Whatever changes is written down with a moment of its own, as Trakt does."""

    username: str = "alice-at-trakt"
    known: dict[int, Known] = field(default_factory=dict)
    plays: list[Json] = field(default_factory=list)
    ratings: dict[int, tuple[int, str]] = field(default_factory=dict)
    lists: dict[int, Places] = field(default_factory=lambda: {0: Places()})
    changed: dict[str, str] = field(default_factory=dict)
    most_lists: int = 5
    most_listed: int = 100
    _ticks: int = 0
    _numbers: int = 100

    def knows(self, *titles: Known) -> None:
        self.known |= {title.trakt: title for title in titles}

    # --- what the person does at Trakt ---

    def plays_film(self, title: Known, at: str) -> int:
        return self._play(title, at)

    def plays_episode(self, title: Known, season: int, number: int, at: str) -> int:
        return self._play(title, at, {"season": season, "number": number})

    def removes_play(self, number: int) -> None:
        self.plays = [play for play in self.plays if play["id"] != number]
        self._tick("watched")

    def rates(self, title: Known, rating: int, at: str) -> None:
        self.ratings[title.trakt] = (rating, at)
        self._tick("rated")

    def unrates(self, title: Known) -> None:
        del self.ratings[title.trakt]
        self._tick("rated")

    def lists_title(self, title: Known, at: str = "2024-01-01T00:00:00.000Z", *, in_list: int = 0) -> None:
        self.lists[in_list].listed[title.trakt] = at
        self._list_changed(in_list)

    def unlists(self, title: Known, *, in_list: int = 0) -> None:
        del self.lists[in_list].listed[title.trakt]
        self._list_changed(in_list)

    def makes_list(self, name: str, description: str = "") -> int:
        self._numbers += 1
        self.lists[self._numbers] = Places(name, description)
        self._list_changed(self._numbers)
        return self._numbers

    def deletes_list(self, number: int) -> None:
        del self.lists[number]
        self._tick("lists")

    # --- what is asked ---

    def activities(self) -> Json:
        at = {name: self.changed.get(name, "2019-01-01T00:00:00.000Z") for name in ("watched", "rated")}
        both = {"watched_at": at["watched"], "rated_at": at["rated"]}
        lists = {name: {"updated_at": self.changed.get(name, "")} for name in ("watchlist", "lists")}
        return {"all": "2026", "movies": both, "episodes": both, "shows": both, **lists}

    def history(self, start: str, end: str) -> list[Json]:
        found = [play for play in self.plays if (start or "0") <= play["watched_at"] <= (end or "9")]
        return sorted(found, key=lambda play: str(play["watched_at"]), reverse=True)

    def rated(self, kind: str) -> list[Json]:
        rows = ((self.known[number], one) for number, one in self.ratings.items())
        return [
            {"rating": rating, "rated_at": at, "type": kind, kind: title.told()}
            for title, (rating, at) in rows
            if title.kind == kind
        ]

    def items(self, number: int) -> list[Json]:
        rows = ((self.known[trakt], at) for trakt, at in self.lists[number].listed.items())
        return [{"listed_at": at, "type": title.kind, title.kind: title.told()} for title, at in rows]

    def list_told(self, number: int) -> Json:
        places = self.lists[number]
        told = {"name": places.name, "description": places.description, "updated_at": places.updated_at}
        return {**told, "ids": {"trakt": number}}

    # --- what is written ---

    def add_plays(self, body: Json) -> Json:
        unfound: Json = {"movies": [], "shows": []}
        for asked in body["movies"]:
            if (film := self._find(asked)) is None:
                unfound["movies"].append(asked)
            else:
                self._play(film, asked["watched_at"])
        for asked in body["shows"]:
            if (show := self._find(asked)) is None:
                unfound["shows"].append({"ids": asked["ids"]})
                continue
            for season, number, at in _episodes(asked):
                if (season, number) in show.episodes:  # others are left out without a word
                    self._play(show, at, {"season": season, "number": number})
        return {"added": {}, "not_found": unfound}

    def remove_plays(self, body: Json) -> Json:
        for number in body["ids"]:
            self.removes_play(number)
        return {"deleted": {}, "not_found": {"ids": []}}

    def add_ratings(self, body: Json) -> Json:
        return self._each(body, lambda title, asked: self.rates(title, asked["rating"], asked["rated_at"]))

    def remove_ratings(self, body: Json) -> Json:
        return self._each(body, lambda title, _asked: self.unrates(title))

    def add_items(self, number: int, body: Json) -> Json | None:
        """None: the account is full."""
        asked = len(body["movies"]) + len(body["shows"])
        if len(self.lists[number].listed) + asked > self.most_listed:
            return None
        return self._each(body, lambda title, _asked: self.lists_title(title, self._now(), in_list=number))

    def remove_items(self, number: int, body: Json) -> Json:
        return self._each(body, lambda title, _asked: self.unlists(title, in_list=number))

    # --- parts ---

    def _each(self, body: Json, change: Any) -> Json:
        unfound: Json = {"movies": [], "shows": []}
        for noun in unfound:
            for asked in body[noun]:
                if (title := self._find(asked)) is None:
                    unfound[noun].append(asked)
                else:
                    change(title, asked)
        return {"not_found": unfound}

    def _find(self, asked: Json) -> Known | None:
        ids = asked["ids"]
        same = (
            title
            for title in self.known.values()
            if ids.get("imdb") == title.imdb or (title.tmdb and ids.get("tmdb") == title.tmdb)
        )
        return next(same, None)

    def _play(self, title: Known, at: str, episode: Json | None = None) -> int:
        self._numbers += 1
        kind = {"type": "episode", "episode": episode} if episode else {"type": "movie"}
        self.plays.append({"id": self._numbers, "watched_at": at, **kind, title.kind: title.told()})
        self._tick("watched")
        return self._numbers

    def _list_changed(self, number: int) -> None:
        self._tick("lists" if number else "watchlist")
        self.lists[number].updated_at = self._now()

    def _tick(self, what: str) -> None:
        self._ticks += 1
        self.changed[what] = self._now()

    def _now(self) -> str:
        return (_BEGAN + timedelta(seconds=self._ticks)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _episodes(asked: Json) -> Iterator[tuple[int, int, str]]:
    for season in asked["seasons"]:
        for episode in season["episodes"]:
            yield season["number"], episode["number"], episode["watched_at"]
