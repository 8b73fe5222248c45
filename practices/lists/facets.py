"""The number beside each choice, and the total: one query for all of them.

The count beside a choice is the number of rows if it alone were chosen in its parameter and the other parameters
stayed. The choices are those the published catalogue holds, and those the reader chose.
"""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import CharField, Value
from django.db.models.functions import Cast

from practices.lists.parameters import AnyOf


@dataclass(frozen=True)
class Choice:
    """One value of a parameter; `label` follows the active language when it is read."""

    value: str
    label: str
    count: int
    selected: bool


class Facets(NamedTuple):
    """`matches` counts the rows by where they hold the reader's words (`search.Match`)."""

    total: int
    choices: dict[str, list[Choice]]
    matches: dict[int, int]


def count(filterset) -> Facets:
    """How many rows the filters find, and the choices of each repeatable parameter in their order, with counts."""
    rows = filterset.queryset.order_by()
    parts = [_counted(filterset, rows.annotate(value=Value("", CharField())))]
    offered = names(filterset)
    for name in offered:
        parts += [
            _counted(filterset, valued, name) for valued in filterset.filters[name].valued(rows, filterset.to_entry)
        ]
    if "q" in filterset.values:
        parts.append(_counted(filterset, rows.annotate(value=Cast(filterset.match, CharField())), "match"))
    counts = {(name, value): number for name, value, number in parts[0].union(*parts[1:], all=True)}
    return Facets(
        total=counts.pop(("", ""), 0),
        choices={name: _choices(filterset, name, counts) for name in offered},
        matches={int(value): number for (name, value), number in counts.items() if name == "match"},
    )


def names(filterset) -> list[str]:
    """The parameters of a list, or of a kind of lists, whose choices are counted."""
    return [name for name, filter_ in filterset.base_filters.items() if isinstance(filter_, AnyOf)]


def _counted(filterset, valued, name=""):
    # The condition stands in the aggregate, not in WHERE, so that a choice which it leaves empty is there with 0.
    grouped = valued.annotate(parameter=Value(name, CharField())).values("parameter", "value")
    return grouped.annotate(number=filterset.number(without=name)).values_list("parameter", "value", "number")


def _choices(filterset, name, counts):
    selected = filterset.values.get(name, [])
    options = filterset.form.fields[name].options
    return [
        Choice(value, label, counts.get((name, value), 0), value in selected)
        for value, label in options.items()
        if (name, value) in counts or value in selected
    ]
