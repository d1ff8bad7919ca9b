"""Sending allauth to loopback: its providers keep the addresses of the real ones in classes and modules."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.socialaccount.providers.facebook import constants as facebook_constants
from allauth.socialaccount.providers.facebook import flows as facebook_flows
from allauth.socialaccount.providers.facebook import views as facebook_views
from allauth.socialaccount.providers.github.views import GitHubOAuth2Adapter
from allauth.socialaccount.providers.google.views import GoogleOAuth2Adapter
from allauth.socialaccount.providers.twitter_oauth2.views import TwitterOAuth2Adapter

from matinee.accounts import vouching
from tests.identity_world import github, google, x
from tests.identity_world.world import IdentityWorld

_before: list[tuple[object, str, object]] = []


def point_at(world: IdentityWorld) -> None:
    """Send allauth's four fixed providers to the world; OpenID Connect's address is its issuer anyway."""
    graph = f"{world.facebook.url}/{facebook_constants.GRAPH_API_VERSION}"
    _aim(
        GoogleOAuth2Adapter,
        authorize_url=f"{world.google.url}{google.AUTHORIZE}",
        access_token_url=f"{world.google.url}{google.TOKEN}",
        identity_url=f"{world.google.url}{google.USERINFO}",
    )
    _aim(vouching, GOOGLE_KEYS=f"{world.google.url}{google.JWKS}")
    _aim(
        GitHubOAuth2Adapter,
        authorize_url=f"{world.github.url}{github.AUTHORIZE}",
        access_token_url=f"{world.github.url}{github.TOKEN}",
        profile_url=f"{world.github.url}{github.USER}",
        emails_url=f"{world.github.url}{github.EMAILS}",
    )
    _aim(
        facebook_views.FacebookOAuth2Adapter,
        authorize_url=f"{graph}/dialog/oauth",
        access_token_url=f"{graph}/oauth/access_token",
    )
    _aim(facebook_flows, GRAPH_API_URL=graph)
    _aim(
        TwitterOAuth2Adapter,
        authorize_url=f"{world.x.url}{x.AUTHORIZE}",
        access_token_url=f"{world.x.url}{x.TOKEN}",
        profile_url=f"{world.x.url}{x.ME}",
    )


def reset() -> None:
    """Send allauth to the real providers again."""
    while _before:
        setattr(*_before.pop())


@contextmanager
def pointed_at(world: IdentityWorld) -> Iterator[None]:
    """Inside the block allauth talks to the world."""
    point_at(world)
    try:
        yield
    finally:
        reset()


def _aim(owner: object, **addresses: str) -> None:
    for name, address in addresses.items():
        _before.append((owner, name, getattr(owner, name)))
        setattr(owner, name, address)
