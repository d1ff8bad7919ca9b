"""Those who vouch for people, on loopback: an OpenID Connect provider, Google, GitHub, Facebook and X, over real HTTP.

By hand: `python -m tests.identity_world --port 8490` prints the issuer and every client's id and secret.
For tests that need allauth's fixed providers sent here, there is `tests.identity_world.pointing`.
"""

from tests.identity_world.facebook import Facebook
from tests.identity_world.github import GitHub
from tests.identity_world.google import Google
from tests.identity_world.oidc import OidcProvider
from tests.identity_world.people import ALICE, BOB, CAROL, DAVE, MALLORY, PEOPLE, ZOE, Person
from tests.identity_world.provider import Client, Provider
from tests.identity_world.server import Call
from tests.identity_world.world import IdentityWorld
from tests.identity_world.x import X

__all__ = [
    "ALICE", "BOB", "CAROL", "DAVE", "MALLORY", "PEOPLE", "ZOE",
    "Call", "Client", "Facebook", "GitHub", "Google", "IdentityWorld", "OidcProvider", "Person", "Provider", "X",
]  # fmt: skip
