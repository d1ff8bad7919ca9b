"""Files as people upload them."""

import io
import json
import zipfile
from collections.abc import Mapping

from matinee.library.transfer.formats import ListHead, Outcome, Row, RowProblem, Upload, read


def upload(name: str, content: str | bytes) -> Upload:
    """A single file."""
    return Upload.opened(name, io.BytesIO(content.encode() if isinstance(content, str) else content))


def archive(files: Mapping[str, str | bytes], name: str = "export.zip") -> Upload:
    """A zip of these."""
    return Upload.opened(name, io.BytesIO(zipped(files)))


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a zip of these."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        for path, content in files.items():
            into.writestr(path, content)
    return packed.getvalue()


def document(name: str, entries: object) -> Upload:
    """A single JSON file."""
    return upload(name, json.dumps(entries, indent=2))


def outcomes(given: Upload) -> list[Outcome]:
    """All that it says."""
    return [outcome for _, outcome in read(given)]


def rows(given: Upload) -> list[Row]:
    """Its rows."""
    return [outcome for outcome in outcomes(given) if isinstance(outcome, Row)]


def heads(given: Upload) -> list[ListHead]:
    """Its lists."""
    return [outcome for outcome in outcomes(given) if isinstance(outcome, ListHead)]


def problems(given: Upload) -> list[RowProblem]:
    """What was left out."""
    return [outcome for outcome in outcomes(given) if isinstance(outcome, RowProblem)]


def sole_row(given: Upload) -> Row:
    """The row of a file that has one."""
    (row,) = rows(given)
    return row
