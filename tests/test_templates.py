"""The templates can be read, and a difference between two versions of one shows what was changed."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
NAMES = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
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
