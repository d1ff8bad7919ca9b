"""A stand-in for Trakt on loopback: real HTTP, one account, and failures on request."""

from tests.trakt_stand_in.account import Account, Known
from tests.trakt_stand_in.server import CLIENT_ID, CLIENT_SECRET, TraktStandIn

__all__ = ["CLIENT_ID", "CLIENT_SECRET", "Account", "Known", "TraktStandIn"]
