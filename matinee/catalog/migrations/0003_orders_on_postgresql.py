"""Indexes for browsing in orders that put the unknown last.

SQLite takes NULL for the smallest and walks the indexes of 0001; PostgreSQL takes it for the largest and would sort the
whole table. SQLite does not take NULLS LAST in an index, so this cannot be said in the model.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_ORDERS = {
    "title_in_order_of_rating": "rating DESC NULLS LAST",
    "title_newest_first": "released_on DESC NULLS LAST",
    "title_oldest_first": "released_on ASC NULLS LAST",
}


def add_indexes(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        for name, order in _ORDERS.items():
            editor.execute(f"CREATE INDEX {name} ON catalog_title (kind, {order}, id) WHERE is_active", params=None)


def drop_indexes(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for name in _ORDERS:
        editor.execute(f"DROP INDEX IF EXISTS {name}", params=None)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0002_search")]

    operations = [migrations.RunPython(add_indexes, drop_indexes)]
