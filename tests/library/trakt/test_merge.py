"""The rule by which two sides become one, told as a table."""

from datetime import UTC, datetime

import pytest

from matinee.library.models import Standpoint
from matinee.library.trakt.merging import Agreed, Key, Plan, Version, merge

KEY: Key = (5, None, None, None)
EARLY, MIDDLE, LATE = (datetime(2026, 1, day, tzinfo=UTC) for day in (1, 2, 3))


def outcome(mine: Version | None, yours: Version | None, agreed: Agreed | None) -> str:
    """The name of the one thing that is to be done, "" for nothing."""
    sides = [{} if one is None else {KEY: one} for one in (mine, yours)]
    plan = merge(sides[0], sides[1], {} if agreed is None else {KEY: agreed})
    done = [name for name in Plan.__dataclass_fields__ if KEY in getattr(plan, name)]
    assert len(done) <= 1
    return "".join(done)


def base(value: int = 8, gone_at: datetime | None = None, standpoint: Standpoint = Standpoint.SHARED) -> Agreed:
    return Agreed(1, value, standpoint, gone_at)


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        (Version(8, EARLY), None, "send"),
        (None, Version(8, EARLY), "take"),
        (Version(8, EARLY), Version(8, LATE), "agree"),
        (Version(8, EARLY), Version(6, LATE), "take"),
        (Version(8, LATE), Version(6, EARLY), "send"),
        (Version(8, EARLY), Version(6, EARLY), "take"),
    ],
)
def test_a_first_sync_is_a_union_in_which_the_later_rating_holds(
    mine: Version | None, yours: Version | None, expected: str
) -> None:
    assert outcome(mine, yours, None) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "agreed", "expected"),
    [
        (Version(8, EARLY), Version(8, EARLY), base(), ""),
        (Version(9, LATE), Version(8, EARLY), base(), "send"),
        (Version(8, EARLY), Version(9, LATE), base(), "take"),
        (Version(8, LATE), Version(9, EARLY), base(), "take"),  # only theirs has changed, whatever the clocks say
        (Version(7, LATE), Version(9, MIDDLE), base(), "send"),
        (Version(7, MIDDLE), Version(9, LATE), base(), "take"),
    ],
)
def test_what_one_side_changed_holds_and_of_two_changes_the_later_one(
    mine: Version, yours: Version, agreed: Agreed, expected: str
) -> None:
    assert outcome(mine, yours, agreed) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "agreed", "expected"),
    [
        (None, Version(8, EARLY), base(gone_at=LATE), "withdraw"),
        (None, Version(9, LATE), base(gone_at=MIDDLE), "take"),
        (None, Version(8, EARLY), base(), ""),  # nobody has told yet that it was removed
        (Version(8, EARLY), None, base(), "drop"),
        (Version(9, LATE), None, base(), "send"),
        (Version(8, LATE), None, base(gone_at=MIDDLE), "send"),
        (None, None, base(), "forget"),
    ],
)
def test_a_removal_holds_unless_the_other_side_has_said_something_since(
    mine: Version | None, yours: Version | None, agreed: Agreed, expected: str
) -> None:
    assert outcome(mine, yours, agreed) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "agreed", "expected"),
    [
        (Version(8, EARLY), Version(8, EARLY), base(standpoint=Standpoint.SENT), "agree"),
        (Version(8, EARLY), None, base(standpoint=Standpoint.SENT), "unknown"),
        (Version(8, LATE), Version(5, EARLY), base(standpoint=Standpoint.SENT), "send"),
        (Version(8, EARLY), None, base(standpoint=Standpoint.UNKNOWN), ""),
    ],
)
def test_what_trakt_never_showed_is_not_taken_for_removed(
    mine: Version, yours: Version | None, agreed: Agreed, expected: str
) -> None:
    assert outcome(mine, yours, agreed) == expected
