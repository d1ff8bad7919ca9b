"""Bringing a file, deciding about its rows, having them applied or taken back, and letting go of it."""

from typing import BinaryIO
from uuid import UUID

from django.utils import timezone

from matinee.accounts.models import User
from matinee.core import events
from matinee.core.deeds import deed
from matinee.core.errors import BadInput, Conflict, MatineeError, NotFound
from matinee.core.jobs import ring
from matinee.library.actions.importing.claiming import tell_applied
from matinee.library.events import ImportAdvanced
from matinee.library.models import (
    MOST_IMPORTS,
    UNDER_WAY,
    ImportOutcome,
    ImportRow,
    ImportRun,
    ImportState,
)
from matinee.library.transfer import kept_files
from matinee.library.transfer.formats import Upload, read, recognise

JOB = "library.work_on_import"
_LONGEST_NAME = 200
_NO_SUCH = NotFound("There is no such import")
_UNDOING = "It is being undone. Wait until that is over"
_ANOTHER = "Another import of yours is under way. Apply it, or remove it first"
_NOTHING_LEFT = "Nothing in it is left to be applied"
_READ = (ImportState.READY, ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED)
_APPLIED = (ImportState.DONE, ImportState.CANCELLED, ImportState.FAILED)


def begin_import(user_id: UUID, file_name: str, file: BinaryIO) -> ImportRun:
    """Keep the file and have it read. Raises BadInput naming `file` for one that is no export, and Conflict."""
    name = _plain_name(file_name)
    try:
        upload = Upload.opened(name, file)
        key = recognise(upload)
        next(read(upload, key), None)  # what is wrong with all of it is found out with its first row
    except BadInput as error:
        raise BadInput.at("file", error.detail) from None
    kept = kept_files.keep(file)
    try:
        return _begin(user_id, name, key, kept)
    except MatineeError:
        kept_files.forget(kept)
        raise


@deed
def _begin(user_id: UUID, name: str, key: str, kept: str) -> ImportRun:
    User.objects.select_for_update(no_key=True).get(pk=user_id)  # so that two at once are counted
    mine = ImportRun.objects.filter(user=user_id)
    if mine.filter(state__in=UNDER_WAY).exists():
        raise Conflict(_ANOTHER)
    if mine.count() >= MOST_IMPORTS:
        raise Conflict(f"You have {MOST_IMPORTS} imports, which is as many as are kept. Remove one first")
    run = ImportRun.objects.create(user_id=user_id, file_name=name, format=key, upload=kept, created_at=timezone.now())
    ring(JOB, run.pk)
    return run


def _plain_name(name: str) -> str:
    """The last part of what was told, printable."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable())[-_LONGEST_NAME:] or "file"


@deed
def apply_import(user_id: UUID, import_id: int) -> ImportRun:
    """Have all matched rows applied. Raises NotFound and Conflict."""
    run = _held(user_id, import_id)
    if run.state not in _READ or run.upload:
        raise Conflict("This import cannot be applied as it stands. Wait until it is read, or bring the file again")
    return _move(run, ImportState.APPLYING, ImportOutcome.MATCHED, _NOTHING_LEFT)


@deed
def apply_the_rest(import_id: int) -> None:
    """Have applied what became matched in an import that was applied. Raises Conflict while another is under way.

    Nothing happens to one that is not as it was: somebody has begun something with it, stopped or removed it meanwhile.
    """
    run = ImportRun.objects.select_for_update().filter(pk=import_id, state=ImportState.DONE).first()
    if run is not None:
        _move(run, ImportState.APPLYING, ImportOutcome.MATCHED, _NOTHING_LEFT)


@deed
def undo_import(user_id: UUID, import_id: int) -> ImportRun:
    """Have all that it has made taken back. Raises NotFound and Conflict."""
    run = _held(user_id, import_id)
    if run.state not in _APPLIED:
        raise Conflict("Only what has been applied can be undone")
    return _move(run, ImportState.UNDOING, ImportOutcome.APPLIED, "It has made nothing that could be undone")


@deed
def stop_import(user_id: UUID, import_id: int) -> None:
    """Have no more of it applied; what is applied by then stays, and can be undone.

    Nothing happens to one that is not applied any more: it may have come to its end while people reached for the
    button. Raises NotFound, and Conflict while it is read or undone, neither of which can be left half done.
    """
    run = _held(user_id, import_id)
    if run.state == ImportState.READING:
        raise Conflict("Its file is being read, and nothing of it is applied. Wait until it is read, or remove it")
    if run.state == ImportState.UNDOING:
        raise Conflict(_UNDOING)
    if run.state == ImportState.APPLYING:
        run.state, run.claim, run.claimed_until, run.finished_at = ImportState.CANCELLED, "", None, timezone.now()
        run.save()
        tell_applied(run)
        events.append(ImportAdvanced(run.user_id, run.pk))


@deed
def remove_import(user_id: UUID, import_id: int) -> None:
    """Forget it, its file and how to undo it. Raises NotFound, and Conflict while it is applied or undone.

    One that is still read has changed nothing in the library, so it can go at any time.
    """
    run = _held(user_id, import_id)
    if run.state == ImportState.APPLYING:
        raise Conflict("It is being applied. Stop it first, or wait until that is over")
    if run.state == ImportState.UNDOING:
        raise Conflict(_UNDOING)
    kept_files.forget(run.upload)
    run.delete()


def _held(user_id: UUID, import_id: int) -> ImportRun:
    run = ImportRun.objects.select_for_update().filter(pk=import_id, user=user_id).first()
    if run is None:
        raise _NO_SUCH
    return run


def _move(run: ImportRun, state: ImportState, there: ImportOutcome, otherwise: str) -> ImportRun:
    if not ImportRow.objects.filter(run=run, outcome=there).exists():
        raise Conflict(otherwise)
    if ImportRun.objects.filter(user=run.user_id, state__in=UNDER_WAY).exclude(pk=run.pk).exists():
        raise Conflict(_ANOTHER)
    run.state, run.error, run.attempts, run.finished_at = state, "", 0, None
    run.save()
    ring(JOB, run.pk)
    return run
