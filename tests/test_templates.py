"""The templates can be read, and a difference between two versions of one shows what was changed."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
# Django cannot break a tag; and between those of a description, which stands in an attribute, white space would show.
UNBREAKABLE = re.compile(r" *{%[^%]*%}|{% block description %}({%[^%]*%})+")


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_line_is_no_longer_than_120_characters(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 120 and not UNBREAKABLE.fullmatch(line)] == []
