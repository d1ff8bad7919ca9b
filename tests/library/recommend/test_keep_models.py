"""Models as files: there whole or not at all, found when new, passed over when they cannot be used."""

import json
import pickle
import random
import signal
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from structlog.testing import capture_logs

from matinee.library.recommend.describing import describe
from matinee.library.recommend.interactions import Interactions
from matinee.library.recommend.model_files import UnusableModel, read_model, write_model
from matinee.library.recommend.shelf import Shelf
from matinee.library.recommend.taste import TasteModel
from matinee.library.recommend.training import train
from tests.databases import REPOSITORY
from tests.library.recommend.planted import SHELF, likings
from tests.waiting import wait_until

TYPES = {"numbers": ("<i4", 1), "table": ("<f4", 2)}
AT_HEADER = len(b"MATINEE-MODEL\n") + 8


@pytest.fixture(scope="module")
def taste() -> TasteModel:
    """What a hundred people like."""
    return train(Interactions.gathered(likings(100)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small model."""
    path = tmp_path / "small.model"
    write_model(path, "small", {"numbers": np.arange(9, dtype=np.int32), "table": np.ones((2, 3), np.float32)})
    return path


def with_header(data: bytes, change: Callable[[dict[str, object]], object]) -> bytes:
    """The file with another header, its checksum right."""
    length, _ = struct.unpack_from("<II", data, AT_HEADER - 8)
    header = json.loads(data[AT_HEADER : AT_HEADER + length])
    text = json.dumps(change(header) or header).encode()
    body = data[AT_HEADER + length :]
    return data[: AT_HEADER - 8] + struct.pack("<II", len(text), zlib.crc32(text)) + text + body


def arrays(header: dict[str, object], **changes: object) -> None:
    """Change the first array's entry."""
    entries = header["arrays"]
    assert isinstance(entries, list)
    entries[0].update(changes)


def test_what_was_written_is_read(file: Path) -> None:
    found = read_model(file, "small", TYPES)

    assert found["numbers"].tolist() == list(range(9))
    assert found["table"].tolist() == [[1.0] * 3] * 2
    assert not found["table"].flags.writeable


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "something else": lambda _: b"PK\x03\x04" * 100,
    "a pickle": lambda _: pickle.dumps({"numbers": [1, 2, 3]}),
    "cut off in its arrays": lambda data: data[:-8],
    "cut off in its header": lambda data: data[: AT_HEADER + 10],
    "cut off in its beginning": lambda data: data[: AT_HEADER - 4],
    "a bit turned in an array": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "a bit turned in the header": lambda data: data[:AT_HEADER] + b"[" + data[AT_HEADER + 1 :],
    "a header of 4 GB": lambda data: data[: AT_HEADER - 8] + struct.pack("<II", 2**32 - 1, 0) + data[AT_HEADER:],
    "another version": lambda data: with_header(data, lambda header: header.update(version=2)),
    "another kind": lambda data: with_header(data, lambda header: header.update(kind="large")),
    "no object": lambda data: with_header(data, lambda _: [1]),
    "no arrays": lambda data: with_header(data, lambda header: header.update(arrays=[])),
    "arrays of nonsense": lambda data: with_header(data, lambda header: header.update(arrays=[7])),
    "objects as numbers": lambda data: with_header(data, lambda header: arrays(header, dtype="|O")),
    "another type": lambda data: with_header(data, lambda header: arrays(header, dtype="<i8")),
    "more than there is": lambda data: with_header(data, lambda header: arrays(header, shape=[2**62])),
    "less than nothing": lambda data: with_header(data, lambda header: arrays(header, shape=[-1])),
    "before the beginning": lambda data: with_header(data, lambda header: arrays(header, offset=-64)),
    "an offset of words": lambda data: with_header(data, lambda header: arrays(header, offset="here")),
    "a shape of words": lambda data: with_header(data, lambda header: arrays(header, shape="x")),
    "a shape of nothing": lambda data: with_header(data, lambda header: arrays(header, shape=None)),
}


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_no_model(file: Path, breaking: Callable[[bytes], bytes]) -> None:
    file.write_bytes(breaking(file.read_bytes()))

    with pytest.raises(UnusableModel):
        read_model(file, "small", TYPES)


def test_no_turned_byte_does_any_harm(file: Path) -> None:
    data, chance = file.read_bytes(), random.Random(5)
    for _ in range(300):
        changed = bytearray(data)
        changed[chance.choice([chance.randrange(400), chance.randrange(len(data))])] = chance.randrange(256)
        file.write_bytes(changed)
        try:
            found = read_model(file, "small", TYPES)
        except UnusableModel:
            continue
        assert found["numbers"].tolist() == list(range(9))


def test_numbers_that_point_outside_are_no_model(tmp_path: Path, taste: TasteModel) -> None:
    wrong = {name: getattr(taste, name) for name in TasteModel.TYPES} | {"targets": taste.targets + 10_000}
    write_model(tmp_path / "taste.model", "taste", wrong)

    with capture_logs() as logs:
        assert Shelf(tmp_path).current().for_user([(1, 1.0)]) == []
    assert "arrays do not fit" in logs[0]["problem"]


def test_a_shelf_without_models_recommends_nothing(tmp_path: Path) -> None:
    with capture_logs() as logs:
        assert Shelf(tmp_path / "nowhere").current().for_user([(1, 1.0)]) == []
    assert logs == []


def test_a_new_model_is_used_without_opening_the_shelf_again(tmp_path: Path, taste: TasteModel) -> None:
    shelf, of_another_process = Shelf(tmp_path), Shelf(tmp_path)
    assert shelf.current().similar(1, 3) == []

    of_another_process.put_taste(taste)
    assert shelf.current().similar(1, 3)[0].reasons[0].kind == "taste"
    assert shelf.current() is shelf.current()

    of_another_process.put_content(describe(SHELF))
    assert shelf.current().similar(3, 3)[0].reasons[0].kind == "collection"


def test_with_a_broken_taste_content_goes_on_and_the_log_says_so_once(tmp_path: Path, taste: TasteModel) -> None:
    shelf = Shelf(tmp_path)
    shelf.put_taste(taste)
    shelf.put_content(describe(SHELF))
    (tmp_path / "taste.model").write_bytes(b"not a model")

    with capture_logs() as logs:
        assert shelf.current().similar(3, 1)[0].reasons[0].kind == "collection"
        shelf.current()
    assert [line["event"] for line in logs] == ["a model of recommendations is passed over"]

    shelf.put_taste(taste)
    assert shelf.current().similar(60, 3)[0].reasons[0].kind == "taste"


def test_who_has_the_old_model_keeps_it_when_the_new_one_is_broken(tmp_path: Path, taste: TasteModel) -> None:
    shelf = Shelf(tmp_path)
    shelf.put_taste(taste)
    before = shelf.current().similar(1, 5)

    broken = tmp_path / "broken"
    broken.write_bytes((tmp_path / "taste.model").read_bytes()[:-100])
    broken.replace(tmp_path / "taste.model")
    assert shelf.current().similar(1, 5) == before


WRITER = """
import sys
import numpy as np
from pathlib import Path
from matinee.library.recommend.model_files import write_model
number = 0
while True:
    number += 1
    write_model(Path(sys.argv[1]), "small", {"numbers": np.full(3_000_000, number, np.int32)})
"""


def test_killing_the_writer_leaves_a_whole_model(tmp_path: Path) -> None:
    path, types = tmp_path / "small.model", {"numbers": ("<i4", 1)}
    for _ in range(6):
        of_the_dead = set(tmp_path.glob(".small.model-*"))
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=REPOSITORY)
        try:
            # Killed while a new draft lies there, which is in the middle of writing.
            wait_until(lambda: path.exists() and set(tmp_path.glob(".small.model-*")) - of_the_dead, seconds=60)  # noqa: B023
        finally:
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        numbers = read_model(path, "small", types)["numbers"]
        assert len(numbers) == 3_000_000
        assert (numbers == numbers[0]).all()

    write_model(path, "small", {"numbers": np.zeros(1, np.int32)})
    assert [found.name for found in tmp_path.iterdir()] == ["small.model"]  # no drafts of the dead
