"""What goes on behind people's links to Trakt."""

from matinee.core.sweeps import sweep
from matinee.library import actions

sweep(name="library.trakt_linking", pause=2, idle_pause=60, at_start=True)(actions.ask_for_answers)
sweep(name="library.trakt", pause=10, idle_pause=60, at_start=True)(actions.sync_due)
