"""Which titles of the catalogue do rows of a file mean? Asked for many at once: by ids, and by names what has none."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from matinee.catalog import visible
from matinee.catalog.models import TitleTranslation
from matinee.catalog.queries import Named, titles_named
from matinee.core.access import Viewer
from matinee.library.transfer.formats import About
from matinee.library.transfer.matching import Ambiguous, Candidate, Matched, match

_FIELDS = "id", "kind", "name", "original_name", "year", "tmdb_id", "imdb_id", "tvdb_id"


@dataclass(frozen=True, slots=True)
class Finding:
    """The id of the title, if that is clear; else ids of those that it may be, the likeliest first."""

    title_id: int | None = None
    choices: tuple[int, ...] = ()


_Title = dict[str, Any]
"""A row of `_FIELDS`."""


def find_titles(abouts: Sequence[About], viewer: Viewer) -> list[Finding]:
    """For each, in as many statements for one as for hundreds; only what the viewer meets is found."""
    by_ids = _ByIds.read(abouts, viewer)
    found = [by_ids.find(about) for about in abouts]
    rest = [place for place, finding in enumerate(found) if finding is None and abouts[place].name]
    by_name = _by_name([abouts[place] for place in rest], viewer)
    named = dict(zip(rest, by_name, strict=True))
    return [finding or named.get(place, Finding()) for place, finding in enumerate(found)]


@dataclass(frozen=True, slots=True)
class _ByIds:
    tmdb: Mapping[tuple[str, int], _Title]
    imdb: Mapping[str, _Title]
    tvdb: Mapping[tuple[str, int], _Title]

    @classmethod
    def read(cls, abouts: Iterable[About], viewer: Viewer) -> "_ByIds":
        wanted = {name: {getattr(about.ids, name) for about in abouts} - {None} for name in ("tmdb", "imdb", "tvdb")}
        rows = {name: _titles(viewer, f"{name}_id", ids) for name, ids in wanted.items()}
        return cls(
            {(row["kind"], row["tmdb_id"]): row for row in rows["tmdb"]},
            {row["imdb_id"]: row for row in rows["imdb"]},
            {(row["kind"], row["tvdb_id"]): row for row in rows["tvdb"]},
        )

    def find(self, about: About) -> Finding | None:
        """None where no id is known here."""
        kinds = (about.kind,) if about.kind else ("movie", "tv")
        # Films and shows have the same numbers at TMDB and TVDB: without a kind these alone may lead elsewhere.
        sure = self.imdb.get(about.ids.imdb or "")
        numbered = [
            row
            for ids, number in ((self.tmdb, about.ids.tmdb), (self.tvdb, about.ids.tvdb))
            for kind in kinds
            if number is not None and (row := ids.get((kind, number)))
        ]
        if about.kind and numbered:
            return Finding(numbered[0]["id"])
        if sure:
            return Finding(sure["id"])
        choices = tuple(dict.fromkeys(row["id"] for row in numbered))
        return Finding(None, choices) if choices else None


def _titles(viewer: Viewer, column: str, values: Collection[Any]) -> list[_Title]:
    """Of two with one id the older is the last, which is the one that is taken."""
    if not values:
        return []
    return list(visible.titles(viewer).filter(**{f"{column}__in": values}).order_by("-id").values(*_FIELDS))


def _by_name(abouts: Sequence[About], viewer: Viewer) -> list[Finding]:
    ids = titles_named([Named(about.name, about.kind, about.year) for about in abouts])
    all_ids = {pk for found in ids for pk in found}
    titles = {row["id"]: row for row in _titles(viewer, "pk", all_ids)}
    other_names = _translated(titles)
    found = []
    for about, candidates in zip(abouts, ids, strict=True):
        rows = [titles[pk] for pk in candidates if pk in titles and not _differ(about, titles[pk])]
        found.append(_finding(about, [_candidate(row, other_names[row["id"]]) for row in rows]))
    return found


def _finding(about: About, candidates: list[Candidate]) -> Finding:
    match match(about, candidates):
        case Matched(candidate):
            return Finding(candidate.id)
        case Ambiguous(choices):
            return Finding(None, tuple(one.id for one in choices))
        case _:
            return Finding()


def _differ(about: About, row: _Title) -> bool:
    """Whether an id says that it is another one, however alike the names: a remake of the same year, say."""
    of_other_number = about.ids.tmdb and row["tmdb_id"] and about.kind and about.ids.tmdb != row["tmdb_id"]
    return bool(of_other_number or (about.ids.imdb and row["imdb_id"] and about.ids.imdb != row["imdb_id"]))


def _candidate(row: _Title, names: list[str]) -> Candidate:
    kind = cast(Literal["movie", "tv"], row["kind"])
    return Candidate(row["id"], kind, (row["name"], row["original_name"], *names), row["year"])


def _translated(title_ids: Collection[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    rows = TitleTranslation.objects.filter(title__in=title_ids).exclude(name="")
    for title_id, name in rows.values_list("title_id", "name"):
        names[title_id].append(name)
    return names
