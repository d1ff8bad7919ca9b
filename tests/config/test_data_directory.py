"""Preparing the data directory, its lock and its key."""

import os
import shutil
import threading
from pathlib import Path

import pytest

from matinee.config import datadir
from matinee.core.locks import lock


def test_it_is_made_with_its_parents(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    datadir.prepare(folder)

    assert folder.is_dir()
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_the_right_to_write_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(datadir.DataDirError, match="cannot be written: Permission denied"):
        datadir.prepare(tmp_path)


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")

    with pytest.raises(datadir.DataDirError, match="cannot be written: File exists"):
        datadir.prepare(tmp_path / "data")


def test_a_full_disk_is_told_with_what_is_needed(tmp_path: Path) -> None:
    with pytest.raises(datadir.DataDirError, match=r"is full: .* MB are free"):
        datadir.prepare(tmp_path, least_free=shutil.disk_usage(tmp_path).free * 2)


def test_only_one_serve_holds_it(tmp_path: Path) -> None:
    with datadir.only_one(tmp_path):
        assert datadir.is_served(tmp_path)
        with pytest.raises(datadir.DataDirError, match="Another `matinee serve`"), datadir.only_one(tmp_path):
            pass
    assert not datadir.is_served(tmp_path)


def test_a_lock_is_waited_for(tmp_path: Path) -> None:
    order: list[str] = []
    asked = threading.Event()

    def second() -> None:
        asked.set()
        with lock(tmp_path, "prepare"):
            order.append("second")

    with lock(tmp_path, "prepare"):
        waiting = threading.Thread(target=second)
        waiting.start()
        asked.wait()
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_the_key_is_made_once_even_by_many_at_the_same_time(tmp_path: Path) -> None:
    keys: list[str] = []
    together = threading.Barrier(8)

    def read() -> None:
        together.wait()
        keys.append(datadir.signing_key(tmp_path))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 1
    assert len(keys[0]) >= 50
    assert [file.name for file in tmp_path.iterdir()] == ["secret.key"]
    assert (tmp_path / "secret.key").stat().st_mode & 0o777 == 0o600
