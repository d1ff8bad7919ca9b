"""Models as files: named arrays in one file that is there whole or not at all, and is read where it lies.

    MATINEE-MODEL\\n   14 bytes
    length of the header, its CRC-32           two little-endian 32-bit numbers
    header: JSON {"kind", "version", "arrays": [{"name", "dtype", "shape", "offset", "crc32"}]}
    the arrays, little-endian, each at a multiple of 64 from the beginning of the file

One file and not a folder of .npy, because only one file can be put in place at once. Nothing in it is ever executed:
numbers of the types below are all that it can hold.
"""

import json
import mmap
import os
import struct
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matinee.core.errors import MatineeError

VERSION = 1  # raised when any number in a model comes to mean something else
_MAGIC = b"MATINEE-MODEL\n"
_PREFIX = struct.Struct("<II")
_ALIGNED = 64
_LONGEST_HEADER = 64 * 2**10
_MOST_BYTES = 2 * 2**30

Arrays = dict[str, NDArray[Any]]


class UnusableModel(MatineeError):
    """The file is broken, of another version or of another kind."""

    title = "The model cannot be used"


def write_model(path: Path, kind: str, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Put it in place of what is there, in one step. Whoever reads the old one goes on with it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    header, placed = _header(kind, arrays)
    number, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(_MAGIC + _PREFIX.pack(len(header), zlib.crc32(header)) + header)
            for offset, array in placed:
                file.seek(offset)
                file.write(array.data)
            file.truncate(max(file.tell(), _end_of(placed)))
            file.flush()
            os.fsync(file.fileno())  # a name must never point to a part, not even after a power cut
        Path(draft).replace(path)
        _forget_drafts(path)
    except OSError:
        Path(draft).unlink(missing_ok=True)
        raise


def _header(kind: str, arrays: Mapping[str, NDArray[Any]]) -> tuple[bytes, list[tuple[int, NDArray[Any]]]]:
    """Offsets count from a place that is the same however long the header becomes."""
    offset = _aligned(len(_MAGIC) + _PREFIX.size + _LONGEST_HEADER)
    entries, placed = [], []
    for name, given in arrays.items():
        array = np.ascontiguousarray(given, given.dtype.newbyteorder("<"))
        entries.append(
            {
                "name": name,
                "dtype": array.dtype.str,
                "shape": array.shape,
                "offset": offset,
                "crc32": zlib.crc32(array.data),
            }
        )
        placed.append((offset, array))
        offset = _aligned(offset + array.nbytes)
    return json.dumps({"kind": kind, "version": VERSION, "arrays": entries}).encode(), placed


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNED) * _ALIGNED


def _end_of(placed: list[tuple[int, NDArray[Any]]]) -> int:
    return max((offset + array.nbytes for offset, array in placed), default=0)


def _forget_drafts(path: Path) -> None:
    """What a writer left behind who was killed. One sweep writes at a time, so no other draft is in use."""
    for draft in path.parent.glob(f".{path.name}-*"):
        draft.unlink(missing_ok=True)


def read_model(path: Path, kind: str, types: Mapping[str, tuple[str, int]]) -> Arrays:
    """The arrays of the file, mapped and not copied. Raises UnusableModel, and FileNotFoundError without a file.

    `types`: the arrays that such a model has, with the type and the number of dimensions of each.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > _MOST_BYTES:
                raise UnusableModel(f"it has {size} bytes, at most {_MOST_BYTES} are read")
            header = _read_header(file.read(len(_MAGIC) + _PREFIX.size + _LONGEST_HEADER))
            whole = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnusableModel(f"it cannot be read: {error.strerror}") from None
    if (header.get("version"), header.get("kind")) != (VERSION, kind):
        raise UnusableModel(
            f"it is version {header.get('version')!r} of {header.get('kind')!r}, not {VERSION} of {kind!r}"
        )
    try:
        entries = {entry["name"]: entry for entry in header["arrays"]}
        found = {name: (entry["dtype"], len(entry["shape"])) for name, entry in entries.items()}
        if found != types:
            raise UnusableModel("its arrays are not those of such a model")
        return {name: _mapped(whole, entry) for name, entry in entries.items()}
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise UnusableModel(f"its header makes no sense: {error!r:.200}") from None


def _read_header(beginning: bytes) -> dict[str, Any]:
    at = len(_MAGIC)
    if not beginning.startswith(_MAGIC) or len(beginning) < at + _PREFIX.size:
        raise UnusableModel("it is no model")
    length, checksum = _PREFIX.unpack_from(beginning, at)
    text = beginning[at + _PREFIX.size :][:length]
    if length > _LONGEST_HEADER or len(text) < length:
        raise UnusableModel(f"its header claims {length} bytes")
    if zlib.crc32(text) != checksum:
        raise UnusableModel("its header is damaged")
    try:
        header = json.loads(text)
    except (ValueError, RecursionError):
        raise UnusableModel("its header is not JSON") from None
    if not isinstance(header, dict):
        raise UnusableModel("its header is no object")
    return header


def _mapped(whole: mmap.mmap, entry: dict[str, Any]) -> NDArray[Any]:
    """One array, of a type that is known to be numbers. Raises UnusableModel, or what Python says of nonsense."""
    shape = tuple(int(length) for length in entry["shape"])
    if min(shape) < 0:
        raise UnusableModel(f"{entry['name']} has the shape {shape}")
    count, offset = int(np.prod([1, *shape], dtype=object)), int(entry["offset"])
    dtype = np.dtype(entry["dtype"])
    if offset < 0 or offset + count * dtype.itemsize > len(whole):
        raise UnusableModel("it ends too early")
    array = np.frombuffer(whole, dtype, count, offset).reshape(shape)
    if zlib.crc32(array.data) != entry["crc32"]:
        raise UnusableModel(f"{entry['name']} is damaged")
    return array
