"""The library's work in the background, one module per thing."""

from matinee.library.jobs import forgetting, history, importing, learning, trakt

__all__ = ["forgetting", "history", "importing", "learning", "trakt"]
