"""The index of the database in use."""

from django.db import connection

from matinee.catalog.search.index import Index
from matinee.catalog.search.index_postgresql import PostgresqlIndex
from matinee.catalog.search.index_sqlite import SqliteIndex


def of_database() -> Index:
    """FTS5 on SQLite, tsvector on PostgreSQL."""
    return SqliteIndex() if connection.vendor == "sqlite" else PostgresqlIndex()
