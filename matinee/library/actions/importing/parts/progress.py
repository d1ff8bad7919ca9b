"""How far into a film or an episode somebody is."""

from collections.abc import Sequence

from matinee.catalog.models import Episode, Title, TitleKind
from matinee.library.actions.importing.claims import Claim, Context, Made
from matinee.library.models import Progress, Viewing
from matinee.library.transfer.formats import Fact, Row

_NAME = "progress"
_LONG = 120  # minutes, where nobody knows

_Place = tuple[int, int | None, int | None]
"""A title, and the numbers of season and episode."""


def lacking(context: Context, claims: Sequence[Claim]) -> dict[int, set[Fact]]:
    mine = _claims(claims)
    if not mine:
        return {}
    taken = _taken(context, mine)
    return {claim.number: {"progress"} for claim, _, _ in mine if _place(claim) not in taken}


def add(context: Context, claims: Sequence[Claim]) -> dict[int, Made]:
    mine = _claims(claims)
    if not mine:
        return {}
    taken = _taken(context, mine)
    minutes = _minutes({claim.about_title for claim, _, _ in mine})
    new: dict[_Place, tuple[Claim, Progress]] = {}
    for claim, row, seconds in mine:
        place = title_id, season, episode = _place(claim)
        if place in taken or place in new:
            continue
        known = row.duration or (minutes.get(place) or minutes.get((title_id, None, None)) or _LONG) * 60
        new[place] = (
            claim,
            Progress(
                user_id=context.user_id,
                title_id=title_id,
                season=season,
                episode=episode,
                seconds=seconds,
                duration=max(known, seconds),
                updated_at=context.said_at(row),
            ),
        )
    Progress.objects.bulk_create([progress for _, progress in new.values()])
    return {claim.number: {_NAME: progress.pk} for claim, progress in new.values()}


def take_back(context: Context, claims: Sequence[Claim]) -> dict[int, str]:
    mine = {
        claim.made[_NAME]: (claim.number, (seconds, context.said_at(row)))
        for claim, row, seconds in _claims(claims)
        if _NAME in claim.made
    }
    rows = Progress.objects.filter(user=context.user_id, pk__in=mine)
    same = {pk for pk, *point in rows.values_list("pk", "seconds", "updated_at") if tuple(point) == mine[pk][1]}
    Progress.objects.filter(pk__in=same).delete()
    return {number: "You have watched on since" for pk, (number, _) in mine.items() if pk not in same}


def _claims(claims: Sequence[Claim]) -> list[tuple[Claim, Row, int]]:
    """Those of a film, or of an episode."""
    found = []
    for claim in claims:
        row, is_show = claim.said, claim.kind == TitleKind.TV
        if isinstance(row, Row) and row.progress is not None and is_show == (row.about.episode is not None):
            found.append((claim, row, row.progress))
    return found


def _place(claim: Claim) -> _Place:
    about = claim.said.about if isinstance(claim.said, Row) else None
    return claim.about_title, about.season if about else None, about.episode if about else None


def _taken(context: Context, claims: Sequence[tuple[Claim, Row, int]]) -> set[_Place]:
    """What they are somewhere in already, or have seen."""
    title_ids = {claim.about_title for claim, _, _ in claims}
    fields = "title_id", "season", "episode"
    begun = Progress.objects.filter(user=context.user_id, title__in=title_ids).values_list(*fields)
    seen = Viewing.objects.filter(user=context.user_id, title__in=title_ids).values_list(*fields)
    return {*begun, *seen}


def _minutes(title_ids: set[int]) -> dict[_Place, int | None]:
    films = Title.objects.filter(pk__in=title_ids).values_list("pk", "runtime")
    rows = Episode.objects.filter(season__title__in=title_ids)
    episodes = rows.values_list("season__title_id", "season__number", "number", "runtime")
    found: dict[_Place, int | None] = {(pk, None, None): runtime for pk, runtime in films}
    return found | {(pk, season, number): runtime for pk, season, number, runtime in episodes}
