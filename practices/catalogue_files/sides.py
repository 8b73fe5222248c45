"""The rows of the database and what the files last said of them, side by side by primary key."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from practices.catalogue_files.layout import MODELS, foreign_keys
from practices.catalogue_files.memory import Key, Memory, Said, referred_keys
from practices.catalogue_files.snapshot import Stored
from practices.models import tree


class Sides:
    """The rows of the database and the records of the memory, side by side by primary key."""

    def __init__(self, files: dict[str, list[Stored]], memories: dict[str, Memory]):
        self.stored = {(one.record.model, one.row.pk): one for held in files.values() for one in held}
        self.said: dict[Key, Said] = {}
        self.path: dict[Key, str] = {}
        self.values = {key: values_of(one.record, referred_keys(one.row)) for key, one in self.stored.items()}
        self.said_values: dict[Key, dict] = {}
        self.children = defaultdict(list)
        for key in self.stored:
            if parent := parent_of(key[0], self.values[key]):
                self.children[parent].append(key)
        for path, memory in memories.items():
            for said in memory.rows:
                self.said[said.key], self.path[said.key] = said, path
                self.said_values[said.key] = values_of(said.record, said.referred)

    def is_unchanged(self, key: Key) -> bool:
        """Whether the database holds the row, and what hangs on it, just as the files last said, its place apart."""
        return (
            key in self.said
            and key in self.stored
            and content_of(key[0], self.said_values[key]) == content_of(key[0], self.values[key])
            and all(map(self.is_unchanged, self.children[key]))
        )

    def with_what_hangs_on(self, key: Key) -> Iterable[Key]:
        yield key
        for child in self.children[key]:
            yield from self.with_what_hangs_on(child)

    def leaving(self, left: Collection[Key]) -> list[Key]:
        """Those of the rows that left the files which nothing needs; what others refer to comes last.

        They are unchanged since, and no row that stays refers to them.
        """
        groups = {key: set(self.with_what_hangs_on(key)) for key in left if self.is_unchanged(key)}
        while True:
            going = set().union(*groups.values())
            needed = {
                (column.related_model, self.values[key][name])
                for key in self.stored.keys() - going
                for name, column in foreign_keys(key[0]).items()
            }
            staying = [key for key, group in groups.items() if group & needed]
            if not staying:
                return sorted(groups, key=lambda key: -MODELS.index(key[0]))
            for key in staying:
                del groups[key]


def stands_alone(key: Key) -> bool:
    """Whether the row hangs on no other: an entry, or a row of a reference file."""
    return tree.parent(key[0]) is None


def parent_of(model, values) -> Key | None:
    """The row that a row of these values hangs on."""
    above = tree.parent(model)
    return (above, values[model.hangs_on]) if above else None


def values_of(record, referred):
    """What can be compared across the sides: references as primary keys, all else as the record has it."""
    return record.fields | referred


def natural(model, values):
    """What names a row among all: its model and the values of its natural key."""
    return model, *(values[name] for name in tree.key_fields(model))


def content_of(model, values):
    """What a row says, its place apart."""
    return {name: value for name, value in values.items() if not (name == "order" and tree.is_numbered(model))}
