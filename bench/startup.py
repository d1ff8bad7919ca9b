"""From `matinee serve` to the first answer, and the memory of all its processes when they have nothing to do."""

import os
import statistics
import time
from pathlib import Path

from bench.program import data_dir, matinee

STARTS = 5
SETTLE = 12  # seconds: sweeps at start are over by then


def main() -> None:
    """Print both. Goals: under 3 s with an existing database, under 200 MB together."""
    with data_dir() as folder:
        with matinee(folder) as first:
            print(f"first start, which makes and fills the database: {first.seconds:.1f} s")
        seconds = []
        for _ in range(STARTS):
            with matinee(folder) as again:
                seconds.append(again.seconds)
        print(f"start with an existing database: {statistics.median(seconds):.2f} s (goal: under 3)")
        with matinee(folder) as idle:
            time.sleep(SETTLE)
            family = _family(idle.process.pid)
            for pid in family:
                print(f"  {_megabytes(pid):6.1f} MB  {_command(pid)}")
            print(f"idle memory together: {sum(map(_megabytes, family)):.0f} MB (goal: under 200)")


def _family(pid: int) -> list[int]:
    """A process and its descendants."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(member for child in children for member in _family(int(child)))]


def _megabytes(pid: int) -> float:
    """Proportional set size: what processes share is counted once altogether."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError(f"{os.uname().sysname} tells no memory of {pid}")


def _command(pid: int) -> str:
    words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    return " ".join(words[2:4]).strip() or words[0]


if __name__ == "__main__":
    main()
