"""The quota of the image files, and healing after a crash."""

import os
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from matinee.core.settings import Settings
from matinee.images.jobs import evict
from matinee.images.store import DRAFT_SECONDS, TOUCH_EVERY, Store, store
from tests.databases import environment, python
from tests.waiting import wait_until

PART = b"x" * 1000


def key(number: int) -> str:
    return f"{number:032x}"[::-1]


def used_ago(path: Path, seconds: float) -> None:
    moment = time.time() - seconds
    os.utime(path, (moment, moment))


def total(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.avif"))


def test_what_was_unused_for_longest_goes_first(tmp_path: Path) -> None:
    kept = Store(tmp_path, 10_000)
    for number in range(10):
        used_ago(kept.put(key(number), "avif", PART).path, 10_000 - 100 * number)
    kept.find(key(0), "avif")
    kept.put(key(10), "avif", PART)
    assert kept.find(key(0), "avif"), "it was used just now"
    assert kept.find(key(1), "avif") is None
    assert kept.find(key(10), "avif")
    assert total(tmp_path) <= 10_000


def test_the_quota_holds_however_much_is_put(tmp_path: Path) -> None:
    kept = Store(tmp_path, 20_000)
    with ThreadPoolExecutor(8) as writers:
        list(writers.map(lambda number: kept.put(key(number), "avif", PART), range(300)))
    assert total(tmp_path) <= 20_000 + 8 * len(PART)
    assert total(tmp_path) > 10_000


def test_a_second_process_on_the_same_folder_keeps_to_the_quota_too(tmp_path: Path) -> None:
    first, second = Store(tmp_path, 10_000), Store(tmp_path, 10_000)
    for number in range(9):
        first.put(key(number), "avif", PART)
    for number in range(9, 18):
        second.put(key(number), "avif", PART)
    first.evict()
    assert total(tmp_path) <= 10_000


def test_under_the_quota_nothing_is_removed(tmp_path: Path) -> None:
    kept = Store(tmp_path, 10_000)
    used_ago(kept.put(key(1), "avif", PART).path, 10**8)
    assert kept.evict().files == 0
    assert kept.find(key(1), "avif")


def test_a_use_is_noted_at_most_once_a_minute(tmp_path: Path) -> None:
    kept = Store(tmp_path, 10_000)
    path = kept.put(key(1), "avif", PART).path
    used_ago(path, TOUCH_EVERY / 2)
    before = path.stat().st_mtime_ns
    kept.find(key(1), "avif")
    assert path.stat().st_mtime_ns == before
    used_ago(path, TOUCH_EVERY * 2)
    kept.find(key(1), "avif")
    assert time.time() - path.stat().st_mtime < TOUCH_EVERY


def test_abandoned_drafts_are_swept_and_fresh_ones_left_alone(tmp_path: Path) -> None:
    kept = Store(tmp_path, 10_000)
    kept.put(key(1), "avif", PART)
    old, fresh = tmp_path / "drafts" / "old", tmp_path / "drafts" / "fresh"
    for draft in (old, fresh):
        draft.write_bytes(PART)
    used_ago(old, DRAFT_SECONDS * 2)
    assert kept.evict().files == 1
    assert not old.exists()
    assert fresh.exists()


def test_an_empty_or_missing_folder_is_no_trouble(tmp_path: Path) -> None:
    assert Store(tmp_path / "absent", 10_000).evict().files == 0
    assert Store(tmp_path / "absent", 10_000).find(key(1), "avif") is None


WRITER = """
import sys
from pathlib import Path
from matinee.images.store import Store
kept = Store(Path(sys.argv[1]), 10**9)
for number in range(10**9):
    kept.put(f"{number % 50:032x}"[::-1], "avif", b"y" * 200_000)
"""


def test_a_killed_process_leaves_only_complete_files(tmp_path: Path) -> None:
    with subprocess.Popen(python("-c", WRITER, str(tmp_path)), env=environment()) as writer:
        wait_until(lambda: len(list(tmp_path.rglob("*.avif"))) > 5)
        writer.send_signal(signal.SIGKILL)
    complete = list(tmp_path.rglob("*.avif"))
    assert complete
    assert {path.stat().st_size for path in complete} == {200_000}
    for draft in (tmp_path / "drafts").iterdir():
        used_ago(draft, DRAFT_SECONDS * 2)
    Store(tmp_path, 10**9).evict()
    assert list((tmp_path / "drafts").iterdir()) == []


def test_the_sweep_says_what_it_did(settings_now: Settings) -> None:
    assert evict().idle
    settings_now.image_bytes = 2**20
    for number in range(3):
        store().put(key(number), "avif", b"z" * 300_000)
    settings_now.image_bytes = 500_000
    outcome = evict()
    assert outcome.done == 2
    assert not outcome.idle
    assert outcome.note == "0 MB kept"
