"""Learning what people may like from what they liked."""

import os
import subprocess
import sys
import time

from matinee.core.models import Setting
from matinee.core.settings import current
from matinee.core.sweeps import SweepOutcome, stopping
from matinee.library.queries import recommendations

_LEARNT = "library.recommendations"
_LONGEST = 3600.0  # seconds; ten million ratings take some minutes
_LOOK = 0.5


def learn() -> int:
    """Learn everything anew, and keep it for all processes; from how many likings.

    It takes memory and does not give it back: for a process of its own.
    """
    # These bring numpy and scipy.
    from matinee.library.recommend.describing import describe  # noqa: PLC0415
    from matinee.library.recommend.interactions import Interactions  # noqa: PLC0415
    from matinee.library.recommend.training import train  # noqa: PLC0415

    before = recommendations.changes()
    shelf = recommendations.shelf()
    shelf.put_content(describe(recommendations.titles()))
    liked = Interactions.gathered(recommendations.likings())
    if len(liked.users):
        shelf.put_taste(train(liked))
    Setting.objects.update_or_create(name=_LEARNT, defaults={"value": {"changes": before}})
    return len(liked.users)


def keep_learning() -> SweepOutcome:
    """Learn anew if there is something new to learn from, in a process of its own, on one thread."""
    known = Setting.objects.filter(name=_LEARNT).first()
    if known is not None and known.value.get("changes") == recommendations.changes() and _is_there():
        return SweepOutcome(idle=True)
    command = [sys.executable, "-m", "matinee", "recommend", "learn"]
    process = subprocess.Popen(command, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})  # noqa: S603 - our own program
    try:
        ended = _wait(process)
    finally:
        process.kill()
        process.wait()
    if ended is None:
        return SweepOutcome(idle=True, note="interrupted; it begins anew")
    if ended:
        return SweepOutcome(errors=1, note=f"learning ended with {ended}; the log says why")
    return SweepOutcome(done=1)


def _wait(process: "subprocess.Popen[bytes]") -> int | None:
    """Its exit code; None when it took too long, or the worker wants to stop."""
    until = time.monotonic() + _LONGEST
    while time.monotonic() < until and not stopping():
        try:
            return process.wait(_LOOK)
        except subprocess.TimeoutExpired:
            continue
    return None


def _is_there() -> bool:
    """Whether this machine has what was learnt: the database may have come here without the files."""
    return any((current().data_dir / recommendations.FOLDER).glob("*.model"))
