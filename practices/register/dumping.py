"""What editors changed of a registered body's name or place, back into the register's file."""

from pathlib import Path

from practices.models import Municipality
from practices.register.files import BODIES, IDENTITY, content, digest, records, write
from practices.register.loading import remember

IN_FILE = ("code", "slug", "kind", "name_th", "name_en", "province__code", "district__code")


def is_differing(root: Path) -> bool:
    """Whether the file words a registered body otherwise than the database."""
    held = _held()
    return any(held.get(row["code"], row) != row for row in map(_identity, records(root, BODIES)))


def dump(root: Path) -> bool:
    """Let the file say what the database says of every registered body; whether that changed it."""
    if not content(root, BODIES) or not is_differing(root):
        return False
    held = _held()
    write(root, BODIES, [record | held.get(record["code"], {}) for record in records(root, BODIES)])
    remember(root, digest(root))
    return True


def _identity(record):
    return {name: record[name] for name in ("code", *IDENTITY)}


def _held():
    """Code → what the database says of a registered body, as the file words it."""
    names = ("code", *IDENTITY)
    found = Municipality.objects.exclude(code=None).values_list(*IN_FILE)
    return {row[0]: dict(zip(names, (value or "" for value in row), strict=True)) for row in found}
