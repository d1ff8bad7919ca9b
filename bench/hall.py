"""A cached list through the front hall, against a bare granian application that answers the same bytes, headers too.

Both run one process, take turns, and are loaded by wrk (Debian's package wrk) from the same machine. Goal: 0.9.
"""

import json
import re
import shutil
import statistics
import subprocess
import sys
import urllib.request
from dataclasses import dataclass

from bench.program import clean_environment, data_dir, free_port, matinee, started

PATH = "/api/v1/movies/popular"
ENCODING = "gzip"  # what Python's own client can undo, to compare the bytes
ROUNDS, SECONDS, CONNECTIONS = 5, 4, 32


@dataclass(frozen=True, slots=True)
class Load:
    """Requests a second, and milliseconds."""

    rate: float
    p50: float
    p99: float


def main() -> None:
    """Print both and their ratio."""
    wrk = shutil.which("wrk")
    if wrk is None:
        print("left out: wrk is missing (on Debian: apt-get install wrk)")
        return
    with data_dir() as folder, matinee(folder) as program:
        body, port = folder / "body", free_port()
        headers, content = _fetch(program.address)
        body.write_bytes(content)
        environment = clean_environment(folder, BENCH_BODY=str(body), BENCH_HEADERS=json.dumps(headers))
        command = [
            sys.executable, "-m", "granian", "--interface", "asginl", "--port", str(port), "--loop", "uvloop",
            "--log-level", "warning", "bench.bare:application",
        ]  # fmt: skip
        with started(command, "/", port, environment) as bare:
            hall, plain = _take_turns(wrk, program.address + PATH, bare.address + PATH)
    print("front hall:   " + _told(hall))
    print("bare granian: " + _told(plain))
    print(f"ratio of requests a second: {_median(hall) / _median(plain):.2f} (goal: at least 0.9)")


def _fetch(address: str) -> tuple[list[tuple[str, str]], bytes]:
    """Headers (without those of granian and the connection) and compressed body, of a second visit: from the cache."""
    request = urllib.request.Request(address + PATH, headers={"Accept-Encoding": ENCODING})
    with urllib.request.urlopen(request) as first:
        first.read()
    with urllib.request.urlopen(request) as second:
        if second.headers["x-cache"] != "hit":
            raise RuntimeError(f"the list is not cached: {second.headers['x-cache']}")
        headers = [
            (name, value) for name, value in second.headers.items() if name not in {"server", "date", "connection"}
        ]
        return headers, second.read()


def _take_turns(wrk: str, one: str, other: str) -> tuple[list[Load], list[Load]]:
    ones, others = [], []
    for _ in range(ROUNDS):
        ones.append(_load(wrk, one))
        others.append(_load(wrk, other))
    return ones, others


def _load(wrk: str, address: str) -> Load:
    told = subprocess.run(
        [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", f"Accept-Encoding: {ENCODING}", address],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    if "Non-2xx" in told:
        raise RuntimeError(told)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", told)
    if rate is None:
        raise RuntimeError(told)
    return Load(float(rate[1]), _latency(told, "50%"), _latency(told, "99%"))


def _latency(told: str, share: str) -> float:
    found = re.search(rf"\s{share}\s+([\d.]+)(us|ms|s)\b", told)
    if found is None:
        raise RuntimeError(told)
    return float(found[1]) * {"us": 0.001, "ms": 1, "s": 1000}[found[2]]


def _median(loads: list[Load]) -> float:
    return statistics.median(load.rate for load in loads)


def _told(loads: list[Load]) -> str:
    p50, p99 = (statistics.median(getattr(load, name) for load in loads) for name in ("p50", "p99"))
    return f"{_median(loads):,.0f} requests/s, p50 {p50:.2f} ms, p99 {p99:.2f} ms"


if __name__ == "__main__":
    main()
