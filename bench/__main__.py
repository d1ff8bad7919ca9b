"""`make bench`: every measurement, one after the other, each in a process of its own. It never fails by time."""

import subprocess
import sys

BENCHES = (
    "hall",
    "startup",
    "pages",
    "accounts",
    "search",
    "images",
    "live",
    "library",
    "imports",
    "client",
    "recommend",
)


def main() -> None:
    """Run those named on the command line, or all."""
    for name in sys.argv[1:] or BENCHES:
        print(f"\n== {name}", flush=True)
        subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False)


if __name__ == "__main__":
    main()
