"""Reading an uploaded file row by row, and finding out what each means."""

from itertools import islice

from matinee.core.deeds import deed
from matinee.core.errors import BadInput, NotFound
from matinee.core.storing import add_all
from matinee.library.actions.importing.claiming import Hold, give_up, is_nothing_left
from matinee.library.actions.importing.settling import rows_of
from matinee.library.models import ImportRow, ImportRun, ImportState
from matinee.library.transfer import kept_files
from matinee.library.transfer.formats import Upload, read

AT_ONCE = 500  # rows


def read_on(hold: Hold) -> None:
    """Go on where somebody has stopped, to the end of the file. Raises Lost."""
    run = ImportRun.objects.get(pk=hold.run_id)
    try:
        with kept_files.opened(run.upload) as file:
            outcomes = read(Upload.opened(run.file_name, file), run.format, after=run.read)
            while some := list(islice(outcomes, AT_ONCE)):
                _store(hold, rows_of(run, some))
    except (BadInput, NotFound) as error:
        give_up(hold, error.detail)
    else:
        _finish(hold)
    kept_files.forget(run.upload)


@deed
def _store(hold: Hold, rows: list[ImportRow]) -> None:
    hold.step(read=rows[-1].number)
    add_all(rows)


@deed
def _finish(hold: Hold) -> None:
    hold.end(ImportState.DONE if is_nothing_left(hold.run_id) else ImportState.READY, upload="")
