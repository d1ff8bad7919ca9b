"""What the server runs: the front hall with Django behind it."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "matinee.config.settings")
django.setup(set_prefix=False)

from matinee.config.hall.client import Client  # noqa: E402 - Django first
from matinee.config.hall.django_app import DjangoApp  # noqa: E402
from matinee.config.hall.hall import Hall  # noqa: E402
from matinee.core.settings import current  # noqa: E402

application = Hall(DjangoApp(current().web_threads), Client())
