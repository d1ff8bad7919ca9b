"""Search: documents and words as ordinary tables, the full-text index and the gaps as each database does them best.

Rebuilding the documents' table on SQLite (which altering a column does) drops its triggers: such a migration has to
run `index_documents` again.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = (
    # `detail` and `columnsize` leave out positions and lengths, which only phrases and bm25 ask for. The ascii
    # tokenizer takes every other letter as it is: folding was done before, by the same code on both databases.
    """
    CREATE VIRTUAL TABLE catalog_searchindex USING fts5(
        tokens, content='catalog_searchdocument', content_rowid='id', detail='none', columnsize=0,
        prefix='1 2 3 4 5 6', tokenize="ascii tokenchars '=@'"
    )
    """,
    """
    CREATE TRIGGER catalog_searchdocument_added AFTER INSERT ON catalog_searchdocument BEGIN
        INSERT INTO catalog_searchindex (rowid, tokens) VALUES (new.id, new.tokens);
    END
    """,
    """
    CREATE TRIGGER catalog_searchdocument_removed AFTER DELETE ON catalog_searchdocument BEGIN
        INSERT INTO catalog_searchindex (catalog_searchindex, rowid, tokens) VALUES ('delete', old.id, old.tokens);
    END
    """,
    """
    CREATE TRIGGER catalog_searchdocument_changed AFTER UPDATE OF id, tokens ON catalog_searchdocument BEGIN
        INSERT INTO catalog_searchindex (catalog_searchindex, rowid, tokens) VALUES ('delete', old.id, old.tokens);
        INSERT INTO catalog_searchindex (rowid, tokens) VALUES (new.id, new.tokens);
    END
    """,
    "CREATE TABLE catalog_searchgap (gap integer, word text, PRIMARY KEY (gap, word)) WITHOUT ROWID",
)

_POSTGRESQL = (
    # A letter for kind and renown (both are in the key, see catalog.search.documents.Rank) goes before every token, so
    # that each kind's best known, known, and all others are apart in one index.
    """
    CREATE FUNCTION catalog_searchable(id bigint, tokens text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$
        SELECT array_to_tsvector(string_to_array(mark || replace(tokens, ' ', ' ' || mark), ' '))
        FROM chr(97 + (id >> 46)::integer * 3 + CASE
            WHEN (id >> 40 & 63) < 40 THEN 0
            WHEN (id >> 40 & 63) < 52 THEN 1
            ELSE 2
        END) AS mark
    $$
    """,
    # Without the pending list, which every search would have to walk through.
    """
    CREATE INDEX catalog_searchindex ON catalog_searchdocument
    USING gin (catalog_searchable(id, tokens)) WITH (fastupdate = off)
    """,
    'CREATE TABLE catalog_searchgap (gap integer, word text COLLATE "C", PRIMARY KEY (gap, word))',
)


def index_documents(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement, params=None)


def drop_index(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute("DROP TABLE catalog_searchgap", params=None)
    if editor.connection.vendor == "sqlite":
        for event in ("added", "removed", "changed"):
            editor.execute(f"DROP TRIGGER catalog_searchdocument_{event}", params=None)
        editor.execute("DROP TABLE catalog_searchindex", params=None)
    else:
        editor.execute("DROP FUNCTION catalog_searchable CASCADE", params=None)


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SearchDocument",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("is_person", models.BooleanField()),
                ("subject_id", models.BigIntegerField(help_text="Id of the title or person.")),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("names", models.TextField(help_text="One a line, without spaces; after a space without articles.")),
                ("tokens", models.TextField(help_text="What the full-text index holds, separated by spaces.")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint("subject_id", "is_person", name="one_search_document_per_subject")
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("word", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("frequency", models.IntegerField()),
            ],
        ),
        migrations.RunPython(index_documents, drop_index),
    ]
