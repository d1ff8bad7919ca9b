"""What somebody has watched and rated, in numbers."""

from matinee.library.queries.statistics.page import statistics

__all__ = ["statistics"]
