"""`python -m matinee.config.openapi` prints the API's OpenAPI schema, from which the web client's types are made."""

import json
import os
import sys

import django


def main() -> None:
    """Print it, the same for the same code. Neither the database nor the data directory is touched."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "matinee.config.settings")
    django.setup(set_prefix=False)
    from ninja.responses import NinjaJSONEncoder  # noqa: PLC0415 - Django first

    from matinee.config.api import api  # noqa: PLC0415

    json.dump(api.get_openapi_schema(), sys.stdout, indent=1, sort_keys=True, cls=NinjaJSONEncoder)


if __name__ == "__main__":
    main()
