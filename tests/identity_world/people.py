"""The people whom every provider knows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody with an account at a provider. Tests make others with `dataclasses.replace`."""

    number: int
    username: str
    given_name: str
    family_name: str
    email: str | None
    email_verified: bool = True

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


ALICE = Person(1001, "alice", "Alice", "Guy", "alice@example.org")
BOB = Person(1002, "bob", "Bob", "Hope", "bob@example.org")
CAROL = Person(1003, "carol", "Carol", "Reed", "carol@example.org", email_verified=False)
DAVE = Person(1004, "dave", "Dave", "Lean", None)
ZOE = Person(1005, "zoe", "Zoë 🎬", "Ångström-李", "Zoe@Example.org")
MALLORY = Person(1666, "mallory", "Mallory", "Mabuse", "alice@example.org", email_verified=False)
"""Says that alice's address is hers, and nobody has checked."""

PEOPLE = (ALICE, BOB, CAROL, DAVE, ZOE, MALLORY)
