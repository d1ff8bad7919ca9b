"""What somebody wants with a title: planned, watching, dropped. "Watched" follows from viewings."""

from collections.abc import Collection, Sequence

from matinee.library.actions.importing.claims import Claim, Context, Made
from matinee.library.actions.standings import count_all, earned, keep_all, lock_all
from matinee.library.actions.watching_many import kinds
from matinee.library.models import FOLLOWED, ImportOutcome, ImportRow, Standing, Status
from matinee.library.transfer.formats import Fact, Row

_NAME = "status"


def lacking(context: Context, claims: Sequence[Claim]) -> dict[int, set[Fact]]:
    mine = _claims(claims)
    if not mine:
        return {}
    rows = Standing.objects.filter(user=context.user_id, title__in={claim.about_title for claim, _, _ in mine})
    held = dict(rows.values_list("title_id", "status"))
    return {
        claim.number: {"status" if row.status else "progress"}
        for claim, row, _ in mine
        if not held.get(claim.about_title)
    }


def add(context: Context, claims: Sequence[Claim]) -> dict[int, Made]:
    """Also over what has only followed from viewings of this very import."""
    mine = _claims(claims)
    if not mine:
        return {}
    title_ids = {claim.about_title for claim, _, _ in mine}
    rows = lock_all(context.user_id, title_ids)
    before = {title_id: Status(row.status) for title_id, row in rows.items()}
    followed = {title_id for title_id, status in before.items() if status in FOLLOWED}
    ours = context.begun | _begun_before(context, followed)
    made: dict[int, Made] = {}
    for claim, row, status in mine:
        standing = rows[claim.about_title]
        is_free = not standing.status or (claim.about_title in ours and status not in FOLLOWED)
        if is_free and standing.status != status:
            standing.status = status
            standing.last_at = context.said_at(row)
            made[claim.number] = {_NAME: status.value}
            ours -= {claim.about_title}
    changed = {pk: row for pk, row in rows.items() if row.status != before[pk]}
    count_all(context.user_id, changed, kinds(changed))
    keep_all(changed, before)
    return made


def take_back(context: Context, claims: Sequence[Claim]) -> dict[int, str]:
    mine = [(claim, row) for claim, row, _ in _claims(claims) if _NAME in claim.made]
    rows = lock_all(context.user_id, {claim.about_title for claim, _ in mine})
    before = {title_id: Status(row.status) for title_id, row in rows.items()}
    last_at = {title_id: row.last_at for title_id, row in rows.items()}
    complete = count_all(context.user_id, rows, kinds(rows))
    kept: dict[int, str] = {}
    for claim, said in mine:
        row, last = rows[claim.about_title], last_at[claim.about_title]
        follows = earned(row, complete=complete[claim.about_title])
        if row.status not in ("", claim.made[_NAME]):
            kept[claim.number] = "You have set another status since"
        elif row.status == follows or last <= context.begun_at or last == context.said_at(said):
            row.status = follows
        else:  # what an import says is of a time before it
            kept[claim.number] = "You have set this status yourself since"
            row.last_at = last
    keep_all(rows, before)
    return kept


def _claims(claims: Sequence[Claim]) -> list[tuple[Claim, Row, Status]]:
    """Those that name one; who is somewhere in a title watches it."""
    found: list[tuple[Claim, Row, Status]] = []
    for claim in claims:
        if isinstance(row := claim.said, Row):
            status = Status(row.status or (Status.WATCHING if row.progress is not None else Status.NONE))
            if status not in (Status.NONE, Status.WATCHED):
                found.append((claim, row, status))
    return found


def _begun_before(context: Context, title_ids: Collection[int]) -> set[int]:
    """Titles with which they stood nowhere before this import, by what earlier deeds of it have made."""
    applied = ImportRow.objects.filter(run=context.run_id, outcome=ImportOutcome.APPLIED, title__in=title_ids)
    made = applied.values_list("title_id", "made")
    return {title_id for title_id, one in made if title_id is not None and one.get("standing") == Status.NONE}
