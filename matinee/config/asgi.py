"""What the server runs: the front hall with Django behind it."""

import gc
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "matinee.config.settings")
django.setup(set_prefix=False)

from prometheus_client import REGISTRY  # noqa: E402 - Django first

from matinee.accounts import policies  # noqa: E402
from matinee.config.hall.byte_cache import ByteCache  # noqa: E402
from matinee.config.hall.client import Client  # noqa: E402
from matinee.config.hall.cors import Cors  # noqa: E402
from matinee.config.hall.django_app import DjangoApp  # noqa: E402
from matinee.config.hall.hall import Hall  # noqa: E402
from matinee.config.hall.live import Live  # noqa: E402
from matinee.config.hall.measures import CacheCollector  # noqa: E402
from matinee.config.hall.proxies import Proxies  # noqa: E402
from matinee.config.hall.rates import Rates  # noqa: E402
from matinee.config.hall.views import Listener, Views  # noqa: E402
from matinee.core import logs  # noqa: E402
from matinee.core.settings import current  # noqa: E402

logs.configure(current())
_views = Views(with_them=policies.forget)
_rates = Rates(current().rate_limit)
_app = DjangoApp(
    current().web_threads,
    patience=current().request_timeout,
    body_seconds=current().body_timeout,
    admit=_rates.check,
)
_django = Listener(_app, _views)
_cache = ByteCache(_django, current().hall_bytes, _views)
REGISTRY.register(CacheCollector(_cache))
application = Hall(
    _django,
    _cache,
    _views,
    Client(),
    proxies=Proxies(current().trusted_proxies),
    cors=Cors(current().cors_origins),
    live=Live(_app.ask, most=current().live_connections, listed=current().cors_origins, admit=_rates.check),
)

# What has been loaded stays for good: the collector need not look at all of it again while somebody waits.
gc.collect()
gc.freeze()
