"""How allauth's apps start here."""

from allauth.socialaccount.apps import SocialAccountConfig


class SocialAccounts(SocialAccountConfig):
    """Loads the providers with the addresses, and so in the web role alone: they bring half a library each."""

    def ready(self) -> None:
        from allauth.socialaccount import checks  # noqa: F401, PLC0415 - registers what `matinee check` checks
