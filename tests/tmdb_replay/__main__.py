"""Run the replay until interrupted."""

import argparse
import signal
import sys
import threading

from tests.tmdb_replay import V3_KEY, TmdbReplay


def main() -> None:
    """Print the settings that point Matinee here, and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.tmdb_replay", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 for any free one")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    with TmdbReplay(parser.parse_args().port) as tmdb:
        settings = {
            "MATINEE_TMDB_URL": tmdb.url,
            "MATINEE_TMDB_IMAGE_URL": tmdb.image_url,
            "MATINEE_TMDB_KEY": V3_KEY,
            "MATINEE_PRIVATE_HOSTS": tmdb.host,
        }
        sys.stdout.write(f"{tmdb.url}\n{' '.join(f'{name}={value}' for name, value in settings.items())}\n")
        sys.stdout.flush()
        stop.wait()


if __name__ == "__main__":
    main()
