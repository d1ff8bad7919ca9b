"""Taking over what people bring along from elsewhere.

A file is read row by row (`reading`), each row's title looked up and compared with what is there (`settling`), people
decide what is in doubt (`choosing`), and what is clear is put into the library (`applying`), by one module for each
thing that can be said (`parts`). Long work is done by one worker at a time (`claiming`, `working`).
"""

from matinee.library.actions.importing.choosing import choose_title, skip_row
from matinee.library.actions.importing.fetching import fetch_awaited
from matinee.library.actions.importing.starting import (
    JOB,
    apply_import,
    begin_import,
    remove_import,
    stop_import,
    undo_import,
)
from matinee.library.actions.importing.tidying import forget_files, forget_imports
from matinee.library.actions.importing.working import work_on_import, work_on_imports

__all__ = [
    "JOB",
    "apply_import",
    "begin_import",
    "choose_title",
    "fetch_awaited",
    "forget_files",
    "forget_imports",
    "remove_import",
    "skip_row",
    "stop_import",
    "undo_import",
    "work_on_import",
    "work_on_imports",
]
