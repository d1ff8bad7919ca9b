"""Programs that the tests run as processes of their own: `python -m tests.accounts.programs NAME ARGUMENTS…`."""

import sys

import django

django.setup()

from matinee.accounts.actions import note  # noqa: E402
from matinee.accounts.models import AuditAction  # noqa: E402
from matinee.core.deeds import deed  # noqa: E402


def note_without_end() -> None:
    """Note one deed after the other, two entries each, and say so, until killed."""
    while True:
        with deed():
            note(AuditAction.SETTINGS_CHANGED)
            note(AuditAction.SECRET_CHANGED)
        sys.stdout.write("noted\n")
        sys.stdout.flush()


if __name__ == "__main__":
    {"note-without-end": note_without_end}[sys.argv[1]]()
