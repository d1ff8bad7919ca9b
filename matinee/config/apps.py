"""Django's hook at start."""

from django.apps import AppConfig


class MatineeConfig(AppConfig):
    """Knows everyone, and so introduces them."""

    name = "matinee.config"

    def ready(self) -> None:
        """All models are loaded; what listens to them may be, too."""
        from matinee.config.wiring import wire  # noqa: PLC0415 - only now

        wire()
