"""Where the models are kept: a folder with a file for each, opened when needed and again when it is a new one."""

import threading
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Generic, TypeVar

import structlog

from matinee.library.recommend.content import ContentModel
from matinee.library.recommend.model_files import Arrays, UnusableModel, read_model, write_model
from matinee.library.recommend.recommender import Recommender
from matinee.library.recommend.taste import TasteModel

log = structlog.get_logger(__name__)

M = TypeVar("M", TasteModel, ContentModel)

_TASTE, _CONTENT = "taste", "content"
_Stamp = tuple[int, int, int] | None


class Shelf:
    """The models of one folder. One may be shared by all threads of a process."""

    def __init__(self, folder: Path) -> None:
        self._taste = _Place(folder / f"{_TASTE}.model", TasteModel)
        self._content = _Place(folder / f"{_CONTENT}.model", ContentModel)
        self._recommender = Recommender()
        self._opening = threading.Lock()
        self._opened = False

    def current(self) -> Recommender:
        """Of the newest models that can be used; two looks at the disk when nothing is new.

        A file that cannot be used is told of in the log, once, and passed over: then the model before it is used, if
        this process had opened it, or else the other model alone.
        """
        # While one thread opens a new file the others go on with the old one; only the very first have to wait.
        if self._opening.acquire(blocking=not self._opened):
            try:
                news = [self._taste.look(), self._content.look()]
                if any(news):
                    self._recommender = Recommender(self._taste.model, self._content.model)
                self._opened = True
            finally:
                self._opening.release()
        return self._recommender

    def put_taste(self, model: TasteModel) -> None:
        """Keep a new model, for all processes. Raises OSError; then the old one stays."""
        write_model(self._taste.path, _TASTE, _arrays_of(model))

    def put_content(self, model: ContentModel) -> None:
        """The same for what titles are."""
        write_model(self._content.path, _CONTENT, _arrays_of(model))


@dataclass
class _Place(Generic[M]):
    """One file, and what it held when it was last looked at."""

    path: Path
    shape: type[M]
    model: M | None = None
    stamp: _Stamp = None

    def look(self) -> bool:
        """Open the file if it is another than before; whether that gave a new model."""
        stamp = self._stamp()
        if stamp == self.stamp or stamp is None:
            return False
        self.stamp = stamp
        try:
            self.model = _model_of(self.shape, read_model(self.path, self.path.stem, self.shape.TYPES))
        except FileNotFoundError:
            return False
        except UnusableModel as error:
            log.warning("a model of recommendations is passed over", file=str(self.path), problem=error.detail)
            return False
        return True

    def _stamp(self) -> _Stamp:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def _arrays_of(model: TasteModel | ContentModel) -> Arrays:
    return {field.name: getattr(model, field.name) for field in fields(model)}


def _model_of(shape: type[M], arrays: Arrays) -> M:
    """Raises UnusableModel when these arrays are not those of such a model."""
    try:
        return shape(**arrays)
    except (TypeError, ValueError, IndexError) as error:
        raise UnusableModel(f"its arrays do not fit together: {error!s:.200}") from None
