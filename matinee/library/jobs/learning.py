"""What is learnt in the background."""

from matinee.core.sweeps import sweep
from matinee.library import actions

sweep(name="library.recommendations", pause=1800, idle_pause=6 * 3600, at_start=True)(actions.keep_learning)
