"""What can be asked of the library, one module per thing."""

from matinee.library.queries.activity import activity_page
from matinee.library.queries.calendar import calendar, calendar_shown
from matinee.library.queries.calendar_feed import calendar_feed, calendar_link
from matinee.library.queries.counting import counts_of, loved_here
from matinee.library.queries.exports import FORMS, export_form, exported
from matinee.library.queries.history import HistoryFilters, history_kinds, history_page, viewing
from matinee.library.queries.imports import import_rows, import_told, imports, row_told
from matinee.library.queries.marks import marks
from matinee.library.queries.next_up import next_up
from matinee.library.queries.opinions import OpinionFilters, opinion, opinion_choices, opinion_of, opinions_page
from matinee.library.queries.recommendations import for_person, similar, together
from matinee.library.queries.reviews import ReviewsAsked, own_review, own_reviews, reviews_page
from matinee.library.queries.standings import StandingFilters, season_progress, standing_of, standings_page, told_of
from matinee.library.queries.statistics import statistics
from matinee.library.queries.trakt import trakt_app, trakt_link
from matinee.library.queries.watchlist_items import item_told, shared_watchlist, titles_in, watchlist_detail
from matinee.library.queries.watchlists import (
    invitation,
    lists_for,
    may_edit,
    member_told,
    members,
    watchlist_heading,
    watchlists_page,
)

__all__ = [
    "FORMS",
    "HistoryFilters",
    "OpinionFilters",
    "ReviewsAsked",
    "StandingFilters",
    "activity_page",
    "calendar",
    "calendar_feed",
    "calendar_link",
    "calendar_shown",
    "counts_of",
    "export_form",
    "exported",
    "for_person",
    "history_kinds",
    "history_page",
    "import_rows",
    "import_told",
    "imports",
    "invitation",
    "item_told",
    "lists_for",
    "loved_here",
    "marks",
    "may_edit",
    "member_told",
    "members",
    "next_up",
    "opinion",
    "opinion_choices",
    "opinion_of",
    "opinions_page",
    "own_review",
    "own_reviews",
    "reviews_page",
    "row_told",
    "season_progress",
    "shared_watchlist",
    "similar",
    "standing_of",
    "standings_page",
    "statistics",
    "titles_in",
    "together",
    "told_of",
    "trakt_app",
    "trakt_link",
    "viewing",
    "watchlist_detail",
    "watchlist_heading",
    "watchlists_page",
]
