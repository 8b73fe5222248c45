"""The one list of facts: what leaves the catalogue, under which name, in which unit, and what it means.

API, CSV, XLSX, the archive, the description of the API and the page about the data all read it; a column that is not
named here is not public. The facts that a source prints of a body (`profile`) are also what the form asks and the page
shows. What leaves is plain data. What no source states is None for numbers, codes and whole objects, "" for texts, and
an empty list.
"""

from practices.facts.fields import (
    PublicObject,
    PublicValue,
    PublicValues,
    Type,
    in_english,
    in_thai,
    leaves,
    names,
    permalink,
    public_facts,
)
from practices.facts.rows import ENTRY, MUNICIPALITY, PRACTICE_OF_ENTRY, YEAR

__all__ = [
    "ENTRY",
    "MUNICIPALITY",
    "PRACTICE_OF_ENTRY",
    "YEAR",
    "PublicObject",
    "PublicValue",
    "PublicValues",
    "Type",
    "in_english",
    "in_thai",
    "leaves",
    "names",
    "permalink",
    "public_facts",
]
