"""What somebody has to do with the titles of a page."""

from pydantic import Field

from matinee.core.shape import Asked, Shape
from matinee.library.schemas.common import StatusName


class MarksQuery(Asked):
    """Of which titles."""

    titles: str = Field(pattern=r"^[0-9]{1,18}(,[0-9]{1,18}){0,199}$", description="Ids; 200 at most.")

    def ids(self) -> list[int]:
        return [int(one) for one in self.titles.split(",")]


class Mark(Shape):
    """What you have to do with a title."""

    id: int
    favorite: bool
    rating: float | None = Field(description="Yours, 0-10 in halves; null when you gave none.")
    dismissed: bool = Field(description="You do not want it recommended.")
    status: StatusName | None = Field(description="Where you stand with it.")
    rewatched: bool = Field(description="You have watched it, or some of it, more than once.")
    seen: int = Field(description="Regular episodes that you have seen; 1 for a film.")
    aired: int = Field(description="Of how many; 1 for a film.")
    progress: float | None = Field(description="0-1: of a film, how far in you are; of a show, how much you have seen.")
    lists: list[int] = Field(description="Ids of the lists that hold it, of those that you may change.")


class Marks(Shape):
    """Of the titles asked for, those that you have something to do with."""

    items: list[Mark]
