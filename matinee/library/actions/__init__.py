"""The deeds of the library, one module per thing."""

from matinee.library.actions.activity import (
    REMEMBERED,
    forget_activity,
    join_activity,
    mark_import_undone,
    mark_undone,
    remember,
    undo,
)
from matinee.library.actions.calendars import digest, make_calendar_link, remove_calendar_link
from matinee.library.actions.choosing import What
from matinee.library.actions.counting import COUNTED, count, forget_statistics, uncount
from matinee.library.actions.earlier import forget_removed
from matinee.library.actions.following import look_for_episodes, move_history, notice_airings, recount_season
from matinee.library.actions.joining import join_titles
from matinee.library.actions.learning import keep_learning, learn
from matinee.library.actions.opinions import AS_IT_IS, Change, change_opinion
from matinee.library.actions.progress import Point, set_progress
from matinee.library.actions.reviews import (
    hide_review,
    mark_helpful,
    publish_review,
    remove_review,
    restore_review,
    unhide_review,
    unmark_helpful,
)
from matinee.library.actions.screening import SCREENED, join_screenings, screen
from matinee.library.actions.standings import set_status
from matinee.library.actions.trakt import (
    TRAKT_HEARD,
    ask_for_answers,
    begin_linking,
    connect_trakt,
    disconnect_trakt,
    hear_for_trakt,
    sync_due,
    sync_now,
    try_trakt,
    unlink,
)
from matinee.library.actions.watching import Dated, Watched, add_viewings, remove_viewings, unwatch, watch
from matinee.library.actions.watchlist_items import add_title, change_item, remove_title, reorder
from matinee.library.actions.watchlist_members import change_rights, invite, join, leave, remove_member
from matinee.library.actions.watchlists import (
    ListChange,
    change_watchlist,
    delete_watchlist,
    make_watchlist,
    restore_watchlist,
)

__all__ = [
    "AS_IT_IS",
    "COUNTED",
    "REMEMBERED",
    "SCREENED",
    "TRAKT_HEARD",
    "Change",
    "Dated",
    "ListChange",
    "Point",
    "Watched",
    "What",
    "add_title",
    "add_viewings",
    "ask_for_answers",
    "begin_linking",
    "change_item",
    "change_opinion",
    "change_rights",
    "change_watchlist",
    "connect_trakt",
    "count",
    "delete_watchlist",
    "digest",
    "disconnect_trakt",
    "forget_activity",
    "forget_removed",
    "forget_statistics",
    "hear_for_trakt",
    "hide_review",
    "invite",
    "join",
    "join_activity",
    "join_screenings",
    "join_titles",
    "keep_learning",
    "learn",
    "leave",
    "look_for_episodes",
    "make_calendar_link",
    "make_watchlist",
    "mark_helpful",
    "mark_import_undone",
    "mark_undone",
    "move_history",
    "notice_airings",
    "publish_review",
    "recount_season",
    "remember",
    "remove_calendar_link",
    "remove_member",
    "remove_review",
    "remove_title",
    "remove_viewings",
    "reorder",
    "restore_review",
    "restore_watchlist",
    "screen",
    "set_progress",
    "set_status",
    "sync_due",
    "sync_now",
    "try_trakt",
    "uncount",
    "undo",
    "unhide_review",
    "unlink",
    "unmark_helpful",
    "unwatch",
    "watch",
]
