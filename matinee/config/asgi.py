"""What the server runs: the front hall with Django behind it."""

import gc
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "matinee.config.settings")
django.setup(set_prefix=False)

from prometheus_client import REGISTRY  # noqa: E402 - Django first

from matinee.config.hall.byte_cache import ByteCache  # noqa: E402
from matinee.config.hall.client import Client  # noqa: E402
from matinee.config.hall.django_app import DjangoApp  # noqa: E402
from matinee.config.hall.hall import Hall  # noqa: E402
from matinee.config.hall.measures import CacheCollector  # noqa: E402
from matinee.core import logs  # noqa: E402
from matinee.core.settings import current  # noqa: E402

logs.configure(current())
_django = DjangoApp(current().web_threads)
_cache = ByteCache(_django, current().hall_bytes)
REGISTRY.register(CacheCollector(_cache))
application = Hall(_django, _cache, Client())

# What has been loaded stays for good: the collector need not look at all of it again while somebody waits.
gc.collect()
gc.freeze()
