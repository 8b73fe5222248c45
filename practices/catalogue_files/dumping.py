"""Write the database's catalogue to its files, or say where the two differ."""

from django.db import transaction

from practices.catalogue_files.building import build
from practices.catalogue_files.layout import paths_in
from practices.catalogue_files.memory import Memory, Said, is_as_remembered, recall, remember
from practices.catalogue_files.reading import Problem, Refused, parsed, records_in
from practices.catalogue_files.records import canonical_text, digest, rows_of
from practices.catalogue_files.sides import Sides, stands_alone
from practices.catalogue_files.snapshot import registered, snapshot
from practices.register import dumping as register
from practices.register.files import BODIES


def differing(root) -> list[str]:
    """The files below root that a dump would write or delete."""
    return [*_differing(root, snapshot()), *([BODIES.path] if register.is_differing(root) else [])]


def dump(root, *, force=False) -> list[str]:
    """Make the files below root say what the database says, and remember it; returns the paths that changed.

    Raises Refused, and writes nothing, where a change of the files was never loaded and would be lost, unless `force`.
    """
    with transaction.atomic():
        files, memories = snapshot(), recall(root)
        changed = _differing(root, files)
        if not force and (problems := [*_unloaded(root, changed, files, memories), *_taken_out(root, files, memories)]):
            raise Refused(problems)
        remember(root, {path: _memory(held) for path, held in files.items()})
        for path in changed:
            if path in files:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(_text_of(files[path]), encoding="utf-8", newline="\n")
            else:
                (root / path).unlink()
        return [*changed, *([BODIES.path] if register.dump(root) else [])]


def _differing(root, files):
    paths = sorted({*files, *paths_in(root)})
    return [
        path for path in paths if _bytes_of(root / path) != (_text_of(files[path]).encode() if path in files else None)
    ]


def _unloaded(root, paths, files, memories):
    """Files that say neither what they said when they were last read or written nor what the database says."""
    rows = {one.record.identity: one.row for held in files.values() for one in held}
    for path in paths:
        if not (root / path).exists():
            continue
        try:
            said = parsed(root, path)
            if is_as_remembered(memories, path, said):
                continue
            records = records_in(path, said)
            lines, problems = build({path: records}, registered(records) | rows)
        except Refused as refused:
            problems = refused.problems
        if problems or [line.now for line in lines[path]] != [one.record for one in files.get(path, [])]:
            yield Problem(path, "was changed since the last load or dump, and the change would be lost: load it first")


def _taken_out(root, files, memories):
    """Entries and reference rows that were taken out of the files, which a dump would bring back."""
    if not any((root / path).exists() for path in paths_in(root)):  # a new copy, or one begun anew
        return
    sides = Sides(files, memories)
    out = [
        key
        for key, said in sides.said.items()
        if key in sides.stored and stands_alone(key) and (said.left or not (root / sides.path[key]).exists())
    ]
    for key in sides.leaving(out):
        reason = "was taken out of the files and would come back: load_catalogue --prune deletes it here too"
        yield Problem(sides.path[key], reason, record=sides.stored[key].record)


def _memory(held):
    return Memory(digest(rows_of(one.record for one in held)), [Said.of(one.record, one.row) for one in held])


def _text_of(held):
    return canonical_text(one.record for one in held)


def _bytes_of(path):
    return path.read_bytes() if path.exists() else None
