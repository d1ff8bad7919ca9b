"""Two sides and what they last agreed on, made one. The rule is told in docs/decisions/trakt.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from matinee.library.models import Standpoint

Key = tuple[int, int | None, int | None, datetime | None]
"""A title; of a viewing also season and episode (None for a film) and the second it was watched in."""


@dataclass(frozen=True, slots=True)
class Version:
    """How one side has it. `value`: 1-10 of a rating, else 1. `ids`: that side's own numbers of it."""

    value: int
    at: datetime
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreed:
    """What both had when they were last compared. `gone_at`: when it was removed here, since."""

    pk: int
    value: int
    standpoint: Standpoint
    gone_at: datetime | None
    ids: tuple[int, ...] = ()


@dataclass(slots=True)
class Plan:
    """What makes both sides alike. `agree`: they are already, and it is to be remembered; `forget`: the contrary."""

    take: dict[Key, Version] = field(default_factory=dict)
    drop: dict[Key, Version] = field(default_factory=dict)
    send: dict[Key, Version] = field(default_factory=dict)
    withdraw: dict[Key, Version] = field(default_factory=dict)
    agree: dict[Key, Version] = field(default_factory=dict)
    forget: list[Key] = field(default_factory=list)
    unknown: list[Key] = field(default_factory=list)

    def here(self) -> set[int]:
        """The titles with something to be done on our side."""
        keys = [*self.take, *self.drop, *self.agree, *self.forget, *self.unknown]
        return {key[0] for key in keys}


Side = Mapping[Key, Version]
Base = Mapping[Key, Agreed]


def merge(ours: Side, theirs: Side, base: Base) -> Plan:
    """What is to be done about every thing that any of the three has."""
    plan = Plan()
    for key in {**base, **theirs, **ours}:  # not a set: the order of the sides is kept
        _decide(plan, key, ours.get(key), theirs.get(key), base.get(key))
    return plan


def unsent(ours: Side, base: Base) -> set[Key]:
    """What was changed or removed here since they agreed."""
    changed = {key for key, mine in ours.items() if (agreed := base.get(key)) is None or _is_changed(mine, agreed)}
    return changed | {key for key, agreed in base.items() if agreed.gone_at is not None and key not in ours}


def _decide(plan: Plan, key: Key, mine: Version | None, yours: Version | None, agreed: Agreed | None) -> None:
    if mine is None and yours is None:
        plan.forget.append(key)
    elif mine is None and yours is not None:
        _missing_here(plan, key, yours, agreed)
    elif mine is not None and yours is None:
        _missing_there(plan, key, mine, agreed)
    elif mine is not None and yours is not None:
        _compare(plan, key, mine, yours, agreed)


def _missing_here(plan: Plan, key: Key, yours: Version, agreed: Agreed | None) -> None:
    if agreed is None:
        plan.take[key] = yours
    elif agreed.gone_at is not None:  # else its removal is not heard of yet, or there was none
        (plan.take if yours.at > agreed.gone_at else plan.withdraw)[key] = yours


def _missing_there(plan: Plan, key: Key, mine: Version, agreed: Agreed | None) -> None:
    if agreed is None or _is_changed(mine, agreed):
        plan.send[key] = mine
    elif agreed.standpoint == Standpoint.SHARED:
        plan.drop[key] = mine
    elif agreed.standpoint == Standpoint.SENT:  # it was taken without a word, and left out
        plan.unknown.append(key)


def _compare(plan: Plan, key: Key, mine: Version, yours: Version, agreed: Agreed | None) -> None:
    if mine.value == yours.value:
        known = agreed and (agreed.value, agreed.standpoint, agreed.gone_at, agreed.ids)
        if known != (yours.value, Standpoint.SHARED, None, yours.ids):
            plan.agree[key] = yours
        return
    changed_here = agreed is None or agreed.standpoint != Standpoint.SHARED or _is_changed(mine, agreed)
    changed_there = agreed is None or agreed.value != yours.value
    if changed_there and (not changed_here or yours.at >= mine.at):
        plan.take[key] = yours
    else:
        plan.send[key] = mine


def _is_changed(mine: Version, agreed: Agreed) -> bool:
    return agreed.gone_at is not None or mine.value != agreed.value
