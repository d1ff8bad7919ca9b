"""Outages in the background."""

from matinee.core.outages.telling import tell_outages
from matinee.core.sweeps import sweep

sweep(name="core.outages", pause=30, idle_pause=60)(tell_outages)
