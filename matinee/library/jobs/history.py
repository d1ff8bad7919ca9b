"""What goes on behind people's histories."""

from matinee.core.sweeps import sweep
from matinee.library import actions

sweep(name="library.airings", pause=60, idle_pause=300, at_start=True)(actions.notice_airings)
sweep(name="library.episodes", pause=10, idle_pause=1800)(actions.look_for_episodes)
