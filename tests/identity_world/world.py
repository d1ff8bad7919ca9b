"""All providers at once."""

from contextlib import ExitStack
from types import TracebackType

from tests.identity_world.facebook import Facebook
from tests.identity_world.github import GitHub
from tests.identity_world.google import Google
from tests.identity_world.oidc import OidcProvider
from tests.identity_world.people import Person
from tests.identity_world.provider import Consent, Provider
from tests.identity_world.x import X


class IdentityWorld:
    """`with IdentityWorld() as world:` listens with all of them, at `port` and the four after it, or at free ones."""

    def __init__(self, port: int = 0) -> None:
        ports = range(port, port + 5) if port else (0,) * 5
        self.oidc = OidcProvider(ports[0])
        self.google = Google(ports[1])
        self.github = GitHub(ports[2])
        self.facebook = Facebook(ports[3])
        self.x = X(ports[4])
        self._running = ExitStack()

    @property
    def providers(self) -> list[Provider]:
        return [self.oidc, self.google, self.github, self.facebook, self.x]

    @property
    def hosts(self) -> list[str]:
        """Host and port of each: what MATINEE_PRIVATE_HOSTS needs."""
        return [provider.host for provider in self.providers]

    def sign_in_as(self, person: Person, consent: Consent = "allow") -> None:
        """From now on that person is asked, everywhere, and answers so."""
        for provider in self.providers:
            provider.person, provider.consent = person, consent

    def heal(self) -> None:
        """All of them there again, and answering truly."""
        for provider in self.providers:
            provider.heal()
            provider.plug_in()

    def __enter__(self) -> "IdentityWorld":
        for provider in self.providers:
            self._running.enter_context(provider)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._running.close()
