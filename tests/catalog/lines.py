"""The line to TMDB of the process that runs the tests."""

from matinee.catalog import providers


def hang_up() -> None:
    """The next question goes to where the settings say by then, and nothing is known of earlier failures."""
    providers._line = providers._Line()
