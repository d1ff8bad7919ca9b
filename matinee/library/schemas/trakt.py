"""What is told of somebody's link to Trakt."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from matinee.core.shape import Shape


class TraktReport(Shape):
    """What the last sync did."""

    taken: int = Field(description="Things that were new at Trakt, or newer, and are here now.")
    dropped: int = Field(description="Things that had been removed at Trakt, and are gone here, too.")
    sent: int = Field(description="Things that were new here, or newer, and are at Trakt now.")
    withdrawn: int = Field(description="Things that had been removed here, and are gone at Trakt, too.")
    waiting: int = Field(description="Titles and seasons that the catalogue is still to be asked for.")
    unknown_here: list[str] = Field(description="What the catalogue does not know, at most 50.")
    unknown_there: list[str] = Field(description="What Trakt does not know, at most 50.")
    notes: list[str] = Field(description="Sentences about what else there is to know.")


class TraktLinkTold(Shape):
    """A link, or what there is instead."""

    is_offered: bool = Field(description="Whether an administrator has connected this installation to Trakt.")
    status: Literal["none", "linking", "linked", "failed", "revoked"] = Field(
        description="failed: the code was not confirmed; revoked: Trakt lets us in no more. `error` says why."
    )
    user_code: str | None = Field(None, description="To be typed at `verificationUrl`, while linking.")
    verification_url: str | None = None
    interval: int | None = Field(None, description="Seconds between two looks whether it was confirmed.")
    expires_at: datetime | None = Field(None, description="Until when the code is good.")
    username: str | None = Field(None, description="At Trakt.")
    linked_at: datetime | None = None
    synced_at: datetime | None = None
    next_sync_at: datetime | None = None
    is_syncing: bool = Field(False, description="Both sides are being compared, or it is their turn.")
    error: str | None = Field(None, description="What is wrong, a sentence for people.")
    report: TraktReport | None = None


class TraktUnlinkedTold(Shape):
    """How unlinking went. Matinee has forgotten the tokens in any case."""

    trakt_was_told: bool = Field(
        description="False: Trakt could not be asked; Matinee can be removed there under Connected Apps."
    )
