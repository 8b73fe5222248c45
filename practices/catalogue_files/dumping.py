"""Write the database's catalogue to its files, or say where the two differ."""

from django.db import transaction

from practices.catalogue_files.layout import paths_in
from practices.catalogue_files.records import canonical_text
from practices.catalogue_files.snapshot import remember, snapshot


def differing(root) -> list[str]:
    """The files below root that a dump would write or delete."""
    texts = {path: canonical_text(one.record for one in held) for path, held in snapshot().items()}
    return [path for path in sorted({*texts, *paths_in(root)}) if _text(root / path) != texts.get(path)]


def dump(root) -> list[str]:
    """Make the files below root say what the database says, and remember it; returns the paths that changed."""
    with transaction.atomic():
        files = snapshot()
        remember(files, files)
        changed = differing(root)
        for path in changed:
            if path in files:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                text = canonical_text(one.record for one in files[path])
                (root / path).write_text(text, encoding="utf-8", newline="\n")
            else:
                (root / path).unlink()
    return changed


def _text(path):
    try:
        return path.read_bytes().decode()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
