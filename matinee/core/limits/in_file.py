"""Counts in an SQLite file that the processes of one machine share.

It is made for being fast, not for outliving a power cut: nothing waits for the disk, and a file that is gone or broken
is begun anew.
"""

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import structlog

from matinee.core.limits.rules import MEMORY, NO_FAILURES, Failures, Limit, StoreFailed
from matinee.core.locks import lock

log = structlog.get_logger(__name__)

T = TypeVar("T")

_PATIENCE = 2.0  # seconds to wait for another writer, each of which takes microseconds
_LOOK_PAUSE = 1.0  # seconds between two looks whether the file is still the one that is open
_SWEEP_PAUSE = 10.0
_SWEPT_AT_ONCE = 20_000
_BROKEN = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}

_TABLES = """
CREATE TABLE IF NOT EXISTS uses (key BLOB PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS failures (key BLOB PRIMARY KEY, count INTEGER NOT NULL, at REAL NOT NULL) WITHOUT ROWID;
"""
# A moment further away than the limit reaches was written by a clock that has been set back since: it counts for
# nothing. The small number forgives the rounding of sums.
_TAKE = """
INSERT INTO uses (key, until) VALUES (:key, :now + :gap)
ON CONFLICT (key) DO UPDATE SET until = iif(until > :now + :span + 1, :now, max(until, :now)) + :gap
WHERE until <= :now + :span - :gap + 1e-6 OR until > :now + :span + 1
RETURNING until
"""
_FAIL = """
INSERT INTO failures (key, count, at) VALUES (:key, 1, :now)
ON CONFLICT (key) DO UPDATE SET count = iif(at < :now - :memory, 1, count + 1), at = :now
RETURNING count
"""
_SWEEPS = (
    "DELETE FROM uses WHERE key IN (SELECT key FROM uses WHERE until < :now LIMIT :most)",
    "DELETE FROM failures WHERE key IN (SELECT key FROM failures WHERE at < :now - :memory LIMIT :most)",
)


class _Open(threading.local):
    """The connection of one thread, the file that it has open, and when that was looked at last."""

    connection: sqlite3.Connection | None = None
    inode: int = 0
    looked_at: float = 0.0


class FileStore:
    """See `Store`. `clock`: seconds since 1970, the same for every process."""

    def __init__(self, file: Path, *, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._clock = clock
        self._open = _Open()
        self._sweep_at = 0.0

    def take(self, key: bytes, limit: Limit) -> float:
        now = self._clock()
        values: dict[str, bytes | float] = {"key": key, "now": now, "gap": limit.gap, "span": limit.seconds}
        if now >= self._sweep_at:
            self._sweep_at = now + _SWEEP_PAUSE
            self._asked(lambda connection: _sweep(connection, now))
        return self._asked(lambda connection: _take(connection, values))

    def fail(self, key: bytes) -> Failures:
        values = {"key": key, "now": self._clock(), "memory": MEMORY}
        (count,) = self._asked(lambda connection: connection.execute(_FAIL, values).fetchone())
        return Failures(count, 0.0)

    def failures(self, key: bytes) -> Failures:
        query = "SELECT count, at FROM failures WHERE key = ?"
        if (row := self._asked(lambda connection: connection.execute(query, (key,)).fetchone())) is None:
            return NO_FAILURES
        age = max(0.0, self._clock() - row[1])
        return Failures(row[0], age) if age < MEMORY else NO_FAILURES

    def forget(self, key: bytes) -> None:
        self._asked(lambda connection: connection.execute("DELETE FROM failures WHERE key = ?", (key,)))

    # --- the file ---

    def _asked(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            try:
                return work(self._connection())
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", None) not in _BROKEN:
                    raise
                self._put_aside(error)
                return work(self._connection())
        except (sqlite3.Error, OSError) as error:
            self._close()
            raise StoreFailed(f"{self._file.name}: {error}") from error

    def _connection(self) -> sqlite3.Connection:
        now = time.monotonic()
        if self._open.connection is not None and now - self._open.looked_at >= _LOOK_PAUSE:
            self._open.looked_at = now
            if _inode(self._file) != self._open.inode:
                self._close()
        if self._open.connection is None:
            self._open.connection = _connect(self._file)
            self._open.inode = _inode(self._file)
            self._open.looked_at = now
        return self._open.connection

    def _put_aside(self, error: sqlite3.DatabaseError) -> None:
        self._close()
        for ending in ("-wal", "-shm"):
            Path(f"{self._file}{ending}").unlink(missing_ok=True)
        if self._file.exists():
            log.warning("limits begun anew", problem=str(error), old=str(self._file.replace(f"{self._file}.broken")))

    def _close(self) -> None:
        if self._open.connection is not None:
            self._open.connection.close()
            self._open.connection = None


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        with lock(file.parent, file.stem):  # two that turn one new file to WAL fail at once, whatever their patience
            connection.executescript("PRAGMA journal_mode=WAL; " + _TABLES)
        connection.executescript("PRAGMA synchronous=OFF; PRAGMA cache_size=-512;")
    except (sqlite3.Error, OSError):
        connection.close()
        raise
    return connection


def _inode(file: Path) -> int:
    try:
        return file.stat().st_ino
    except FileNotFoundError:
        return 0


def _take(connection: sqlite3.Connection, values: dict[str, bytes | float]) -> float:
    if connection.execute(_TAKE, values).fetchone() is not None:
        return 0.0
    row = connection.execute("SELECT until - (:now + :span - :gap) FROM uses WHERE key = :key", values).fetchone()
    return max(0.0, row[0]) if row else 0.0


def _sweep(connection: sqlite3.Connection, now: float) -> None:
    for statement in _SWEEPS:
        connection.execute(statement, {"now": now, "memory": MEMORY, "most": _SWEPT_AT_ONCE})
