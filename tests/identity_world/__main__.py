"""Run the providers until interrupted."""

import argparse
import signal
import sys
import threading

from tests.identity_world.world import IdentityWorld


def main() -> None:
    """Print where each provider is and how Matinee is known there, and serve."""
    parser = argparse.ArgumentParser(prog="python -m tests.identity_world", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="the issuer's port; the others take the four after it")
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    with IdentityWorld(parser.parse_args().port) as world:
        sys.stdout.write(f"MATINEE_PRIVATE_HOSTS={','.join(world.hosts)}\n")
        for provider in world.providers:
            kind = "issuer" if provider is world.oidc else "address"
            sys.stdout.write(
                f"{provider.name}\n  {kind:<15}{provider.url}\n"
                f"  client id      {provider.client.id}\n  client secret  {provider.client.secret}\n"
            )
        sys.stdout.flush()
        stop.wait()


if __name__ == "__main__":
    main()
