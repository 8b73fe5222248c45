"""What fixtures/README.md says of the printed facts follows from practices/facts.

python -m tests.catalogue.readme writes it anew.
"""

import os
import re
from decimal import Decimal
from pathlib import Path

import django

README = Path(__file__).resolve().parents[2] / "fixtures" / "README.md"


def row(fact) -> str:
    """The row of a fact in the table of the entry's fields."""
    from practices.facts import Type, names

    words = fact.public_value().en
    meaning = f"{fact.label}: {words}" if fact.label else words
    if fact.unit:
        meaning += f" in {fact.unit.en}"
    if fact.type is Type.DECIMAL:
        meaning += f', a decimal written as text: `"{Decimal(fact.example or 0):.{fact.field.decimal_places}f}"`'
    if fact.choices:
        meaning += f": {' or '.join(f'`{code}` ({name})' for code, name in names(fact.choices, 'th').items())}"
    if fact.note:
        meaning += f"; {fact.note}"
    return f"| `{fact.name}` | {meaning} |"


def rewritten(text: str) -> str:
    """The text with the facts of the profile, and what a remark may be about, as the code has them."""
    from practices.facts.profile import PROFILE
    from practices.models import RemarkSubject

    rows = "".join(f"{row(fact)}\n" for fact in PROFILE)
    subjects = ", ".join(f"`{name}`" for name in RemarkSubject.values)
    text = re.sub(r"(?<=\n)(\| `tier` .*\n)(?:.*\n)*?(?=\| `is_published`)", lambda found: found[1] + rows, text)
    return re.sub(r"(?<=\n\| `about` \| what it stands beside: ).*(?= \|\n)", subjects, text)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    README.write_text(rewritten(README.read_text()))
