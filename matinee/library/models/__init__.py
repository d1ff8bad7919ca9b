"""What people keep, one module per thing."""

from matinee.library.models.activity import UNDOABLE, Activity
from matinee.library.models.calendars import CalendarLink
from matinee.library.models.counting import TitleCount
from matinee.library.models.earlier import Earlier
from matinee.library.models.history import FOLLOWED, SPECIALS, Progress, Standing, Status, Viewing, only
from matinee.library.models.imports import (
    IMPORTS_KEPT,
    MOST_IMPORTS,
    OF_WHOLES,
    SAID_HERE,
    TO_APPLY,
    UNDER_WAY,
    WORKED_ON,
    ImportOutcome,
    ImportRow,
    ImportRun,
    ImportState,
)
from matinee.library.models.opinions import HIGHEST_RATING, Opinion, by_rating
from matinee.library.models.reviews import LONGEST_REVIEW, HelpfulMark, Review
from matinee.library.models.statistics import ScreenDay, Screened
from matinee.library.models.trakt import LinkStatus, Standpoint, TraktItem, TraktLink, TraktList, TraktPart
from matinee.library.models.watchlists import (
    LONGEST_LIST_NAME,
    LONGEST_LIST_TEXT,
    MOST_ITEMS,
    MOST_LISTS,
    MOST_MEMBERS,
    Watchlist,
    WatchlistItem,
    WatchlistMember,
)

__all__ = [
    "FOLLOWED",
    "HIGHEST_RATING",
    "IMPORTS_KEPT",
    "LONGEST_LIST_NAME",
    "LONGEST_LIST_TEXT",
    "LONGEST_REVIEW",
    "MOST_IMPORTS",
    "MOST_ITEMS",
    "MOST_LISTS",
    "MOST_MEMBERS",
    "OF_WHOLES",
    "SAID_HERE",
    "SPECIALS",
    "TO_APPLY",
    "UNDER_WAY",
    "UNDOABLE",
    "WORKED_ON",
    "Activity",
    "CalendarLink",
    "Earlier",
    "HelpfulMark",
    "ImportOutcome",
    "ImportRow",
    "ImportRun",
    "ImportState",
    "LinkStatus",
    "Opinion",
    "Progress",
    "Review",
    "ScreenDay",
    "Screened",
    "Standing",
    "Standpoint",
    "Status",
    "TitleCount",
    "TraktItem",
    "TraktLink",
    "TraktList",
    "TraktPart",
    "Viewing",
    "Watchlist",
    "WatchlistItem",
    "WatchlistMember",
    "by_rating",
    "only",
]
