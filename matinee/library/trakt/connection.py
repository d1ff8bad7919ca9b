"""Trakt among the connections that a person may set up."""

from matinee.library.trakt.app import NAME, app
from matinee.library.trakt.client import TITLE
from matinee.library.trakt.line import connected


class TraktConnection:
    """See `core.connections.Connection`."""

    name = NAME
    title = TITLE
    attribution = ""

    def is_set_up(self) -> bool:
        return connected() is not None

    def how_to_set_up(self) -> str:
        found = app()
        if found is not None and found.problem:
            return f"The client secret that was given cannot be opened. {found.problem}. Give it once more."
        return (
            "Make an app at trakt.tv (Settings, Your API Apps; redirect URI urn:ietf:wg:oauth:2.0:oob) and give its "
            "client id and client secret to Matinee. Then people can link their own accounts."
        )

    def test(self) -> None:
        if client := connected():
            client.check()
