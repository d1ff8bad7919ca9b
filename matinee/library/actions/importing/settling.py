"""Finding out what rows mean, and what of it is news. Nothing in the library is changed here."""

import hashlib
from collections.abc import Collection, Sequence

import orjson

from matinee.accounts.models import User
from matinee.catalog.models import Completeness, Episode, Season, Title, TitleKind
from matinee.catalog.queries import source_of_tmdb_key
from matinee.core.access import Viewer
from matinee.core.storing import store_all
from matinee.library.actions.importing.claims import Context, claim, misses, said_in, turn, unfit
from matinee.library.actions.importing.leaving import leave
from matinee.library.actions.importing.parts import news_of
from matinee.library.models import ImportOutcome, ImportRow, ImportRun
from matinee.library.queries.matches import find_titles
from matinee.library.queries.viewers import viewer_of
from matinee.library.transfer.formats import About, ListHead, Outcome, Row, RowProblem, named, plain

_LONGEST_FILE = 300  # characters
NOT_FOUND = "No title here goes by this name or id. Choose one, or leave it out"


def rows_of(run: ImportRun, outcomes: Sequence[tuple[int, Outcome]]) -> list[ImportRow]:
    """What to store of these, whose titles are looked up."""
    rows = [_row(run, number, outcome) for number, outcome in outcomes]
    said = {number: outcome for number, outcome in outcomes if not isinstance(outcome, RowProblem)}
    about = {number: one.about for number, one in said.items() if isinstance(one, Row)}
    look_up([row for row in rows if row.number in about], list(about.values()), viewer_of_run(run))
    _settle(run, [(row, said[row.number]) for row in rows if row.outcome == ImportOutcome.MATCHED])
    return rows


def viewer_of_run(run: ImportRun) -> Viewer:
    """They are offered no title that they do not meet."""
    return viewer_of(User.objects.get(pk=run.user_id))


def _row(run: ImportRun, number: int, outcome: Outcome) -> ImportRow:
    row = ImportRow(run_id=run.pk, number=number, file=outcome.file[-_LONGEST_FILE:], line=outcome.line)
    if isinstance(outcome, RowProblem):
        row.outcome, row.sentence, row.body = ImportOutcome.BAD, outcome.sentence, named(outcome)
        return row
    row.body, row.turn, row.outcome = plain(outcome), turn(outcome), ImportOutcome.MATCHED
    row.about = _digest(outcome.about) if isinstance(outcome, Row) else ""
    return row


def _digest(about: About) -> str:
    parts = about.kind, about.name, about.year, about.ids, about.episode_ids if not about.name else None
    return hashlib.sha256(orjson.dumps(parts)).hexdigest()[:32]


def look_up(rows: Sequence[ImportRow], abouts: Sequence[About], viewer: Viewer) -> None:
    """Give each its title, its choices, or the sentence that there is none."""
    can_fetch = source_of_tmdb_key() != "none"
    for row, about, found in zip(rows, abouts, find_titles(abouts, viewer), strict=True):
        row.title_id, row.choices = found.title_id, list(found.choices)
        if found.title_id is not None:
            row.outcome = ImportOutcome.MATCHED
        elif found.choices:
            row.outcome = ImportOutcome.AMBIGUOUS
        elif can_fetch and reference(about):
            row.outcome = ImportOutcome.AWAITED
        else:
            row.outcome, row.sentence = ImportOutcome.MISSING, NOT_FOUND


def reference(about: About) -> tuple[str, str] | None:
    """Its source and id, if TMDB can be asked for it: by its own id, or by IMDb's."""
    if about.ids.tmdb and about.kind:
        return "tmdb", str(about.ids.tmdb)
    return ("imdb", about.ids.imdb) if about.ids.imdb else None


def settle(run: ImportRun, rows: Sequence[ImportRow]) -> None:
    """Find out which of these rows, whose title is known, would add something, and store that."""
    _settle(run, [(row, said_in(row)) for row in rows])
    stored(rows)


def _settle(run: ImportRun, rows: Sequence[tuple[ImportRow, Row | ListHead]]) -> None:
    """The same, not stored."""
    ids = {row.title_id for row, _ in rows if row.title_id is not None}
    kinds = dict(Title.objects.filter(pk__in=ids).values_list("pk", "kind"))
    episodes = _Episodes([pk for pk, kind in kinds.items() if kind == TitleKind.TV])
    claims = []
    for row, said in rows:
        kind = kinds.get(row.title_id or 0, "")
        if sentence := unfit(said):
            row.outcome, row.sentence = ImportOutcome.BAD, sentence
        elif sentence := misses(said, kind):
            row.outcome, row.sentence = ImportOutcome.MISSING, sentence
        elif isinstance(said, Row) and kind == TitleKind.TV and not episodes.may_have(row.title_id or 0, said.about):
            row.outcome, row.sentence = ImportOutcome.MISSING, episodes.sentence(row.title_id or 0, said.about)
        else:
            row.outcome, row.sentence = ImportOutcome.THERE, ""
            claims.append(claim(row, kind, said))
    news = news_of(Context.of(run), claims)
    for row, said in rows:
        leave(row, said, news.get(row.number, ()))
        if row.number in news:
            row.outcome = ImportOutcome.MATCHED


class _Episodes:
    """Those that the catalogue knows of some shows."""

    def __init__(self, title_ids: Collection[int]) -> None:
        rows = Episode.objects.filter(season__title__in=title_ids)
        self._known = set(rows.values_list("season__title_id", "season__number", "number"))
        seasons = Season.objects.filter(title__in=title_ids, completeness=Completeness.COMPLETE)
        self._complete = set(seasons.values_list("title_id", "number"))
        shows = Title.objects.filter(pk__in=title_ids, completeness=Completeness.COMPLETE)
        self._all_seasons_known = set(shows.values_list("pk", flat=True))
        self._seasons = set(Season.objects.filter(title__in=title_ids).values_list("title_id", "number"))

    def may_have(self, title_id: int, about: About) -> bool:
        """Whether it is there, or not all is known yet."""
        if about.season is None:
            return True
        if (title_id, about.season) not in self._seasons:
            return title_id not in self._all_seasons_known
        if about.episode is None or (title_id, about.season, about.episode) in self._known:
            return True
        return (title_id, about.season) not in self._complete

    def sentence(self, title_id: int, about: About) -> str:
        if about.episode is None or (title_id, about.season) not in self._seasons:
            return f"This show has no season {about.season}"
        return f"This show has no episode {about.season}x{about.episode:02}"


def stored(rows: Sequence[ImportRow]) -> None:
    """Store what was found out of rows that are there already."""
    store_all(rows, ("outcome", "sentence", "title", "choices", "untaken", "in_part"))
