"""How strongly what somebody did with a title says that they like it."""

_LEAST_LIKED = 6.0  # of 10; below, a rating is no praise
_FAVORITE, _WATCHED, _WATCHED_AGAIN = 1.0, 0.5, 0.8


def strength(*, rating: float | None = None, favorite: bool = False, times_watched: int = 0) -> float:
    """From 0 (nothing, or disliked) to 1 (loved). `rating`: 0-10; where there is one, nothing else is believed more."""
    if rating is not None:
        return 0.0 if rating < _LEAST_LIKED else max(rating / 10, _FAVORITE * favorite)
    if favorite:
        return _FAVORITE
    if times_watched:
        return _WATCHED_AGAIN if times_watched > 1 else _WATCHED
    return 0.0
