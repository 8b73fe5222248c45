"""fixtures/README.md explains every field, and no field that does not exist."""

import re

import pytest

from practices.catalogue_files.layout import MODELS
from practices.models import tree
from tests.catalogue.readme import README, rewritten

SECTIONS = re.split(r"^##+ ", README.read_text(), flags=re.MULTILINE)


def explained(model):
    """The fields in the first column of the table below the heading that names the model."""
    headed = [section for section in SECTIONS if f"`{model._meta.label_lower}`" in section.splitlines()[0]]
    assert len(headed) == 1
    rows = [line for line in headed[0].splitlines() if line.startswith("| `")]
    return [name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_field_is_explained_in_order(model):
    assert explained(model) == [column.name for column in tree.columns(model)]


def test_printed_facts_are_explained_as_the_one_list_has_them():
    """python -m tests.catalogue.readme writes them anew."""
    assert README.read_text() == rewritten(README.read_text())
