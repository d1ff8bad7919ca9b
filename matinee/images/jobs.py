"""Background work of the images."""

from matinee.core.sweeps import SweepOutcome, sweep
from matinee.images.store import store


@sweep(name="images.eviction", pause=300, idle_pause=1800, lease=120)
def evict() -> SweepOutcome:
    """Keep the files under their quota, also after it was lowered, and remove what killed processes left behind."""
    cleared = store().evict()
    note = f"{cleared.bytes_left / 2**20:.0f} MB kept"
    return SweepOutcome(done=cleared.files, idle=cleared.files == 0, note=note)
