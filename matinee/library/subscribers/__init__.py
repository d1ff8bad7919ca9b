"""What the library hears, one module per thing."""

from matinee.library.subscribers import counting, history, joining, live, trakt

__all__ = ["counting", "history", "joining", "live", "trakt"]
