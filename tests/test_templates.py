"""The templates can be read, and a difference between two versions of one shows what was changed."""

import re
from pathlib import Path

import pytest
from django.template.library import InclusionNode
from django.template.loader import get_template
from django.template.loader_tags import IncludeNode

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
PARTS = {name for name in NAMES if name.startswith("parts/")}
# A path, or a query, that a template writes itself into an address.
BY_HAND = re.compile(r'(?:href|action)="(?:/|(?:{[{%].*?[%}]}|[^"{])*\?)')
# The page for 500 has no tags; the search of the editors' lists is Django's own.
WITHOUT_NAMES = {"500.html", "admin/search_form.html"}
# Django cannot break a tag; and between those of a description, which stands in an attribute, white space would show.
UNBREAKABLE = re.compile(r" *{%[^%]*%}|{% block description %}({%[^%]*%})+")


@pytest.mark.parametrize("name", NAMES)
def test_a_line_is_no_longer_than_120_characters(name):
    lines = (TEMPLATES / name).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120 and not UNBREAKABLE.fullmatch(line)] == []


def test_an_address_is_asked_for_by_name():
    named = set(NAMES) - WITHOUT_NAMES
    assert [name for name in named if BY_HAND.search((TEMPLATES / name).read_text(encoding="utf-8"))] == []


def nodes(kind):
    """Every tag of this kind in our templates."""
    return [node for name in NAMES for node in get_template(name).template.nodelist.get_nodes_by_type(kind)]


def test_a_part_is_what_is_included_or_written_by_a_tag():
    included = {node.template.resolve({}) for node in nodes(IncludeNode)}
    of_ours = {name for name in included if name in NAMES}
    assert of_ours | {node.filename for node in nodes(InclusionNode)} == PARTS


def test_a_part_sees_only_what_it_is_given():
    seeing_all = {node.template.resolve({}) for node in nodes(IncludeNode) if not node.isolated_context}
    assert seeing_all & PARTS == set()
