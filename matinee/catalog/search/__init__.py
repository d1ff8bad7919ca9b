"""Local search: FTS5 on SQLite, tsvector on PostgreSQL, one vocabulary for misspelt words.

Every name is folded to bare words (`folding`) and kept as one document per title or person (`documents`), whose key
begins with how well known it is. A text is read (`reading`), the index asked for the best known matches
(`index_sqlite`, `index_postgresql`), and the first of them rated by how closely they match (`ranking`). Collections
and lists are few, and asked for apart (`groups`).
"""

from matinee.catalog.search.finding import AnyKind, Found, Hit, find, suggest
from matinee.catalog.search.groups import GROUP_KINDS, index_collections, index_lists
from matinee.catalog.search.indexing import forget_people, forget_titles, index_people, index_titles
from matinee.catalog.search.rebuilding import rebuild

__all__ = [
    "GROUP_KINDS",
    "AnyKind",
    "Found",
    "Hit",
    "find",
    "forget_people",
    "forget_titles",
    "index_collections",
    "index_lists",
    "index_people",
    "index_titles",
    "rebuild",
    "suggest",
]
