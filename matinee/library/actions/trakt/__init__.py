"""Keeping a person's library and their account at Trakt alike."""

from matinee.library.actions.trakt.hearing import HEARD as TRAKT_HEARD
from matinee.library.actions.trakt.hearing import hear as hear_for_trakt
from matinee.library.actions.trakt.linking import ask_for_answers, begin_linking, sync_now, unlink
from matinee.library.actions.trakt.setup import connect_trakt, disconnect_trakt, try_trakt
from matinee.library.actions.trakt.syncing import sync_due

__all__ = [
    "TRAKT_HEARD",
    "ask_for_answers",
    "begin_linking",
    "connect_trakt",
    "disconnect_trakt",
    "hear_for_trakt",
    "sync_due",
    "sync_now",
    "try_trakt",
    "unlink",
]
