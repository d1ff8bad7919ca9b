"""Loads what features only announce by decorators: their subscribers, jobs and sweeps."""

from importlib import import_module
from importlib.util import find_spec

FEATURES = ("core.mail", "core.outages", "accounts", "images", "catalog", "library", "notifications", "system")
_ROOMS = ("subscribers", "jobs", "services")


def wire() -> None:
    """Import the rooms that register themselves, once at start."""
    for feature in FEATURES:
        for room in _ROOMS:
            if find_spec(f"matinee.{feature}.{room}"):
                import_module(f"matinee.{feature}.{room}")
