"""What each file said when it was last read or written, and which row of the database each of its records was.

Kept for every folder: a copy of the fixtures has a memory of its own, and a folder never seen before is taken for a
copy of `fixtures/`. So a load from elsewhere, or a dump to elsewhere, changes nothing of what `fixtures/` is known to
say.
"""

from dataclasses import dataclass, field

from practices.catalogue_files import layout
from practices.catalogue_files.layout import foreign_keys
from practices.catalogue_files.reading import default_of
from practices.catalogue_files.records import MODEL_BY_LABEL, Record, digest
from practices.models import CatalogueFile, tree
from practices.models.tree import Model, Row

Key = tuple[Model, int]


@dataclass(frozen=True)
class Said:
    """A record as its file held it, the primary key of its row, and those of the rows it refers to, by field.

    `left` says that the file holds it no more while the database, where it was not pruned, still does.
    """

    record: Record
    pk: int
    referred: dict[str, int | None] = field(hash=False)
    left: bool = False

    @classmethod
    def of(cls, record: Record, row: Row) -> "Said":
        """What a record says that is this row."""
        return cls(record, row.pk, referred_keys(row))

    @property
    def key(self) -> Key:
        return self.record.model, self.pk


@dataclass(frozen=True)
class Memory:
    """A file as it was last read or written: the digest of its JSON, "" where it was gone, and what it said."""

    digest: str
    rows: list[Said]


def is_as_remembered(memories: dict[str, Memory], path: str, rows: list) -> bool:
    """Whether a file with this JSON says what it said last."""
    return path in memories and memories[path].digest == digest(rows)


def recall(root) -> dict[str, Memory]:
    """What the files of this folder said last, by path."""
    files = _files(_name(root)) or _files("")
    return {file.path: Memory(file.digest, list(map(_said, file.rows))) for file in files}


def remember(root, memories: dict[str, Memory]) -> None:
    """Note that this is what the files of this folder say, and nothing else."""
    folder = _name(root)
    known = {file.path: file for file in _files(folder)}
    for path, memory in memories.items():
        file = known.pop(path, None) or CatalogueFile(folder=folder, path=path)
        said = memory.digest, [_json(row) for row in memory.rows]
        if (file.digest, file.rows) != said:
            file.digest, file.rows = said
            file.save()
    CatalogueFile.objects.filter(pk__in=[file.pk for file in known.values()]).delete()


def _files(folder):
    """What is remembered of a folder's files, but for those of the register."""
    return CatalogueFile.objects.filter(folder=folder).exclude(path__startswith="register/")


def referred_keys(row) -> dict[str, int | None]:
    """The primary keys of the rows that a row refers to, by field."""
    return {name: getattr(row, column.attname) for name, column in foreign_keys(type(row)).items()}


def _name(root):
    """The folder's name in the memory: its address, but "" for the fixtures, wherever the checkout lies."""
    return "" if root.resolve() == layout.FIXTURES.resolve() else str(root.resolve())


def _json(said):
    return {
        "model": said.record.model._meta.label_lower,
        "pk": said.pk,
        "fields": {name: said.record.fields.get(name) for name in sorted(said.record.stated)},
        "referred": said.referred,
        "left": said.left,
    }


def _said(row):
    model = MODEL_BY_LABEL[row["model"]]
    fields = {column.name: row["fields"].get(column.name, default_of(column)) for column in tree.columns(model)}
    record = Record(model, fields, stated=frozenset(row["fields"]))
    return Said(record, row["pk"], row["referred"], row["left"])
