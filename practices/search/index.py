"""What the database itself does for the search: the lookup `__has`, and the trigram index behind it, by vendor.

SQLite keeps an FTS5 table with the trigram tokenizer beside each indexed table and triggers that follow every write,
`update()` and plain SQL included. PostgreSQL keeps a GIN index of pg_trgm, which its planner uses for LIKE by itself.
Both are made after every `migrate`, not in a migration: when Django remakes a table on SQLite, its triggers vanish
without a word, and a later write would leave the index wrong. A part that is missing means that the index is rebuilt.
"""

from django.core.management import CommandError
from django.db import DatabaseError, connections
from django.db.models import Lookup, TextField

INDEXED = {
    ("practices_awardentry", "search_text"),
    ("practices_practice", "search_text"),
    ("practices_municipality", "search_rough"),
}
TRIGRAM = 3


@TextField.register_lookup
class Has(Lookup):
    """`column__has="folded term"`: the term occurs in the folded text.

    Folded terms hold letters, marks and digits only, so that there is nothing to escape in LIKE or in MATCH.
    """

    lookup_name = "has"

    def as_sql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        return f"{column} LIKE %s", [*params, f"%{self.rhs}%"]

    def as_sqlite(self, compiler, connection):
        field = self.lhs.output_field
        table = field.model._meta.db_table
        # A trigram index cannot answer shorter terms, and SQLite 3.40 would say that there are none.
        if len(self.rhs) < TRIGRAM or (table, field.column) not in INDEXED:
            return self.as_sql(compiler, connection)
        row = f"{connection.ops.quote_name(self.lhs.alias)}.{connection.ops.quote_name(field.model._meta.pk.column)}"
        return f"{row} IN (SELECT rowid FROM {index_name(table)} WHERE {index_name(table)} MATCH %s)", [f'"{self.rhs}"']


def index_name(table):
    """The name of a table's search index: an FTS5 table on SQLite, a GIN index on PostgreSQL."""
    return f"{table}_search"


def refuse_blind_database(using, **kwargs):
    """Before a migration: refuse a PostgreSQL whose character type hides Thai letters from pg_trgm."""
    if connections[using].vendor != "postgresql":
        return
    with connections[using].cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        cursor.execute("SELECT cardinality(show_trgm('ขอนแก่น')), current_database()")
        trigrams, name = cursor.fetchone()
    if not trigrams:
        raise CommandError(
            f'The search cannot see Thai in the database "{name}": its LC_CTYPE is not a UTF-8 libc locale. '
            f"Create it anew, for example: CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' "
            "LOCALE_PROVIDER libc LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8';"
        )


def ensure_search_index(using, **kwargs):
    """After a migration: make what is missing of the search index, and rebuild it if anything was."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    make = {"sqlite": _ensure_sqlite, "postgresql": _ensure_postgresql}[connection.vendor]
    with connection.cursor() as cursor:
        for table, column in sorted(INDEXED):
            # A migration back may have taken the column.
            if table in tables and column in columns_of(connection, cursor, table):
                make(cursor, table, column)


def columns_of(connection, cursor, table):
    return {column.name for column in connection.introspection.get_table_description(cursor, table)}


def _ensure_postgresql(cursor, table, column):
    cursor.execute(f"CREATE INDEX IF NOT EXISTS {index_name(table)} ON {table} USING gin ({column} gin_trgm_ops)")


def _ensure_sqlite(cursor, table, column):
    index = index_name(table)
    parts = {
        index: f"CREATE VIRTUAL TABLE {index} USING fts5("
        f"{column}, content='{table}', content_rowid='id', tokenize='trigram')",
        f"{index}_insert": f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {_add(index, column)} END",
        f"{index}_delete": f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {_remove(index, column)} END",
        f"{index}_update": f"CREATE TRIGGER {index}_update AFTER UPDATE OF {column} ON {table} "
        f"BEGIN {_remove(index, column)} {_add(index, column)} END",
    }
    cursor.execute("SELECT name FROM sqlite_master")
    present = {name for (name,) in cursor.fetchall()}
    missing = [sql for name, sql in parts.items() if name not in present]
    for sql in missing:
        cursor.execute(sql)
    if missing:
        cursor.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def _add(index, column):
    return f"INSERT INTO {index}(rowid, {column}) VALUES (new.id, new.{column});"


def _remove(index, column):
    return f"INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.id, old.{column});"


def broken_search_indexes(using="default"):
    """The tables whose search index does not agree with their rows; SQLite only, PostgreSQL keeps its own in step."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return []
    broken = []
    with connection.cursor() as cursor:
        for table, _column in sorted(INDEXED):
            index = index_name(table)
            try:
                # With rank 1 the index is compared with the rows; without, a stale one would pass.
                cursor.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
            except DatabaseError:
                broken.append(table)
    return broken
