"""The library over HTTP: one router per noun."""

from ninja import Router

from matinee.library.api import (
    activity,
    calendars,
    counting,
    history,
    imports,
    marks,
    opinions,
    recommendations,
    reviews,
    standings,
    statistics,
    trakt,
    watchlist_items,
    watchlists,
)

router = Router(tags=["library"], by_alias=True)
for _nouns in (
    opinions,
    watchlists,
    watchlist_items,
    reviews,
    history,
    standings,
    calendars,
    marks,
    activity,
    statistics,
    recommendations,
    counting,
    imports,
    trakt,
):
    router.add_router("", _nouns.router)
