"""Looking into an archive that somebody sent, before believing anything that it says of itself."""

import re
import stat
import struct
import zipfile
import zlib
from typing import BinaryIO

from matinee.core.errors import BadInput

MAGIC = b"PK\x03\x04"
_EMPTY = b"PK\x05\x06"
MOST_MEMBERS = 5_000
_MOST_DIRECTORY_BYTES = 2 << 20  # what lists the members; it is read as a whole
_END = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT = 0xFFFF
_ZIP64_LOCATOR = 20  # bytes, right before the end record

_READ = (".csv", ".json")
_BYSTANDERS = re.compile(r"(^|/)(__MACOSX/|\._|\.)")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1

# What zipfile raises over archives that are not as they say; it checks its own words little.
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)


def is_archive(file: BinaryIO) -> bool:
    """Whether it begins as a zip does."""
    file.seek(0)
    return file.read(4) in (MAGIC, _EMPTY)


def opened(file: BinaryIO) -> zipfile.ZipFile:
    """The archive. Raises BadInput if it is damaged, or its list of contents is too long to be read safely."""
    _check_directory(file)
    try:
        return zipfile.ZipFile(file)
    except DAMAGED:
        raise BadInput("The archive is damaged. Download it anew from where it comes from") from None


def worth_reading(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The CSV and JSON files in it. Raises BadInput for names, links, encryption or packing that no export has."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise BadInput(f"The archive has {len(members):,} files in it, and no export has more than {MOST_MEMBERS:,}")
    seen: set[str] = set()
    for member in members:
        _check_name(member.filename)
        if member.filename.casefold() in seen:
            raise BadInput(f"The archive has {member.filename!r} twice. Download it anew from where it comes from")
        seen.add(member.filename.casefold())
    wanted = [member for member in members if _is_wanted(member)]
    for member in wanted:
        _check_packing(member)
    if not wanted:
        raise BadInput(_nothing_in(members))
    return wanted


def _check_directory(file: BinaryIO) -> None:
    """`ZipFile` reads all that the archive says its list of contents is, so that is looked at first."""
    length = file.seek(0, 2)
    file.seek(max(0, length - _END.size - _LONGEST_COMMENT))
    tail = file.read()
    at = len(tail) - _END.size
    if tail[at : at + 4] != _EMPTY or tail[-2:] != b"\0\0":  # there is a comment behind it
        at = tail.rfind(_EMPTY)
    if at < 0 or len(tail) - at < _END.size:
        raise BadInput("The archive is cut off. Download it anew from where it comes from")
    directory_bytes = _END.unpack_from(tail, at)[5]
    is_huge = tail[max(0, at - _ZIP64_LOCATOR) :].startswith(b"PK\x06\x07")
    if is_huge or directory_bytes > _MOST_DIRECTORY_BYTES:
        raise BadInput("The archive is made for far more files than an export has. Unpack it, and pack only the export")


def _check_name(name: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in name:
        raise BadInput(f"The archive has a file named {name[:80]!r}, which leads out of it. No export has such names")


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    name = member.filename.lower()
    return not is_link and name.endswith(_READ) and not _BYSTANDERS.search(member.filename)


def _check_packing(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED:
        raise BadInput(f"{member.filename!r} is locked with a password. Pack the export anew without one")
    if member.compress_type not in _METHODS:
        raise BadInput(
            f"{member.filename!r} is packed in an unusual way. Unpack the export, and pack it as a plain zip"
        )


def _nothing_in(members: list[zipfile.ZipInfo]) -> str:
    if any(member.filename.lower().endswith(".zip") for member in members):
        return "The archive has only another archive in it. Unpack it, and give the one inside"
    return "The archive has no CSV or JSON file in it, so it is no export that we know"
