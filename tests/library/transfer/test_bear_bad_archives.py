"""Archives made to harm, and files that are none."""

import io
import stat
import struct
import zipfile

import pytest

from matinee.core.errors import BadInput
from matinee.library.transfer.formats import Upload, archives, recognise, uploads
from tests.library.transfer.files import archive, rows, upload, zipped
from tests.library.transfer.test_read_letterboxd import RATINGS, WATCHED


def opened(data: bytes) -> Upload:
    """As it is when somebody sends it."""
    return Upload.opened("export.zip", io.BytesIO(data))


def test_a_bomb_is_refused_by_how_much_it_grows() -> None:
    with pytest.raises(BadInput, match="far more than it seems"):
        archive({"ratings.csv": b"0" * (40 << 20)})


def test_all_files_together_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 3 << 20)
    part = RATINGS + "2021-01-02,Metropolis,1927,https://boxd.it/a,4.5\n" * 20_000
    with pytest.raises(BadInput, match="more than 3 MB"):
        archive({f"lists/{number}.csv": part for number in range(4)})


def test_a_size_that_the_archive_gives_is_not_believed() -> None:
    """The list of contents says that there are four bytes; what is unpacked is counted, and then is no whole file."""
    data = bytearray(zipped({"ratings.csv": RATINGS}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 4)
    with pytest.raises(BadInput, match="damaged"):
        opened(bytes(data))


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    with pytest.raises(BadInput, match="4 files"):
        archive({f"{number}.csv": "" for number in range(4)})


def test_a_huge_list_of_contents_is_not_even_read() -> None:
    data = bytearray(zipped({"ratings.csv": RATINGS}))
    at = data.rindex(b"PK\x05\x06")
    data[at + 12 : at + 16] = struct.pack("<L", 1 << 30)
    with pytest.raises(BadInput, match="far more files"):
        opened(bytes(data))


def test_an_archive_of_more_than_four_gigabytes_is_not_even_read() -> None:
    data = zipped({"ratings.csv": RATINGS})
    at = data.rindex(b"PK\x05\x06")
    locator = b"PK\x06\x07" + bytes(16)
    with pytest.raises(BadInput, match="far more files"):
        opened(data[:at] + locator + data[at:])


def test_an_archive_in_an_archive_is_not_opened() -> None:
    with pytest.raises(BadInput, match="another archive"):
        archive({"inner.zip": zipped({"ratings.csv": RATINGS})})
    assert len(rows(archive({"inner.zip": zipped({"ratings.csv": RATINGS}), "ratings.csv": RATINGS}))) == 1


@pytest.mark.parametrize(
    "name", ["/etc/ratings.csv", "../ratings.csv", "a/../../ratings.csv", "..\\ratings.csv", "C:\\ratings.csv"]
)
def test_names_that_lead_out_of_the_archive_are_refused(name: str) -> None:
    with pytest.raises(BadInput, match="leads out"):
        archive({name: RATINGS})


def test_a_link_is_not_followed() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as into:
        link = zipfile.ZipInfo("watched.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        into.writestr(link, "/etc/passwd")
        into.writestr("ratings.csv", RATINGS)
    assert [member.name for member in opened(packed.getvalue()).members] == ["ratings.csv"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["ratings.csv", "RATINGS.CSV"])
def test_a_name_that_is_there_twice_is_refused(second: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as into:
        into.writestr("ratings.csv", RATINGS)
        into.writestr(second, WATCHED)
    with pytest.raises(BadInput, match="twice"):
        opened(packed.getvalue())


def test_a_file_with_a_password_is_refused() -> None:
    data = bytearray(zipped({"ratings.csv": RATINGS}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(signature) + flags] |= 1
    with pytest.raises(BadInput, match="password"):
        opened(bytes(data))


def test_unusual_packing_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as into:
        into.writestr("ratings.csv", RATINGS)
    with pytest.raises(BadInput, match="plain zip"):
        opened(packed.getvalue())


def test_a_damaged_or_cut_off_archive_is_refused() -> None:
    data = bytearray(zipped({"ratings.csv": RATINGS * 100}))
    with pytest.raises(BadInput, match="cut off"):
        opened(bytes(data[:-40]))
    data[60] ^= 0xFF
    with pytest.raises(BadInput, match="damaged"):
        opened(bytes(data))


def test_what_computers_leave_in_archives_does_no_harm() -> None:
    given = archive(
        {"__MACOSX/._ratings.csv": b"\0\1\2", ".DS_Store": b"\0", "cover.png": b"\x89PNG", "ratings.csv": RATINGS}
    )
    assert [member.name for member in given.members] == ["ratings.csv"]


def test_an_archive_with_nothing_to_read_says_so() -> None:
    with pytest.raises(BadInput, match="no CSV or JSON"):
        archive({"cover.png": b"\x89PNG"})
    with pytest.raises(BadInput, match="no CSV or JSON"):
        archive({})


def test_an_empty_file_says_so() -> None:
    with pytest.raises(BadInput, match="empty"):
        upload("ratings.csv", b"")


def test_a_picture_says_that_it_is_no_text() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
    for name in ("cover.png", "ratings.csv"):
        with pytest.raises(BadInput, match="not readable as text"):
            upload(name, picture)


def test_a_text_of_something_else_says_what_is_known() -> None:
    for name, text in (("letter.csv", "Dear Bob,\nhow are you, and so on?\n"), ("settings.json", '{"a": [{"b": 1}]}')):
        with pytest.raises(BadInput, match=r"no export that we know.*Letterboxd"):
            recognise(upload(name, text))
