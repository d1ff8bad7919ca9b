"""Django's hook at start."""

import logging

from django.apps import AppConfig


class MatineeConfig(AppConfig):
    """Knows everyone, and so introduces them, unless nobody will be spoken to."""

    name = "matinee.config"
    introduces = True

    def ready(self) -> None:
        """All models are loaded; what listens to them may be, too."""
        # A request is logged once, in the front hall; Django's own line is for what went wrong inside.
        logging.getLogger("django.request").setLevel(logging.ERROR)
        if self.introduces:
            from matinee.config.wiring import wire  # noqa: PLC0415 - only now

            wire()
