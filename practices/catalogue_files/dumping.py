"""Write the database's catalogue to its files, or say where the two differ."""

from django.db import transaction

from practices.catalogue_files.building import build
from practices.catalogue_files.layout import paths_in
from practices.catalogue_files.reading import Problem, Refused, read
from practices.catalogue_files.records import canonical_text, digest
from practices.catalogue_files.snapshot import remember, snapshot
from practices.models import CatalogueFile


def differing(root) -> list[str]:
    """The files below root that a dump would write or delete."""
    return _differing(root, snapshot())


def dump(root) -> list[str]:
    """Make the files below root say what the database says, and remember it; returns the paths that changed.

    Raises Refused, and writes nothing, where a file holds what was never loaded and would be lost.
    """
    with transaction.atomic():
        files = snapshot()
        changed = _differing(root, files)
        if problems := list(_unloaded(root, changed, files)):
            raise Refused(problems)
        remember(files, files)
        for path in changed:
            if path in files:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(_text_of(files[path]), encoding="utf-8", newline="\n")
            else:
                (root / path).unlink()
    return changed


def _differing(root, files):
    paths = sorted({*files, *paths_in(root)})
    return [
        path for path in paths if _bytes_of(root / path) != (_text_of(files[path]).encode() if path in files else None)
    ]


def _unloaded(root, paths, files):
    """Files that neither the database nor the last load or dump agrees with."""
    known = dict(CatalogueFile.objects.values_list("path", "digest"))
    rows = {one.record.identity: one.row for held in files.values() for one in held}
    for path in paths:
        if not (root / path).exists():
            continue
        try:
            lines, problems = build({path: read(root, path)}, rows)
        except Refused as refused:
            problems = refused.problems
        loaded = {known.get(path), digest(one.record for one in files.get(path, []))}
        if problems or digest(line.now for line in lines[path]) not in loaded:
            yield Problem(path, "was changed since the last load or dump, and the change would be lost: load it first")


def _text_of(held):
    return canonical_text(one.record for one in held)


def _bytes_of(path):
    return path.read_bytes() if path.exists() else None
